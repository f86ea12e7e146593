"""What a profile states against what was met in a first talk."""

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.checklist.subject import fact_of
from matcher.directory.cells import write_cell
from matcher.directory.profile import Fact, Profile
from matcher.followup.first_talk import Met, Talk, TalkNote


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was met otherwise, or of which the profile says nothing.

    Attributes
    ----------
    note
        What was met, in the person's words.
    fact
        What the profile states now, with who said so and when; ``None`` where it says nothing or
        is not there any more.
    has_changed
        Whether the profile has come to state something else since the note was made: then it may
        be so by now.
    """

    note: TalkNote
    fact: Fact | None
    has_changed: bool = False

    @property
    def is_correction(self) -> bool:
        """Whether the profile states it otherwise still, so that the clinic may want to know."""
        return self.fact is not None and not self.has_changed


def noted(
    subject: str, met: Met | None, line: str = "", profile: Profile | None = None
) -> TalkNote:
    """Return a note on a thing with what the profile states now.

    Parameters
    ----------
    profile
        Left out, or ``None`` for somebody who left the directory, nothing is stated.
    """
    return TalkNote(subject, met, line, _stated(subject, profile))


def differences(
    talk: Talk, profile: Profile | None, subjects: Iterable[str] = ()
) -> tuple[Difference, ...]:
    """Return where stated and met differ.

    Parameters
    ----------
    talk
        What was met.
    profile
        What is stated now; ``None`` for somebody who left the directory.
    subjects
        The order wanted; what is not named comes after, in the order noted.

    Returns
    -------
    tuple of Difference
        One for each note that says *otherwise*; what was met as stated or not talked about is no
        difference.
    """
    order = {subject: place for place, subject in enumerate(dict.fromkeys(subjects))}
    notes = [note for note in talk.notes if note.met is Met.OTHERWISE]
    notes.sort(key=lambda note: order.get(note.subject, len(order)))
    return tuple(
        Difference(
            note,
            None if profile is None else fact_of(note.subject, profile),
            profile is not None and _stated(note.subject, profile) != note.stated,
        )
        for note in notes
    )


def _stated(subject: str, profile: Profile | None) -> str:
    fact = None if profile is None else fact_of(subject, profile)
    return "" if fact is None else write_cell(fact.value)
