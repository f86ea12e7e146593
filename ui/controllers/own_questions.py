"""What one person picked for a sheet: questions of the bank by id, and own ones in words."""

from collections.abc import Collection, Mapping, Sequence
from typing import Self

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
        self._ticked: set[str] = set()
        self._left: dict[str, set[str]] = {}

    @classmethod
    def from_kept(cls, kept: Mapping[str, Sequence[str]]) -> Self:
        """Return what `to_kept` was once told; what is missing is empty."""
        questions = cls()
        questions.picks = tuple(kept.get("picks", ()))
        questions.own = tuple(kept.get("own", ()))
        questions._ticked = {*kept.get("ticked", ())}
        return questions

    def to_kept(self) -> dict[str, list[str]]:
        """Return what is needed to have them another day."""
        return {"picks": [*self.picks], "own": [*self.own], "ticked": sorted(self._ticked)}

    def add(self, words: str, picked: Sequence[str]) -> None:
        """Put a question at the end of those that are on the page."""
        self.own = (*self.own, words)
        self.picks = (*picked, f"{_PREFIX}{len(self.own)}")

    def put_on(self, id_: str, picked: Sequence[str]) -> tuple[str, ...]:
        """Return what is on the page with a question that the person wants on it.

        One that was taken off before goes back to where it stood, any other to the end.
        """
        self._ticked.add(id_)
        before: Collection[str] = self._left.pop(id_, picked)
        place = max((at for at, each in enumerate(picked, start=1) if each in before), default=0)
        return (*picked[:place], id_, *picked[place:])

    def take_off(self, id_: str, picked: Sequence[str]) -> tuple[str, ...]:
        """Return what is on the page without a question; what stood before it is remembered."""
        self._ticked.discard(id_)
        before = {*picked[: picked.index(id_)]}
        for other, its in sorted(self._left.items(), key=lambda each: len(each[1])):
            if its <= before:
                before.add(other)
        self._left[id_] = before
        return tuple(each for each in picked if each != id_)

    def least_wanted(self, picked: Sequence[str]) -> str:
        """Return the last question that was only suggested, ``""`` where the person chose all."""
        mine = {*self._ticked, *(f"{_PREFIX}{place}" for place, _ in enumerate(self.own, start=1))}
        return next((id_ for id_ in reversed(picked) if id_ not in mine), "")

    def keep(self, ids: Sequence[str]) -> str:
        """Keep these in their order; return the words of an own one that left, else ``""``."""
        by_id = {f"{_PREFIX}{place}": words for place, words in enumerate(self.own, start=1)}
        left = [words for id_, words in by_id.items() if id_ not in ids]
        stayed = [id_ for id_ in by_id if id_ in ids]
        anew = {id_: f"{_PREFIX}{place}" for place, id_ in enumerate(stayed, start=1)}
        self.own = tuple(by_id[id_] for id_ in stayed)
        self.picks = tuple(anew.get(id_, id_) for id_ in ids)
        return "".join(left[:1])
