"""Which things a first talk is noted on: what people are compared on, and what was noted before."""

from matcher.checklist.subject import subjects_of
from matcher.followup.first_talk import Talk
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.criteria import load_criteria

USUAL_SUBJECTS = ("fee", "times", "formats", "languages", "approaches", "goals")
"""What is talked about when nothing was asked for."""

_ASKED_OF_ALL = ("participants", "age_band")
"""What one says on the way in, and seldom has to ask about."""


def talk_subjects(result: ProfileResult | None, talk: Talk | None = None) -> tuple[str, ...]:
    """Return the things to note something on, each once.

    Parameters
    ----------
    result
        Where the person stands in the match; ``None`` for somebody who left the directory.
    talk
        What was noted so far: its subjects come after the others.

    Returns
    -------
    tuple of str
        Needs of the person's own, then wishes, the heaviest first, then needs that every search
        has; where there is none of them, `USUAL_SUBJECTS`. Never empty.
    """
    asked = [] if result is None else [*subjects_of(result)]
    asked.sort(key=_is_of_all)
    noted = () if talk is None else tuple(note.subject for note in talk.notes)
    return tuple(dict.fromkeys((*(asked or USUAL_SUBJECTS), *noted)))


def _is_of_all(subject: str) -> bool:
    return subject in _ASKED_OF_ALL or subject in load_criteria().standing
