"""What a part of the printed content is: the tree that is read aloud, in the order drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

FieldKind = Literal["tick", "line"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the content of one page.

    Attributes
    ----------
    page
        Counted from 0.
    number
        Counted from 0 on each page.
    """

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Field:
    """A place on a page that can be filled in on a screen.

    Attributes
    ----------
    page
        Counted from 0.
    place
        Left, bottom, right and top.
    about
        Says what belongs there to whoever cannot see what stands around it.
    """

    kind: FieldKind
    page: int
    place: tuple[float, float, float, float]
    about: str


@dataclass(eq=False, slots=True)
class Tag:
    """An element of the structure; it joins the tree when something of it is first drawn.

    What is tried out and thrown away, to see how much room it takes, so never becomes part of it.

    Attributes
    ----------
    kind
        The standard structure type: ``H1``, ``P``, ``L``, ``LI``, ``Table`` and so on.
    parent
        ``None`` for the root alone.
    kids
        Elements, marks and fields in the order they were drawn; given beforehand, they are there
        even if nothing is drawn of them, as the empty cells of a row.
    """

    kind: str
    parent: Tag | None = None
    kids: list[Tag | Mark | Field] = field(default_factory=list)
    _is_in_tree: bool = field(default=False, init=False, repr=False)

    def add(self, drawn: Mark | Field) -> None:
        """Take what was drawn, and join the tree."""
        self.kids.append(drawn)
        self._join()

    def _join(self) -> None:
        if self._is_in_tree or self.parent is None:
            return
        self._is_in_tree = True
        if not any(kid is self for kid in self.parent.kids):
            self.parent.kids.append(self)
        self.parent._join()  # noqa: SLF001 - of its own kind


def row_of(kinds: list[str], parent: Tag) -> list[Tag]:
    """Return the cells of a new row of a table."""
    row = Tag("TR", parent)
    cells = [Tag(kind, row) for kind in kinds]
    row.kids.extend(cells)
    return cells
