"""Which things a first talk is noted on: what people are compared on, and what was noted before."""

from matcher.checklist.subject import subjects_of
from matcher.followup.first_talk import Talk
from matcher.ranking.explanation import ProfileResult

USUAL_SUBJECTS = ("fee", "times", "formats", "languages", "approaches", "goals")
"""What is talked about when nothing was asked for."""


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
        Needs, then wishes, the heaviest first, as on the comparison sheet; where there is
        neither, `USUAL_SUBJECTS`. Never empty.
    """
    asked = () if result is None else subjects_of(result)
    noted = () if talk is None else tuple(note.subject for note in talk.notes)
    return tuple(dict.fromkeys((*(asked or USUAL_SUBJECTS), *noted)))
