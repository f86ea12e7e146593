"""*First visit notes*: what goes into the room.

No name of the client, no word for what brings them, no score, weight or seed: the sheet may be
read by the therapist, or lie on a table.
"""

from itertools import groupby

from matcher.checklist.document import (
    Ask,
    Blank,
    Block,
    Callout,
    Paragraph,
    PartId,
    Questions,
    Script,
    Section,
    Sheet,
    Tone,
)
from matcher.checklist.hours import describe_hours
from matcher.checklist.question_wording import question_text, reason_text, topic_text
from matcher.checklist.visit import Sitting, Visit, crisis_line_text
from matcher.checklist.wording import clipped, describe_asked
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Times

_BOXES = ("clear", "partly", "later")
_RIGHTS = ("meaning", "pass", "time", "no")


def first_visit_notes(
    sitting: Sitting, visit: Visit, number: tuple[int, int], catalogue: Catalogue
) -> Sheet:
    """Return the sheet for the first meeting with one person.

    Parameters
    ----------
    number
        Which of how many such sheets this is.
    """
    title = catalogue.text("sheet.visit.title")
    position, total = number
    aside = (
        clipped(visit.profile.name),
        catalogue.text("sheet.visit.date"),
        catalogue.text("sheet.visit.number", number=position, total=total),
    )
    sections = (
        Section("", (Callout(catalogue.text("sheet.visit.for_therapist")),)),
        Section(catalogue.text("sheet.visit.ask"), _asks(sitting, visit, catalogue)),
        Section(catalogue.text("sheet.visit.about_me"), _about_me(sitting, catalogue)),
        Section("", _foot(sitting, catalogue)),
        Section(
            catalogue.text("sheet.visit.others"),
            _others(visit, catalogue),
            starts_page=True,
        ),
        Section("", (_usual(catalogue),)),
    )
    return Sheet(PartId.TAKE_IN, title, aside, sections, footer=title)


def _usual(catalogue: Catalogue) -> Script:
    heading, text = (catalogue.text(f"sheet.visit.{key}") for key in ("usual", "usual_text"))
    return Script(heading, (text,))


def _asks(sitting: Sitting, visit: Visit, catalogue: Catalogue) -> tuple[Ask, ...]:
    boxes = tuple(catalogue.text(f"sheet.visit.box.{box}") for box in _BOXES)
    return tuple(
        Ask(
            number,
            question_text(offered, catalogue),
            reason_text(offered, sitting.asked.answers, catalogue),
            lines=2,
            boxes=boxes,
        )
        for number, offered in enumerate(visit.selection.suggested, start=1)
    )


def _about_me(sitting: Sitting, catalogue: Catalogue) -> tuple[Block, ...]:
    blocks: list[Block] = []
    adjustments = sitting.asked.codes("adjustments")
    if adjustments:
        item = sitting.asked.questionnaire.item("adjustments")
        helps = describe_asked(item, adjustments, catalogue)
        blocks.append(Paragraph(catalogue.text("sheet.visit.helps", what=helps)))
    times = sitting.asked.answers.value("times")
    if isinstance(times, Times) and times.good:
        hours = describe_hours(times.good, catalogue)
        blocks.append(Paragraph(catalogue.text("sheet.visit.times", hours=hours)))
    blocks.append(Blank(""))
    return tuple(blocks)


def _foot(sitting: Sitting, catalogue: Catalogue) -> tuple[Block, ...]:
    rights = "  ·  ".join(catalogue.text(f"sheet.visit.may.{right}") for right in _RIGHTS)
    line = sitting.region.talk_line(catalogue.language)
    help_line = crisis_line_text(line, sitting.today, catalogue)
    keep = catalogue.text("sheet.visit.keep")
    return (
        Paragraph(catalogue.text("sheet.visit.i_may", rights=rights), Tone.QUIET),
        Paragraph(f"{help_line}  ·  {keep}", Tone.QUIET),
    )


def _others(visit: Visit, catalogue: Catalogue) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(catalogue.text("sheet.visit.others_hint"), Tone.QUIET)]
    # Nobody reads forty questions in a waiting room: the page holds those of the short edition.
    others = [each for each in visit.selection.others if each.question.short_edition]
    for topic, offered in groupby(others, key=lambda each: each.topic):
        texts = tuple(question_text(each, catalogue) for each in offered)
        blocks.append(Questions(topic_text(topic, catalogue), texts))
    return tuple(blocks)
