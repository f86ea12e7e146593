"""Where a page begins for the keys, and that what has the focus is seen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from ui.widgets.scroll_area import reveal_in

if TYPE_CHECKING:
    from ui.pages.page import Page

_AIR = 48
"""Pixels seen above and below what has the focus."""

_REASON = Qt.FocusReason.OtherFocusReason


class PageFocus(QObject):
    """Gives a page the focus, and lets what has it be seen, whichever way it got there.

    Parameters
    ----------
    page
        Of what has the focus here; what follows it keeps still while it `stays`.

    Attributes
    ----------
    left_at
        Where another page was opened from, until that is taken.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.left_at: QWidget | None = None
        self._begins_at: QWidget | None = None
        self._begins_unseen = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def take_left(self) -> QWidget | None:
        """Return, once, where another page was opened from, if that is still there."""
        left_at, self.left_at = self.left_at, None
        is_there = left_at is not None and isValid(left_at) and left_at.isVisibleTo(self._page)
        return left_at if is_there else None

    def begin(self, first: QWidget) -> None:
        """Give the focus to what is first; it is not scrolled to, because the heading is.

        What is hidden would hand it on to all that it stands in, up to the page itself.
        """
        if first.isVisibleTo(self._page):
            first.setFocus(_REASON)
        self._begins_at = at = self._page.focusWidget()
        if isinstance(at, QLineEdit):
            at.textEdited.connect(self._show_typed, Qt.ConnectionType.UniqueConnection)

    def begin_late(self) -> None:
        """Begin once what had to be waited for is there, unless somebody went on by themselves."""
        # Not before the layout has shown it.
        QTimer.singleShot(0, self, self._begin_untouched)

    def show_beginning(self) -> bool:
        """Scroll to what has the focus since the beginning; tell whether that was needed."""
        focused = QApplication.focusWidget()
        was_unseen, self._begins_unseen = self._begins_unseen, False
        is_needed = was_unseen and focused is self._begins_at and not _is_seen(focused)
        if is_needed and focused is not None:
            self.reveal(focused)
        return is_needed

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget of the page is seen, with some air around it."""
        for area in _areas_around(self._page, widget):
            reveal_in(area, widget, _AIR)

    def reveal_soon(self, widget: QWidget) -> None:
        """Do so once the layout has room for what it says by now."""
        QTimer.singleShot(0, self, partial(self.reveal, widget))

    def _show_typed(self) -> None:
        """Scroll to what the page begins with as soon as somebody writes there."""
        focused = QApplication.focusWidget()
        if focused is not None and focused is self._begins_at and not _is_seen(focused):
            self.reveal(focused)

    def _begin_untouched(self) -> None:
        page, focused = self._page, QApplication.focusWidget()
        is_elsewhere = focused is None or not page.isAncestorOf(focused)
        if page.isVisible() and (is_elsewhere or focused in (page.back_button, self._begins_at)):
            page.begin()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._page.isAncestorOf(new):
            return
        if new is not self._begins_at:
            self._begins_at = None
        if not self._page.stays:
            # Not before the layout knows where it is.
            QTimer.singleShot(0, self, self.reveal_focused)

    def reveal_focused(self) -> None:
        """Scroll until what has the focus is seen."""
        focused = QApplication.focusWidget()
        if focused is None or not self._page.isAncestorOf(focused):
            return
        if focused is self._begins_at and all(
            area.verticalScrollBar().value() == 0 for area in _areas_around(self._page, focused)
        ):
            self._begins_unseen = not _is_seen(focused)
        else:
            self.reveal(focused)


def _is_seen(widget: QWidget | None) -> bool:
    """Tell whether enough of a widget is in sight to know what it is."""
    if widget is None:
        return False
    return widget.visibleRegion().boundingRect().height() >= min(widget.height(), _AIR)


def _areas_around(page: QWidget, widget: QWidget) -> Iterator[QScrollArea]:
    """Give what of the page a widget scrolls in."""
    area = widget.parentWidget()
    while area is not None and area is not page:
        if isinstance(area, QScrollArea):
            yield area
        area = area.parentWidget()
