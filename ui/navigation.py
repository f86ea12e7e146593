"""The order of the pages: what comes next, what came before, what is opened over them."""

from collections.abc import Callable, Sequence


def _nothing(_page: str) -> bool:
    return False


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
    """

    def __init__(
        self,
        first: str,
        order: Callable[[], Sequence[str]],
        passed_over: Callable[[str], bool] = _nothing,
    ) -> None:
        self._first = first
        self._order = order
        self._passed_over = passed_over
        self._way = [first]
        self._over: list[str] = []

    @property
    def current(self) -> str:
        """The page that is shown."""
        return self._over[-1] if self._over else self._way[-1]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page to go back to."""
        return bool(self._over) or len(self._way) > 1

    @property
    def is_aside(self) -> bool:
        """Whether the page that is shown was opened over another one."""
        return bool(self._over)

    def next(self) -> str:
        """Go to the next page and return its id; at the end, stay.

        A page that was opened over another one is closed.
        """
        if self._over:
            return self.back()
        order = [*self._order()]
        for page in order[order.index(self.current) + 1 :]:
            if not self._passed_over(page):
                return self.go(page)
        return self.current

    def back(self) -> str:
        """Go where the person came from and return its id."""
        if self._over:
            self._over.pop()
        elif len(self._way) > 1:
            self._way.pop()
        return self.current

    def go(self, page: str) -> str:
        """Go to a page by its id: one of the order, or one to be opened over where one is."""
        if page != self._first and page not in self._order():
            return self.open(page)
        self._over.clear()
        if page in self._way:
            del self._way[self._way.index(page) + 1 :]
        else:
            self._way.append(page)
        return page

    def open(self, page: str) -> str:
        """Open any page over where one is; both *back* and *next* lead here again."""
        if page in self._over:
            del self._over[self._over.index(page) + 1 :]
        elif page != self.current:
            self._over.append(page)
        return page

    def start_again(self) -> str:
        """Forget the way and go to the first page."""
        self._way = [self._first]
        self._over.clear()
        return self.current
