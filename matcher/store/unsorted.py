"""What a list says of words that no field takes, beside what is held of other columns."""

from collections.abc import Collection

from matcher.directory.trail import Word
from matcher.directory.unsorted import has_all, said_anew


def heard(word: Word, held: Word, columns: Collection[str], *, over: bool) -> Word:
    """Return what is held once a list has said its words, no older than those.

    Parameters
    ----------
    columns, over
        As in `matcher.directory.unsorted.said_anew`.

    Returns
    -------
    Word
        What is held, with its day, where the list has no word on it.
    """
    said = said_anew(held.value or "", word.value or "", columns, over=over)
    is_told = word.value is not None and has_all(said, word.value)
    return held if said == (held.value or "") and not is_told else Word(said or None, word.day)
