"""*Keep at home*: how the people chosen fit, what to notice, and what to think over afterwards."""

from collections.abc import Iterator
from decimal import Decimal

from matcher.checklist.after_visit import sentences_section, statements_section
from matcher.checklist.cues import load_cues
from matcher.checklist.fit_pages import comparison_section, fit_section
from matcher.checklist.help_lines import help_section
from matcher.checklist.visit import Sitting, Visit, joined
from matcher.checklist.wording import clipped, describe_asked, describe_name, in_one_line
from matcher.document import Block, Bullets, Contrast, Paragraph, Section, Sheet, Table, Tone
from matcher.i18n import Catalogue

_PARTS = 100
"""Parts of the weights, 10,000 in all, in one of a hundred points."""

_RIGHTS = ("stop", "ask", "no", "notes", "change", "complain")
_OWN_WORDS = ("names_pronouns", "first_meetings", "helped_or_not", "when_off", "trust_pace")


def keep_at_home(sitting: Sitting, visits: tuple[Visit, ...], catalogue: Catalogue) -> Sheet:
    """Return what stays with the person."""
    title = catalogue.text("sheet.home.title")
    sections = [fit_section(sitting, visit, catalogue) for visit in visits]
    if len(visits) > 1:
        sections.append(comparison_section(sitting, visits, catalogue))
    sections += [
        _cues(catalogue),
        _rights(catalogue),
        statements_section(catalogue),
        sentences_section(sitting, catalogue),
        *_own_notes(sitting, catalogue),
        help_section(sitting.region, sitting.today, catalogue),
        *_made_from(sitting, catalogue),
    ]
    return Sheet(title, (), tuple(sections), footer=title)


def _own_notes(sitting: Sitting, catalogue: Catalogue) -> Iterator[Section]:
    """Give back what the person wrote or ticked for paper only."""
    blocks: list[Block] = []
    for item_id in _OWN_WORDS:
        response = sitting.asked.answers.responses.get(item_id)
        if response is None:
            continue
        item = sitting.asked.questionnaire.item(item_id)
        name = describe_name(item_id, catalogue)
        noted = [describe_asked(item, response.value, catalogue)] if response.value else []
        noted += [in_one_line(response.own_words)] if response.own_words else []
        blocks += [
            Paragraph(catalogue.text("sheet.home.own_note", name=name, words=words))
            for words in noted
        ]
    if blocks:
        hint = Paragraph(catalogue.text("sheet.home.own_hint"), Tone.QUIET)
        yield Section(catalogue.text("sheet.home.own_notes"), (hint, *blocks))


def _cues(catalogue: Catalogue) -> Section:
    blocks: list[Block] = [
        Paragraph(catalogue.text("cue.frame.intro")),
        Contrast("", (catalogue.text("cue.frame.good"),), (catalogue.text("cue.frame.care"),)),
    ]
    for cue in load_cues():
        base = f"cue.{cue.topic}"
        good = tuple(catalogue.text(f"{base}.good.{code}") for code in cue.good)
        care = tuple(catalogue.text(f"{base}.care.{code}") for code in cue.care)
        blocks.append(Contrast(catalogue.text(f"{base}.heading"), good, care))
    blocks.append(Paragraph(catalogue.text("cue.frame.ask"), Tone.STRONG))
    blocks.append(Paragraph(catalogue.text("cue.frame.one_feeling")))
    return Section(catalogue.text("cue.frame.title"), tuple(blocks), starts_page=True)


def _rights(catalogue: Catalogue) -> Section:
    rights = tuple(catalogue.text(f"sheet.home.right.{right}") for right in _RIGHTS)
    leave = Paragraph(catalogue.text("cue.frame.leave"), Tone.STRONG)
    return Section(catalogue.text("sheet.home.rights"), (Bullets(rights), leave), together=True)


def _made_from(sitting: Sitting, catalogue: Catalogue) -> Iterator[Section]:
    if sitting.criteria and not sitting.is_share_copy:
        rows = tuple(
            (describe_name(each.id, catalogue), catalogue.number(Decimal(each.weight) / _PARTS))
            for each in sitting.criteria
        )
        headings = (catalogue.text("sheet.home.wish_column"), catalogue.text("sheet.home.weight"))
        hint = Paragraph(catalogue.text("sheet.home.weights_hint"), Tone.QUIET)
        table = Table(headings, rows)
        yield Section(catalogue.text("sheet.home.weights"), (hint, table), together=True)
    facts = [catalogue.text("sheet.home.made_on", date=sitting.today)]
    if not sitting.is_share_copy:
        facts.append(catalogue.text("sheet.home.seed", seed=str(sitting.seed)))
    facts += [
        catalogue.text(f"sheet.home.version.{name}", version=clipped(version))
        for name, version in sitting.versions
        if version
    ]
    hint = Paragraph(catalogue.text("sheet.home.made_hint"), Tone.QUIET)
    yield Section(catalogue.text("sheet.home.made"), (hint, Paragraph(joined(*facts), Tone.QUIET)))
