"""What a part of the printed content is: the tree that is read aloud, in the order drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

FieldKind = Literal["tick", "line"]
Scope = Literal["Column", "Row"]
"""What a heading in a table is the heading of."""


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
    attributes
        What else is to be known of it, with the owner as ``O``: names are texts.
    says
        Said in its place, where what is drawn is no text.
    """

    kind: str
    parent: Tag | None = None
    kids: list[Tag | Mark | Field] = field(default_factory=list)
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    says: str = ""
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


def row_of(scopes: Sequence[Scope | None], table: Tag) -> list[Tag]:
    """Return the cells of a new row of a table.

    Parameters
    ----------
    scopes
        What each cell is the heading of; ``None`` for one that is no heading.
    table
        Whose row it is.
    """
    row = Tag("TR", table)
    cells = [_cell(scope, row) for scope in scopes]
    row.kids.extend(cells)
    return cells


def wide_heading_of(columns: int, table: Tag) -> Tag:
    """Return a heading as wide as so many columns, in a row of its own."""
    row = Tag("TR", table)
    cell = Tag("TH", row, attributes={"O": "Table", "Scope": "Row", "ColSpan": columns})
    row.kids.append(cell)
    return cell


def list_of(parent: Tag, signs: Literal["None", "Decimal", "Square"]) -> Tag:
    """Return a new list: without signs that are read, with numbers, or with boxes."""
    return Tag("L", parent, attributes={"O": "List", "ListNumbering": signs})


def _cell(scope: Scope | None, row: Tag) -> Tag:
    if scope is None:
        return Tag("TD", row)
    return Tag("TH", row, attributes={"O": "Table", "Scope": scope})
