"""Groups of shapes in two even columns, which go on over the next page where one is full."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reportlab.platypus import Flowable, PageBreak, Table

from matcher.pdf.columns import height_of
from matcher.pdf.styles import GAP
from matcher.pdf.tables import side_by_side

_BETWEEN = 2.4 * GAP
_BEGINNING = 0.2
"""The part of a page below which a list is not begun."""

Group = Sequence[Flowable]


def column_width(width: float) -> float:
    """Return the width of each of two columns in a width, both in points."""
    return float((width - _BETWEEN) / 2)


class GroupColumns(Flowable):  # type: ignore[misc]
    """Groups in two columns, as even as whole groups allow.

    Parameters
    ----------
    groups
        In reading order, down the first column and then the second; each stays whole.
    again
        Makes what is said where a group, counted from 0, begins the next page.
    page_height
        Between the margins, in points.

    Attributes
    ----------
    stays_whole
        Whether they are rather to begin a page than to be divided.
    tail
        What stands below both columns, on the page on which they end.
    """

    stays_whole = False

    def __init__(
        self, groups: Sequence[Group], again: Callable[[int], Group], page_height: float
    ) -> None:
        super().__init__()
        self._groups = groups
        self._again = again
        self._page_height = page_height
        self.tail: list[Flowable] = []
        self._row: Table | None = None
        self.spaceAfter = GAP

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        self._row = self._set(self._groups, width)
        _, self._columns_height = self._row.wrap(width, height)
        self.width, self.height = width, self._columns_height + self._tail_height(width)
        return self.width, self.height

    def draw(self) -> None:
        """Draw both columns."""
        if self._row is not None:
            y = self.height - self._columns_height
            self._row.drawOn(self.canv, 0, y)
            y -= self.getSpaceAfter()
            for shape in self.tail:
                _, height = shape.wrap(self.width, self.height)
                y -= shape.getSpaceBefore() + height
                shape.drawOn(self.canv, 0, y)
                y -= shape.getSpaceAfter()

    def height_of_beginning(self, width: float, height: float) -> float:
        """Return the least height in which it begins, of the height of a page."""
        _, whole = self.wrap(width, height)
        return float(min(whole, _BEGINNING * height))

    def split(self, width: float, height: float) -> list[Flowable]:
        """Divide it at the end of a page, between two groups."""
        heights = self._heights(width)
        fitting = len(heights)
        while fitting and _evenly(heights[:fitting])[1] > height:
            fitting -= 1
        if fitting == len(heights):
            if self.wrap(width, height)[1] <= height:
                return [self]
            fitting -= 1  # what stands below both columns is not left alone
        if fitting:
            return [self._part(0, fitting), *self._rest(fitting)]
        if heights[0] <= self._page_height:
            is_alone = len(heights) == 1 and heights[0] <= height
            return [self._without_tail(), *self.tail] if is_alone else []
        parts = self._set(self._groups[:1], width).split(width, height)
        return [*parts, *(self._rest(1) if len(heights) > 1 else self.tail)] if parts else []

    def _rest(self, start: int) -> Iterator[Flowable]:
        if start < len(self._groups):
            yield PageBreak()
            yield from self._again(start)
            yield self._part(start, len(self._groups))

    def _part(self, start: int, stop: int) -> "GroupColumns":
        def again(number: int) -> Group:
            return self._again(start + number)

        part = GroupColumns(self._groups[start:stop], again, self._page_height)
        if stop == len(self._groups):
            part.tail = self.tail
        return part

    def _without_tail(self) -> "GroupColumns":
        return GroupColumns(self._groups, self._again, self._page_height)

    def _tail_height(self, width: float) -> float:
        if not self.tail:
            return 0.0
        return float(self.getSpaceAfter() + sum(map(partial(_with_room, width=width), self.tail)))

    def _set(self, groups: Sequence[Group], width: float) -> Table:
        middle, _ = _evenly(self._heights(width)[: len(groups)])
        sides = [
            [shape for group in part for shape in group]
            for part in (groups[:middle], groups[middle:])
        ]
        column = column_width(width)
        return side_by_side(sides, [column + _BETWEEN, column], gutter=_BETWEEN)

    def _heights(self, width: float) -> list[float]:
        return [height_of(group, column_width(width)) for group in self._groups]


def _evenly(heights: Sequence[float]) -> tuple[int, float]:
    """Return where the second column begins, and how high the higher one is then."""
    cuts = range(len(heights), 0, -1)
    highest = {cut: max(sum(heights[:cut]), sum(heights[cut:])) for cut in cuts}
    middle = min(highest, key=highest.__getitem__)
    return middle, highest[middle]


def _with_room(shape: Flowable, width: float) -> float:
    return height_of([shape], width)
