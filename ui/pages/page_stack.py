"""The pages there are: made when first wanted, shown one at a time, forgotten together."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.pages.page import Page
from ui.theme.motion import fade_ms
from ui.widgets.veil import fade_from


class PageStack(QStackedWidget):
    """Keeps each page until it is forgotten.

    Parameters
    ----------
    make_page
        Makes the page of an id.

    Signals
    -------
    made
        With a new page, before it is seen.
    """

    made = Signal(object)

    def __init__(self, make_page: Callable[[str], Page]) -> None:
        super().__init__()
        self._make_page = make_page
        self._pages: dict[str, Page] = {}

    def page(self, name: str) -> Page:
        """Return the page of an id."""
        if name not in self._pages:
            page = self._pages[name] = self._make_page(name)
            self.addWidget(page)
            self.made.emit(page)
        return self._pages[name]

    def show_page(self, page: Page) -> None:
        """Show a page in place of another, which fades away where things may move."""
        milliseconds = fade_ms()
        before = self.currentWidget()
        picture = before.grab() if milliseconds and before not in (None, page) else None
        self.setCurrentWidget(page)
        fade_from(self, picture, milliseconds)

    def show_again(self, name: str) -> None:
        """Show a page that was not forgotten, as it is."""
        if name in self._pages:
            self.setCurrentWidget(self._pages[name])

    def put_aside_others(self, kept: Collection[str] = ()) -> None:
        """Let every page but those named keep what would be lost when it is forgotten."""
        for name in self._pages.keys() - {*kept}:
            self._pages[name].put_aside()

    def forget_others(self, kept: Collection[str] = ()) -> None:
        """Let go of every page but those named.

        At once, so that no page is measured anew only to be thrown away.
        """
        for name in self._pages.keys() - {*kept}:
            page = self._pages.pop(name)
            self.removeWidget(page)
            page.deleteLater()
            if kept:
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

    def retranslate(self) -> None:
        """Say every word of every page in the language that holds."""
        for page in self._pages.values():
            page.retranslate()

    def hasHeightForWidth(self) -> bool:
        """Tell that pages take the height there is: what is higher scrolls, and presses nothing."""
        return False
