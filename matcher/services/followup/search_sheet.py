"""My search on paper: whom I asked, when and how, what is next, and my notes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from matcher.document import Block, Paragraph, Section, Sheet, Table, Tone
from matcher.followup.search_log import Candidate, Contact, NextStep, Reply, SearchLog
from matcher.i18n import Catalogue
from matcher.services.people.wording import clipped, in_one_line

_COLUMNS = (
    "sheet.before.column.date",
    "sheet.before.column.how",
    "followup.paper.search.answer",
    "sheet.before.column.next",
)
_OWN_WORDS = "followup.paper.search.own_line"


def search_sheet(
    log: SearchLog,
    today: date,
    words: Catalogue,
    ways: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Sheet:
    """Return the page of a search, in the order of the shortlist.

    Parameters
    ----------
    today
        The day it is printed, said beside the title.
    ways
        By profile id, how somebody is reached, a line for each way; those who are not in the
        directory any more have none.
    """
    title = words.text("followup.paper.search.title")
    people = [
        _person(candidate, words, ways.get(candidate.profile_id, ())) for candidate in log.people
    ]
    if not people:
        people = [Section("", (Paragraph(words.text("followup.paper.search.nobody")),))]
    made = words.text("followup.paper.made_on", date=today)
    return Sheet(title, (made,), (_top(log, words), *people), footer=title)


def found_text(log: SearchLog, words: Catalogue, called: Callable[[str], str] = clipped) -> str:
    """Say whom the person found, and when; ``""`` for nobody."""
    if log.found is None:
        return ""
    one, day = log.candidate(log.found.profile_id), log.found.day
    if one is None:
        return words.text("followup.paper.search.found_elsewhere", date=day)
    return words.text("followup.paper.search.found", name=called(one.name), date=day)


def untried_text(candidate: Candidate, words: Catalogue) -> str:
    """Say how it stands with somebody of whom no try is noted."""
    if candidate.reply is Reply.NOT_YET:
        return words.text("followup.paper.search.no_contact")
    return words.text(f"followup.reply.{candidate.reply}")


def _top(log: SearchLog, words: Catalogue) -> Section:
    found = found_text(log, words)
    said = (Paragraph(found, Tone.STRONG),) if found else ()
    return Section("", (*said, Paragraph(words.text("followup.paper.yours"), Tone.QUIET)))


def _person(candidate: Candidate, words: Catalogue, ways: Sequence[str]) -> Section:
    reached = map(Paragraph, ways)
    return Section(clipped(candidate.name), (*reached, *_blocks(candidate, words)))


def _blocks(candidate: Candidate, words: Catalogue) -> Iterator[Block]:
    outcome = words.text(f"followup.outcome.{candidate.first_talk}")
    yield Paragraph(words.text("followup.paper.search.first_talk", outcome=outcome))
    if candidate.contacts:
        yield _tries(candidate.contacts, words)
    else:
        yield Paragraph(untried_text(candidate, words), Tone.QUIET)
    lines = [line for line in map(in_one_line, candidate.note.splitlines()) if line]
    if lines:
        yield Paragraph(words.text("followup.paper.search.note"), Tone.STRONG)
        yield from map(Paragraph, lines)


def _tries(contacts: Sequence[Contact], words: Catalogue) -> Table:
    """Return a row for each try; the column of one's own words only where there are some."""
    lines = [in_one_line(contact.line) for contact in contacts]
    columns = (*_COLUMNS, _OWN_WORDS) if any(lines) else _COLUMNS
    rows = [
        (*_row(contact, words), *([line] if any(lines) else []))
        for contact, line in zip(contacts, lines, strict=True)
    ]
    return Table(tuple(words.text(key) for key in columns), tuple(rows))


def _row(contact: Contact, words: Catalogue) -> tuple[str, ...]:
    answer = ""
    if contact.reply is not Reply.NOT_YET:
        answer = words.text(f"followup.reply.{contact.reply}")
    elif contact.answer_by is not None:
        answer = words.text("followup.paper.search.by", day=words.day(contact.answer_by))
    step = ""
    if contact.next_step is not NextStep.NONE:
        on = "" if contact.next_on is None else f" ({words.day(contact.next_on)})"
        step = words.text(f"followup.next.{contact.next_step}") + on
    way = words.text(f"followup.way.{contact.way}")
    return (words.day(contact.tried_on), way, answer, step)
