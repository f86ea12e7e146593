"""First talks on paper: side by side, what the profiles said and what was met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.checklist.part import MOST_TO_CHOOSE
from matcher.checklist.statements import AFTER_TALKS
from matcher.directory.profile import Profile
from matcher.document import Bullets, Paragraph, Section, Sheet, Table, Tone
from matcher.followup.difference import Difference, differences, has_changed
from matcher.followup.first_talk import Met, Talk, TalkNote
from matcher.i18n import Catalogue
from matcher.services.followup.stated import stated_in_full, stated_text, subject_name
from matcher.services.people.wording import clipped, fact_of, in_one_line


@dataclass(frozen=True, slots=True)
class MetPerson:
    """Somebody the person talked with.

    Attributes
    ----------
    profile
        What is stated now; ``None`` for somebody who left the directory.
    """

    talk: Talk
    profile: Profile | None


def met_text(note: TalkNote, profile: Profile | None, words: Catalogue) -> str:
    """Say what was met of a thing: *as the profile says*, *otherwise*, or *they told me*.

    Of a profile that says another thing by now, or is not there any more, *as it said then*.
    Nothing where nobody said what was met.
    """
    if note.met is None:
        return ""
    code = str(note.met)
    if note.met is Met.AS_STATED and was_stated(note, profile):
        code = "as_was_stated"
    if note.met is Met.OTHERWISE and not note.stated:
        is_open = profile is None or fact_of(note.subject, profile) is None
        code = "told" if is_open else code
    return words.text(f"followup.met.{code}")


def was_stated(note: TalkNote, profile: Profile | None) -> bool:
    """Tell whether what a profile stated when something was noted is not what it states now."""
    return bool(note.stated) if profile is None else has_changed(note, profile)


def talks_sheet(
    people: Sequence[MetPerson], subjects: Sequence[str], today: date, words: Catalogue
) -> Sheet:
    """Return the page that puts first talks side by side, three at a time.

    Parameters
    ----------
    people
        In the order printed.
    subjects
        The order of the things talked about, as `matcher.checklist.subject.subjects_of` gives
        it; what was noted besides comes after them.
    today
        The day it is printed.
    """
    title = words.text("followup.paper.talks.title")
    hint = Section("", (Paragraph(words.text("followup.paper.talks.hint"), Tone.QUIET),))
    groups = [
        people[start : start + MOST_TO_CHOOSE] for start in range(0, len(people), MOST_TO_CHOOSE)
    ]
    sections = [section for group in groups for section in _sections(group, subjects, words)]
    made = words.text("followup.paper.made_on", date=today)
    return Sheet(title, (made,), (hint, *sections), footer=title)


def _sections(
    people: Sequence[MetPerson], subjects: Sequence[str], words: Catalogue
) -> Iterator[Section]:
    tables = [*_tables(people, subjects, words)]
    if tables:
        yield Section("", tuple(tables))
    lines = tuple(
        difference_text(one, person, words)
        for person in people
        for one in differences(person.talk, person.profile, subjects)
        if subject_name(one.note.subject, words)
    )
    if lines:
        heading = words.text("followup.paper.talks.differences")
        yield Section(heading, (Bullets(lines),))


def _tables(
    people: Sequence[MetPerson], subjects: Sequence[str], words: Catalogue
) -> Iterator[Table]:
    names = [_name(person.talk, words) for person in people]
    rows = [
        (name, *(" ".join(met_lines(person, subject, words)) for person in people))
        for subject in noted_subjects(people, subjects)
        if (name := subject_name(subject, words))
    ]
    if rows:
        yield Table(("", *names), tuple(rows))
    said = [code for code in AFTER_TALKS if any(each.talk.impression(code) for each in people)]
    if said:
        after = [
            (
                words.text(f"sheet.home.{code}"),
                *(clipped(person.talk.impression(code)) for person in people),
            )
            for code in said
        ]
        yield Table((words.text("sheet.home.after_talks"), *names), tuple(after))


def _name(talk: Talk, words: Catalogue) -> str:
    name = clipped(talk.name)
    if talk.day is None:
        return name
    return words.text("followup.paper.talks.on", name=name, date=words.day(talk.day))


def noted_subjects(people: Sequence[MetPerson], subjects: Sequence[str]) -> tuple[str, ...]:
    """Return what was noted with any of them: in the order wanted, then as it was noted."""
    noted = [note.subject for person in people for note in person.talk.notes]
    return tuple(each for each in dict.fromkeys((*subjects, *noted)) if each in noted)


def met_lines(person: MetPerson, subject: str, words: Catalogue) -> list[str]:
    """Say what the profile states of a thing and what was met; nothing where nothing was noted."""
    note = person.talk.note(subject)
    if note.is_empty:
        return []
    met = met_text(note, person.profile, words)
    line = clipped(note.line)
    parts = [*filter(None, (stated_text(note, person.profile, words),))]
    key = "_".join(name for name, said in (("met", met), ("line", line)) if said)
    parts.append(words.text(f"followup.paper.talks.{key}", met=met, line=line))
    return parts


def difference_text(one: Difference, person: MetPerson, words: Catalogue) -> str:
    """Say what a profile states beside what was met, in a sentence or two."""
    name = f"{clipped(person.talk.name)}, {subject_name(one.note.subject, words)}"
    line = in_one_line(one.note.line) or words.text("followup.paper.talks.no_line")
    if was_stated(one.note, person.profile):
        said = stated_text(one.note, person.profile, words)
        return words.text("followup.paper.talks.difference_since", name=name, said=said, line=line)
    if one.fact is None or person.profile is None:
        return words.text("followup.paper.talks.difference_open", name=name, line=line)
    stated = stated_in_full(one.note.subject, person.profile, words)
    return words.text("followup.paper.talks.difference", name=name, stated=stated, line=line)
