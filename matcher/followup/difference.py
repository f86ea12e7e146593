"""What a profile states against what was met in a first talk."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from matcher.checklist.subject import fact_of
from matcher.directory.profile import Fact, Profile
from matcher.followup.first_talk import Met, Talk, TalkNote
from matcher.followup.stated_then import stated_now, states_another

_IS_MET = (Met.AS_STATED, Met.OTHERWISE)


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
    return TalkNote(subject, met, line, stated_now(subject, profile))


def noted_again(
    before: TalkNote, met: Met | None, line: str, profile: Profile | None, *, is_known: bool = True
) -> TalkNote:
    """Return a note after a change: with what is stated now, where nothing was said of that yet.

    What was stated when something was first noted stays with it, whatever is chosen or written
    later: that says nothing of what is stated by then.

    Parameters
    ----------
    profile
        ``None`` for somebody who left the directory.
    is_known
        Whether anybody can say what is stated; where not, that is taken later.
    """
    stated = before.stated
    if met in _IS_MET and met is not before.met and not stated:
        stated = stated_now(before.subject, profile) if is_known else None
    return TalkNote(before.subject, met, line, stated)


def with_stated(talk: Talk, profile: Profile) -> Talk:
    """Return a talk in which notes hold what is stated, where nobody could say it before."""
    for note in talk.notes:
        if _is_unsaid(note):
            talk = talk.with_note(replace(note, stated=stated_now(note.subject, profile)))
    return talk


def has_changed(note: TalkNote, profile: Profile | None) -> bool:
    """Tell whether a profile states another thing by now than when something was met."""
    if profile is None or note.met not in _IS_MET or _is_unsaid(note):
        return False
    return states_another(note.subject, note.stated or "", profile)


def _is_unsaid(note: TalkNote) -> bool:
    """Tell whether nobody could say what was stated; an earlier version kept that as nothing."""
    return note.stated is None or (note.met is Met.AS_STATED and not note.stated)


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
            has_changed(note, profile),
        )
        for note in notes
    )
