"""What one person picked for a sheet: questions of the bank by id, and own ones in words."""

from collections.abc import Sequence

_PREFIX = "own."


class OwnQuestions:
    """The order on the first page, and the words of the questions that are a person's own.

    The n-th own question has the id ``own.n``, here as in a selection.

    Attributes
    ----------
    picks
        Ids in order; empty as long as the suggestion holds.
    own
        Words of the own questions that are on the page.
    """

    def __init__(self) -> None:
        self.picks: tuple[str, ...] = ()
        self.own: tuple[str, ...] = ()

    def add(self, words: str, picked: Sequence[str]) -> None:
        """Put a question at the end of those that are on the page."""
        self.own = (*self.own, words)
        self.picks = (*picked, f"{_PREFIX}{len(self.own)}")

    def keep(self, ids: Sequence[str]) -> str:
        """Keep these in their order; return the words of an own one that left, else ``""``."""
        by_id = {f"{_PREFIX}{place}": words for place, words in enumerate(self.own, start=1)}
        left = [words for id_, words in by_id.items() if id_ not in ids]
        stayed = [id_ for id_ in by_id if id_ in ids]
        anew = {id_: f"{_PREFIX}{place}" for place, id_ in enumerate(stayed, start=1)}
        self.own = tuple(by_id[id_] for id_ in stayed)
        self.picks = tuple(anew.get(id_, id_) for id_ in ids)
        return "".join(left[:1])
