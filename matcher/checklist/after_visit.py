"""What to think over after a visit: seven statements, what now, and words to begin with."""

from matcher.checklist.statements import STATEMENTS, Step, WhatNow
from matcher.checklist.visit import Sitting
from matcher.document import Blank, Block, Paragraph, Section, Ticks, Tone
from matcher.i18n import Catalogue

_STARTS = ("begin_with", "not_following", "asking_for_needs", "setting_limits")
"""Sentences for everybody; those a person wants to practise come after them."""


def statements_section(catalogue: Catalogue) -> Section:
    """Return the statements to tick, and what to do next."""
    steps = tuple(catalogue.text(f"sheet.home.step.{step}") for step in Step)
    statements = tuple(
        Ticks(catalogue.text(f"sheet.home.after.{statement}"), steps) for statement in STATEMENTS
    )
    decision = Ticks(
        catalogue.text("sheet.home.next_step"),
        tuple(catalogue.text(f"sheet.home.next.{step}") for step in WhatNow),
    )
    hint = Paragraph(catalogue.text("sheet.home.after_hint"), Tone.QUIET)
    blocks: tuple[Block, ...] = (hint, *statements, decision)
    return Section(catalogue.text("sheet.home.after_title"), blocks, starts_page=True)


def sentences_section(sitting: Sitting, catalogue: Catalogue) -> Section:
    """Return beginnings of sentences to finish and to read out."""
    starts = dict.fromkeys((*_STARTS, *sitting.asked.codes("practise")))
    blanks = tuple(Blank(catalogue.text(f"sheet.home.start.{start}")) for start in starts)
    hint = Paragraph(catalogue.text("sheet.home.start_hint"), Tone.QUIET)
    return Section(catalogue.text("sheet.home.start_title"), (hint, *blanks), together=True)
