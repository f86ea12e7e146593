"""The pages that will come out, as pictures: a look before there is paper."""

from functools import partial

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.errors import MatcherError
from ui.controllers.pictures_controller import PicturesController
from ui.controllers.print_source import page_for
from ui.controllers.sheets_controller import Sheets, SheetsController
from ui.language import Language
from ui.pages.page import GUTTER, Page
from ui.pages.sheets_way import ONTO_PAPER, SheetsWay
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pages_view import SCREEN_INCH, PagesView
from ui.widgets.text import Text

_RING = 8
_LARGE = 150
_STEPS = {"smaller": -1, "fit": 0, "larger": 1}
_KEYS = {
    "Ctrl++": 1, "Ctrl+=": 1, "Ctrl+-": -1, "Ctrl+0": 0
}  # fmt: skip


class PreviewPage(Page):
    """Opened over a page that knows what to print; *Next* leads on from there.

    Parameters
    ----------
    words
        The language that holds.
    sheets
        Makes the sheets; their source gives the page its id.
    pictures
        Makes the pictures of those in sight.
    text_size
        Of the window, in per cent: where letters are large, the pages begin as large.
    way
        Where the pages go from here.
    """

    goes_on_covered = False

    def __init__(
        self,
        words: Language,
        sheets: SheetsController,
        pictures: PicturesController,
        text_size: int = 100,
        way: SheetsWay = ONTO_PAPER,
    ) -> None:
        super().__init__(words, page_for("preview", sheets.source))
        self.shows_answers = sheets.source.is_private
        self._sheets = sheets
        self._pictures = pictures
        self._way = way
        self._first_size = text_size if text_size >= _LARGE else 0
        self._texts: list[str] = []
        self._shown: Sheets | None = None
        self.compose()

    def enter(self) -> None:
        """Make the sheets as they are wanted now; equal ones stay where they were."""
        super().enter()
        source = self._sheets.source
        if source.is_outdated:
            self.withdrawn.emit()
        elif source.lacks:
            self._empty(source.lacks)
        else:
            self._tell("preview.making")
            self._sheets.make(self.words.catalogue)

    def retranslate(self) -> None:
        """Say everything in the language that holds; sheets follow it when they are to."""
        super().retranslate()
        text = self.words.text
        self.setAccessibleName(text("preview.heading"))
        self.next_button.set_words(text(self._way.key))
        for name, button in self.zoom.items():
            button.set_words(text(f"preview.zoom.{name}"), text(f"preview.zoom.{name}_for"))
        self._name_pages()
        if self.isVisible():
            self.enter()

    def go_on(self) -> None:
        """Go to the printer, or to what is left without one, with a way back here."""
        self.open_over(page_for(self._way.page, self._sheets.source))

    def first_focus(self) -> QWidget:
        """Begin with the pages: the keys for it turn them over."""
        return self.pages if self.pages.views else self.back_button

    def _build(self) -> None:
        head = QFrame()
        head.setProperty("kind", "bar")
        column = QVBoxLayout(head)
        column.setContentsMargins(GUTTER, 12, GUTTER, 12)
        row = FlowLayout(across=12, down=12)
        column.addLayout(row)
        self.place = Text("heading", "place")
        # Its few words stay together, on a line of their own where there is no room.
        self.place.setWordWrap(False)
        self.zoom = {name: Button("quiet", f"zoom_{name}") for name in _STEPS}
        for widget in (*self.zoom.values(), self.place):
            row.addWidget(widget)
        self.told = Text("body", "told")
        self.problem = Text("error", "problem")
        self.pages = PagesView("pages", self._first_size)
        self.body.setSpacing(0)
        self.body.addWidget(head)
        for text in (self.told, self.problem):
            text.setContentsMargins(GUTTER, 12, GUTTER, 12)
            self.body.addWidget(text)
            text.set_words("")
        # Room for the ring around what has the focus.
        room = QVBoxLayout()
        room.setContentsMargins(_RING, _RING, _RING, 0)
        room.addWidget(self.pages)
        self.body.addLayout(room, 1)

    def _connect(self) -> None:
        for name, step in _STEPS.items():
            self.zoom[name].clicked.connect(partial(self._grow, step))
        for keys, step in _KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._grow, step))
        self.pages.moved.connect(self._show_seen)
        self._sheets.made.connect(self._show)
        self._sheets.failed.connect(self._tell_failed)
        self._pictures.pictured.connect(self._show_picture)
        self._pictures.failed.connect(self._tell_failed)
        self._sheets.lost.connect(self.withdrawn)

    def _show(self, sheets: Sheets) -> None:
        if not self.isVisible():
            # The page that prints makes sheets too; nobody looks at pictures of them here.
            return
        self._shown = sheets
        is_new = self._pictures.show(sheets.data)
        if is_new or len(self.pages.views) != len(sheets.pages):
            self.pages.set_pages([QSizeF(page.width, page.height) for page in sheets.pages])
        self._texts = [page.text for page in sheets.pages]
        self._name_pages()
        self.told.set_words("")
        self.problem.set_words("")
        self._show_controls(shown=True)
        if QWidget.focusWidget(self) in (None, self.back_button):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self.words.text("preview.ready", n=len(sheets.pages)))
        self._show_seen()

    def _show_seen(self) -> None:
        """Ask for the pictures in sight, then for those beside them."""
        seen = self.pages.in_sight()
        if not seen or not self.isVisible():
            return
        last = len(self.pages.views) - 1
        beside = [number for number in (seen[-1] + 1, seen[0] - 1) if 0 <= number <= last]
        sharpness = self.devicePixelRatioF()
        self._pictures.want((*seen, *beside), self.pages.percent / 100 * SCREEN_INCH * sharpness)
        for number, view in enumerate(self.pages.views):
            view.set_picture(self._pictures.picture(number))
        self._show_place()

    def _show_picture(self, number: int) -> None:
        if number < len(self.pages.views):
            self.pages.views[number].set_picture(self._pictures.picture(number))

    def _show_place(self) -> None:
        count = len(self.pages.views)
        place = (
            self.words.text("preview.place", page=self.pages.current + 1, n=count) if count else ""
        )
        self.place.set_words(place)
        self.pages.setAccessibleName(place or self.title)
        view = self.pages.views[self.pages.current] if count else None
        self.pages.setAccessibleDescription(view.accessibleDescription() if view else "")

    def _name_pages(self) -> None:
        count = len(self.pages.views)
        for number, (view, text) in enumerate(
            zip(self.pages.views, self._texts, strict=True), start=1
        ):
            name = self.words.text("preview.place", page=number, n=count)
            view.set_words(name, text or self.words.text("preview.empty_page"))
        self._show_place()

    def _grow(self, step: int) -> None:
        self.pages.grow(step)
        self.announce(self.words.text("preview.percent", n=self.pages.percent))

    def _empty(self, key: str) -> None:
        self._pictures.forget()
        self._texts = []
        self.pages.set_pages(())
        self._show_controls(shown=False)
        self._tell(key)

    def _show_controls(self, *, shown: bool) -> None:
        for widget in (*self.zoom.values(), self.place):
            widget.setVisible(shown)
        # Only what a person answered is copied by hand.
        leads_on = self.shows_answers or not self._way.is_by_hand
        self.next_button.set_words(self.words.text(self._way.key))
        self.next_button.setVisible(shown and leads_on)

    def _tell(self, key: str) -> None:
        words = self.words.text(key)
        self.problem.set_words("")
        self.told.set_words(words)
        self.announce(words)

    def _tell_failed(self, error: MatcherError) -> None:
        if not self.isVisible():
            return
        words = self.words.render_all(error)
        self.told.set_words("")
        self.problem.set_words(words)
        self.announce(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was made while the window was hidden."""
        super().showEvent(event)
        sheets = self._sheets.sheets
        if sheets is not None and sheets is not self._shown:
            self._show(sheets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn over with the keys for it, and say which page is seen then."""
        before = self.pages.current
        if not self.pages.scroll_with(event.key()):
            super().keyPressEvent(event)
            return
        self._show_place()
        if self.pages.current != before:
            self.announce(self.place.plain)
