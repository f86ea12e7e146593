"""*First visit notes*: what goes into the room.

No name of the client, no word for what brings them, no score, weight or seed: the sheet may be
read by the therapist, or lie on a table.
"""

from collections.abc import Iterator
from operator import attrgetter

from matcher.checklist.help_lines import crisis_line_text
from matcher.checklist.hours import describe_hours
from matcher.checklist.question_wording import question_text, reason_text, topic_text
from matcher.checklist.selection import OfferedQuestion
from matcher.checklist.visit import Sitting, Visit
from matcher.checklist.wording import describe_asked
from matcher.document import (
    Ask,
    Blank,
    Block,
    Callout,
    Paragraph,
    Questions,
    Script,
    Section,
    Sheet,
    Tone,
)
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Times

_BOXES = ("clear", "partly", "later")


def first_visit_notes(sitting: Sitting, visit: Visit, catalogue: Catalogue) -> Sheet:
    """Return the sheet for the first meeting with one person."""
    title = catalogue.text("sheet.visit.title")
    aside = (visit.name, catalogue.text("sheet.visit.date"))
    sections = (
        Section("", (Callout(catalogue.text("sheet.visit.for_therapist")),)),
        Section(catalogue.text("sheet.visit.ask"), _asks(sitting, visit, catalogue)),
        Section(catalogue.text("sheet.visit.about_me"), _about_me(sitting, visit, catalogue)),
        Section("", _foot(sitting, catalogue), together=True),
        *_back(visit, catalogue),
    )
    return Sheet(title, aside, sections, footer=title)


def _back(visit: Visit, catalogue: Catalogue) -> Iterator[Section]:
    others = _other_questions(visit)
    if others:
        heading = catalogue.text("sheet.visit.others")
        yield Section(heading, _by_topic(others, catalogue), starts_page=True)
    if visit.room.tells_usual:
        heading, text = (catalogue.text(f"sheet.visit.{key}") for key in ("usual", "usual_text"))
        yield Section("", (Script(heading, (text,)),), starts_page=not others)


def _asks(sitting: Sitting, visit: Visit, catalogue: Catalogue) -> tuple[Ask, ...]:
    boxes = tuple(catalogue.text(f"sheet.visit.box.{box}") for box in _BOXES)
    return tuple(
        Ask(
            number,
            question_text(offered, catalogue),
            reason_text(offered, sitting.asked.answers, catalogue),
            lines=visit.room.lines,
            boxes=boxes,
        )
        for number, offered in enumerate(visit.selection.suggested[: visit.room.asks], start=1)
    )


def _about_me(sitting: Sitting, visit: Visit, catalogue: Catalogue) -> tuple[Block, ...]:
    blocks: list[Block] = []
    adjustments = sitting.asked.codes("adjustments")
    if adjustments:
        item = sitting.asked.questionnaire.item("adjustments")
        helps = describe_asked(item, adjustments, catalogue)
        blocks.append(Paragraph(catalogue.text("sheet.visit.helps", what=helps)))
    times = sitting.asked.answers.value("times")
    if isinstance(times, Times) and times.good:
        hours = describe_hours(times.good, catalogue, in_a_sentence=True)
        blocks.append(Paragraph(catalogue.text("sheet.visit.times", hours=hours)))
    if not blocks:
        blocks.append(Paragraph(catalogue.text("sheet.visit.about_hint"), Tone.QUIET))
        blocks.append(Blank(""))
    elif visit.room.lines > 1:
        blocks.append(Blank(""))
    return tuple(blocks)


def _foot(sitting: Sitting, catalogue: Catalogue) -> tuple[Block, ...]:
    line = sitting.region.talk_line(catalogue.language)
    help_line = crisis_line_text(line, sitting.today, catalogue)
    keep = catalogue.text("sheet.visit.keep")
    return (
        Paragraph(catalogue.text("sheet.visit.i_may"), Tone.QUIET),
        Paragraph(help_line, Tone.QUIET),
        Paragraph(keep, Tone.QUIET),
    )


def _other_questions(visit: Visit) -> tuple[OfferedQuestion, ...]:
    """Return the questions that are not on the first page, as many as there is room for."""
    left_over = visit.selection.suggested[visit.room.asks :]
    others = (*left_over, *visit.selection.others)
    if visit.room.others is None:
        return others
    pressing = (*left_over, *sorted(visit.selection.others, key=attrgetter("urgency")))
    kept = pressing[: visit.room.others]
    return tuple(each for each in others if each in kept)


def _by_topic(others: tuple[OfferedQuestion, ...], catalogue: Catalogue) -> tuple[Block, ...]:
    topics: dict[str, list[str]] = {}
    for each in others:
        topics.setdefault(each.topic, []).append(question_text(each, catalogue))
    hint = Paragraph(catalogue.text("sheet.visit.others_hint"), Tone.QUIET)
    return (
        hint,
        *(Questions(topic_text(topic, catalogue), tuple(texts)) for topic, texts in topics.items()),
    )
