"""What a list says of words that no field takes, beside what is held of other columns.

Words that were kept of a list go once their source says that list anew, and all of it is
understood.
"""

from collections.abc import Collection, Iterator, Mapping

from matcher.directory.field import UNSORTED
from matcher.directory.partly_read import lists_kept, still_open
from matcher.directory.statement import Statement
from matcher.directory.trail import NOTHING, Word
from matcher.directory.unsorted import has_all, said_anew, without
from matcher.store.decided import Key
from matcher.store.rows import words_of


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


def words_not_settled(statement: Statement, held: Mapping[Key, Word]) -> Iterator[tuple[str, Word]]:
    """Give what a statement says of each field, without words of lists said anew since."""
    about, source = statement.profile_id, statement.source.value
    for field, word in words_of(statement):
        if field == UNSORTED and word.value:
            lists = (
                (name, said.day)
                for name in lists_kept(word.value)
                if (said := held.get((about, name, source)))
            )
            yield field, Word(still_open((word.value, word.day), lists) or None, word.day)
        else:
            yield field, word


def once_said_anew(
    kept: Word, statement: Statement, words: Mapping[str, Word], *, is_decided: bool
) -> Word:
    """Return what is kept once lists hold that the same source said, and that were read whole.

    Parameters
    ----------
    kept
        Words that no field takes.
    words
        Those of the statement that hold, by field.
    is_decided
        Whether somebody decided that these words are kept: only newer lists count then.
    """
    whole = {
        field
        for field in lists_kept(kept.value) - statement.in_part
        if (word := words.get(field, NOTHING)).value and not kept.is_newer_than(word)
        if word.is_newer_than(kept) or not is_decided
    }
    whole -= lists_kept(statement.values.get(UNSORTED))
    return Word(without(kept.value or "", whole) or None, kept.day) if whole else kept
