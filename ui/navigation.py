"""The order of the pages: what comes next, what came before, what is opened over them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


def _nothing(_page: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a person was in the order of the pages, to go back to."""

    way: tuple[str, ...]
    seen: frozenset[str]
    over: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    done: frozenset[str]


class PageFlow:
    """Where a person is in the order of the pages.

    Parameters
    ----------
    order
        Gives the page ids from the first to the last. Asked when first needed, so that the first
        page can be shown before the others are known.
    passed_over
        Tells of a page id whether *next* leaves it out just now.
    first
        The page to begin with.
    each_time
        Pages that are shown on the way although they were seen over another one: what they ask
        about is what comes after them.
    """

    def __init__(
        self,
        first: str,
        order: Callable[[], Sequence[str]],
        passed_over: Callable[[str], bool] = _nothing,
        *,
        each_time: frozenset[str] = frozenset(),
    ) -> None:
        self._first = first
        self._order = order
        self._passed_over = passed_over
        self._each_time = each_time
        self._way = [first]
        self._seen = {first}
        self._over: list[_Run] = []
        self._done: set[str] = set()

    @property
    def current(self) -> str:
        """The page that is shown."""
        return self._over[-1].way[-1] if self._over else self._way[-1]

    @property
    def order(self) -> tuple[str, ...]:
        """The pages from the first to the last."""
        return tuple(self._order())

    @property
    def under_way(self) -> tuple[str, ...]:
        """The page that is shown, and those it was opened over: *back* leads to each as it is."""
        return (self._way[-1], *(run.way[-1] for run in self._over))

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page to go back to."""
        return bool(self._over) or len(self._way) > 1

    @property
    def is_aside(self) -> bool:
        """Whether the page that is shown was opened over another one."""
        return bool(self._over)

    @property
    def ahead(self) -> tuple[str, ...]:
        """The pages that may come after this one, without those done over another one."""
        if self._over:
            return tuple(self._over[-1].rest)
        order = [*self._order()]
        after = order[order.index(self.current) + 1 :]
        return tuple(page for page in after if page not in self._done - self._seen)

    def next(self) -> str:
        """Go to the next page and return its id; at the end, stay.

        At the end of pages that were opened over another one, these are closed.
        """
        following = next((page for page in self.ahead if not self._passed_over(page)), None)
        if self._over:
            return self._go_on_over(following)
        return self.current if following is None else self.go(following)

    def back(self) -> str:
        """Go where the person came from and return its id."""
        if self._over:
            if not self._over[-1].step_back():
                self._over.pop()
        elif len(self._way) > 1:
            self._way.pop()
        return self.current

    def go(self, page: str) -> str:
        """Go to a page by its id: one of the order, or one to be opened over where one is."""
        if page != self._first and page not in self._order():
            return self.open(page)
        self._over.clear()
        self._seen.add(page)
        if page in self._way:
            del self._way[self._way.index(page) + 1 :]
        else:
            self._way.append(page)
        return page

    def open(self, page: str, *then: str) -> str:
        """Open any page over where one is; both *back* and *next* lead here again.

        Parameters
        ----------
        then
            Pages that *next* goes through before it leads here again.
        """
        opened_in = [number for number, run in enumerate(self._over) if page in run.way]
        if opened_in:
            del self._over[opened_in[-1] + 1 :]
            self._over[-1].return_to(page)
        elif page != self.current:
            self._over.append(_Run([page], [*then]))
        return page

    def take_up(self, page: str) -> str:
        """Be on a page of the order as if one had come there page by page; return its id."""
        order = [*self._order()]
        self.start_again()
        if page in order:
            before = order[: order.index(page)]
            self._way = [each for each in before if not self._passed_over(each)]
            self._way.append(page)
            self._seen |= {*self._way}
        return self.current

    def start_again(self) -> str:
        """Forget the way and go to the first page."""
        self._way = [self._first]
        self._seen = {self._first}
        self._over.clear()
        self._done.clear()
        return self.current

    def bookmark(self) -> Bookmark:
        """Return where one is."""
        over = tuple((tuple(run.way), tuple(run.rest)) for run in self._over)
        return Bookmark(tuple(self._way), frozenset(self._seen), over, frozenset(self._done))

    def return_to(self, place: Bookmark) -> None:
        """Be where one was, as if nothing had come after."""
        self._way, self._seen, self._done = [*place.way], {*place.seen}, {*place.done}
        self._over = [_Run([*way], [*rest]) for way, rest in place.over]

    def _go_on_over(self, following: str | None) -> str:
        run = self._over[-1]
        self._done |= {self.current} - self._each_time
        if following is None:
            self._over.pop()
        else:
            run.go(following)
        return self.current


@dataclass(slots=True)
class _Run:
    """Pages opened over another one: the way gone so far, and what *next* still leads to."""

    way: list[str]
    rest: list[str]

    def go(self, page: str) -> None:
        """Go to one of the rest; what lies before it is left out."""
        del self.rest[: self.rest.index(page) + 1]
        self.way.append(page)

    def step_back(self) -> bool:
        """Go to the page before; tell whether there was one."""
        self.rest.insert(0, self.way.pop())
        return bool(self.way)

    def return_to(self, page: str) -> None:
        """Go back to a page of the way."""
        while self.way[-1] != page:
            self.step_back()
