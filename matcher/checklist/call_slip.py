"""*Before you book*: what has to be settled before going, and words to ask it with."""

from collections.abc import Iterator

from matcher.checklist.part import MOST_TO_CHOOSE
from matcher.checklist.question_wording import names_limit, question_text
from matcher.checklist.reaching import wanted_ways, ways_to_reach
from matcher.checklist.visit import Sitting, Visit
from matcher.checklist.wording import describe_offered
from matcher.document import Blank, Block, Paragraph, Script, Section, Sheet, Table, Tone
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Money

_LOG_COLUMNS = ("who", "date", "how", "answer_by", "next")
_OPENING = "accepting"
_MONEY = frozenset({"fee", "payers"})
_WRITTEN = ("email", "form")


def call_slip(sitting: Sitting, visits: tuple[Visit, ...], catalogue: Catalogue) -> Sheet:
    """Return the sheet for calling or writing to the people chosen."""
    title = catalogue.text("sheet.before.title")
    people = [
        Section(visit.name, (*_slip(sitting, visit, catalogue),), together=True) for visit in visits
    ]
    log = Section(
        catalogue.text("sheet.before.log"), (_contact_log(visits, catalogue),), together=True
    )
    hint = Section("", (Paragraph(catalogue.text("sheet.before.hint"), Tone.QUIET),))
    return Sheet(title, (), (hint, *people, log), footer=title)


def message_lines(sitting: Sitting, visit: Visit, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words to ask one person with: the sentences of a message, in order."""
    before = visit.selection.before_booking
    lines = [catalogue.text("sheet.before.hello"), catalogue.text("sheet.before.new_people")]
    fee = sitting.asked.answers.value("fee")
    asks_money = any(each.reason.subject in _MONEY for each in before)
    if isinstance(fee, Money) and asks_money and not any(map(names_limit, before)):
        lines.append(_what_i_can_pay(fee, catalogue))
    lines += [question_text(each, catalogue) for each in before if each.reason.subject != _OPENING]
    return tuple(lines)


def _slip(sitting: Sitting, visit: Visit, catalogue: Catalogue) -> Iterator[Block]:
    if visit.profile.tokens("contact_by"):
        said = describe_offered("contact_by", visit.profile, catalogue)
        yield Paragraph(catalogue.text("sheet.before.prefers", ways=said), Tone.QUIET)
    reached_by = ways_to_reach(visit.profile, catalogue)
    for way in reached_by or (catalogue.text("sheet.before.no_contact"),):
        yield Paragraph(way)

    lines = message_lines(sitting, visit, catalogue)
    ways = wanted_ways(visit.profile)
    if "phone" in ways:
        yield Script(catalogue.text("sheet.before.say"), ())
        for line in lines:
            yield Blank(line) if "?" in line else Paragraph(line)
    yield from _messages(lines, ways, catalogue)


def _messages(
    lines: tuple[str, ...], ways: frozenset[str], catalogue: Catalogue
) -> Iterator[Script]:
    """Give the same words to send: as a text message, and as an e-mail or in a form."""
    words = " ".join(lines)
    if "text" in ways:
        message = f"{words} {catalogue.text('sheet.before.text_back')}"
        yield Script(catalogue.text("sheet.before.text"), (message,))
    label = "_or_".join(way for way in _WRITTEN if way in ways)
    if label:
        letter = f"{words} {catalogue.text('sheet.before.write_back')}"
        subject = [catalogue.text("sheet.before.subject")] if "email" in ways else []
        yield Script(catalogue.text(f"sheet.before.to.{label}"), (*subject, letter))


def _what_i_can_pay(fee: Money, catalogue: Catalogue) -> str:
    if not fee.limit:
        return catalogue.text("sheet.before.free")
    return catalogue.text("sheet.before.pay", amount=catalogue.money(fee.limit, fee.currency))


def _contact_log(visits: tuple[Visit, ...], catalogue: Catalogue) -> Table:
    headings = tuple(catalogue.text(f"sheet.before.column.{name}") for name in _LOG_COLUMNS)
    names = [visit.name for visit in visits]
    names += [""] * (MOST_TO_CHOOSE - len(names))
    empty = ("",) * (len(headings) - 1)
    return Table(headings, tuple((name, *empty) for name in names), kind="log")
