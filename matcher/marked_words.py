"""Words of which some are to be told from the others: a name, what is typed, what leads on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike.

    Attributes
    ----------
    is_strong
        Whether it is a name, or what a button says.
    is_code
        Whether it is typed as it stands.
    address
        Id of what the words lead to; ``""`` where they lead nowhere.
    """

    words: str
    is_strong: bool = False
    is_code: bool = False
    address: str = ""


class MarkedWords(str):
    """Words like any others to whoever knows nothing of marks, such as paper and plain text.

    Attributes
    ----------
    runs
        Its parts in order; together they are the words.
    """

    __slots__ = ("runs",)

    runs: tuple[Run, ...]

    def __new__(cls, runs: Iterable[Run] = ()) -> MarkedWords:
        """Put runs together, without the spaces before and behind them all."""
        kept = [run for run in runs if run.words]
        if kept:
            kept[0] = replace(kept[0], words=kept[0].words.lstrip())
            kept[-1] = replace(kept[-1], words=kept[-1].words.rstrip())
        made = super().__new__(cls, "".join(run.words for run in kept))
        made.runs = tuple(kept)
        return made


def marked_at_end(whole: str, end: str) -> str:
    """Return words with the marks that their end brings along."""
    if not isinstance(end, MarkedWords) or not whole.endswith(end):
        return whole
    return MarkedWords((Run(whole[: len(whole) - len(end)]), *end.runs))
