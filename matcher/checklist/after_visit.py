"""What to think over after a visit: seven statements, what now, and words to begin with."""

from matcher.checklist.visit import Sitting
from matcher.document import Blank, Block, Paragraph, Section, Ticks, Tone
from matcher.i18n import Catalogue

_STATEMENTS = ("heard", "direction", "way", "respect", "could_say", "frame", "hope")
_STEPS = ("not_at_all", "a_little", "partly", "mostly", "fully", "cannot_say")
_NEXT = ("go_on", "once_more", "look_further")
_STARTS = ("begin_with", "not_following", "asking_for_needs", "setting_limits")
"""Sentences for everybody; those a person wants to practise come after them."""


def statements_section(catalogue: Catalogue) -> Section:
    """Return the statements to tick, and what to do next."""
    steps = tuple(catalogue.text(f"sheet.home.step.{step}") for step in _STEPS)
    statements = tuple(
        Ticks(catalogue.text(f"sheet.home.after.{statement}"), steps) for statement in _STATEMENTS
    )
    decision = Ticks(
        catalogue.text("sheet.home.next_step"),
        tuple(catalogue.text(f"sheet.home.next.{step}") for step in _NEXT),
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
