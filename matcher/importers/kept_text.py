"""The words of a row that no field takes, kept as they stand for somebody to read."""

from collections.abc import Iterator
from functools import cache

from matcher.directory.field import UNSORTED
from matcher.directory.unsorted import label, line
from matcher.importers.foreign_text import LONGEST_PROSE, clean_text
from matcher.importers.headers import field_of, is_name_of
from matcher.importers.mapping import PARTS, is_list
from matcher.importers.row_builder import shortened
from matcher.importers.yes_no_column import asked_by


class KeptText:
    """Gather kept words by what they were said of."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], dict[str, None]] = {}

    def keep(self, target: str, text: str, header: str = "") -> None:
        """Keep words of a column.

        Parameters
        ----------
        target
            What the column stands for.
        text
            The words.
        header
            Of the column; ``""`` when they are of no one column.
        """
        if words := clean_text(text, LONGEST_PROSE):
            self._words.setdefault((target, _label(target, header)), {})[words] = None

    def has(self, target: str) -> bool:
        """Tell whether words were kept of what a column stands for."""
        return any(kept == target for kept, _ in self._words)

    def lines(self) -> Iterator[str]:
        """Give what was kept, a line for each column."""
        return (line(name, words) for (_, name), words in self._words.items())


@cache
def kept_of(target: str, header: str) -> frozenset[str]:
    """Return under which labels words of a column may stand, whatever it stood for before.

    See `matcher.directory.unsorted.said_anew`.
    """
    names = {_label(target, header), label("", shortened(header)).strip(), field_of(header)}
    if not is_list(target):
        names |= {target, *PARTS.get(target, ()), *_BESIDE.get(target, ())}
    return frozenset(names - {""}) | ({""} if target == UNSORTED else set())


_BESIDE = {
    "place": ("state",),
    **dict.fromkeys(("fees", "fee_min", "fee_max"), ("currency",)),
}
"""What else is kept of the words of some columns."""


def _label(target: str, header: str) -> str:
    """Name what words were said of, with the header where only that tells of what.

    Nobody knows what *No* is about without the *Video* above it.
    """
    is_told = not header or (is_name_of(header, target) and asked_by(header, target) is None)
    return label(target, "" if is_told else shortened(header))
