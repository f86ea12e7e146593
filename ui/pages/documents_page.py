"""The documents, one at a time: a list of them, and from each a way on and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.controllers.documents_controller import DocumentsController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.contents_list import ContentsList
from ui.widgets.copy_button import CopyWords
from ui.widgets.document_section import DocumentSection
from ui.widgets.long_document import LongDocument
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.services.documents.opened import OpenedDocument

_FEW_SECTIONS = 4
"""So many need no list of what there is."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What is read, and from where one went on: its entry, if it was one, and what was in sight."""

    id: str
    entry: int | None = None
    scrolled: int = 0


class DocumentsPage(SheetPage):
    """Begins with a list; *Back* leads from a document to where it was opened from.

    Parameters
    ----------
    words
        The language that holds.
    documents
        Opens them.
    shelf
        Id of the list to begin with.
    is_section
        Whether it stands by itself, and nothing is to be closed.
    can_copy
        Whether what is to be typed can be copied: a kiosk keeps nothing that was.

    Attributes
    ----------
    can_copy
        As above.
    """

    breadth = BROAD
    offers_back = False

    def __init__(
        self,
        words: Language,
        documents: DocumentsController,
        shelf: str,
        *,
        is_section: bool = False,
        can_copy: bool = False,
    ) -> None:
        super().__init__(words, "documents")
        self._documents = documents
        self._way = [_Step(shelf)]
        self._is_section = is_section
        self.can_copy = can_copy
        self._shown: OpenedDocument | None = None
        self._returned_to: _Step | None = None
        self._returned_from = ""
        self.compose()

    @property
    def opened(self) -> str:
        """Id of what is read."""
        return self._way[-1].id

    @property
    def is_complete(self) -> bool:
        """Whether all of it is there."""
        has_all = self._shown is not None and (
            not self._shown.sections or self._document.is_complete
        )
        return has_all and not self._waiting.plain

    def enter(self) -> None:
        """Begin with the list; with what was read, after a page opened over it."""
        if self.is_returned_to and self._shown is not None:
            return
        super().enter()
        del self._way[1:]
        self._returned_to = None
        self._ask()

    def first_focus(self) -> QWidget:
        """Begin with what can be opened, or with the way back."""
        buttons = self.entries.buttons
        number = None if self._returned_to is None else self._returned_to.entry
        if number is not None and number < len(buttons):
            return buttons[number]
        return buttons[0] if buttons and self._is_at_shelf else self._way_on

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.contents.heading.set_words(self.words.text("screen.how.contents"))
        self.next_button.set_words(self.words.text("documents.close"))
        self.back.set_words(self.words.text("screen.common.back"))
        if self.can_copy:
            self._document.copying = self._copy_words()
        if self._shown is None:
            self.set_heading(self.words.text("documents.waiting"))
        if self.isVisible():
            self._ask()

    def open(self, number: int) -> None:
        """Read an entry of what is shown, counted from 0."""
        assert self._shown is not None
        self._go_to(self._shown.entries[number].id, number)

    def go_back(self) -> None:
        """Go to where this was opened from."""
        if self._is_at_shelf:
            super().go_back()
            return
        self._returned_from = self._way.pop().id
        self._returned_to = self._way[-1]
        self._ask()

    @property
    def _is_at_shelf(self) -> bool:
        return len(self._way) == 1

    @property
    def _way_on(self) -> Button:
        return self.next_button if self.back.isHidden() else self.back

    def _build(self) -> None:
        self._waiting = Text("quiet", "waiting")
        self._document = LongDocument("document", self._say_cell)
        self.contents = self._document.contents
        self.entries = ContentsList("entries")
        self.back = Button("quiet", "documents_back")
        for widget in (self._waiting, self._document, self.entries):
            self.column.addWidget(widget)

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back)
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)
        self.next_button.setVisible(not self._is_section)

    def _connect(self) -> None:
        self._documents.opened.connect(self._show)
        self._documents.failed.connect(self._fail)
        self._document.section_reached.connect(self._show_from)
        self._document.link_pressed.connect(self._go_to)
        # Not before the layout has room for what came last.
        self._document.completed.connect(self._show_place, Qt.ConnectionType.QueuedConnection)
        self.scroll_bar.rangeChanged.connect(self._show_place, Qt.ConnectionType.QueuedConnection)
        self.entries.section_requested.connect(self.open)
        self.back.clicked.connect(self.go_back)

    def _ask(self) -> None:
        self._waiting.set_words(self.words.text("documents.waiting"))
        self._documents.request(self.opened, self.words.catalogue)

    def _show(self, opened: OpenedDocument) -> None:
        is_first = self._shown is None
        self._shown = opened
        self._waiting.set_words("")
        self.set_heading(opened.title, opened.why)
        has_many = len(opened.sections) >= _FEW_SECTIONS
        self._document.show_sections(opened.sections, with_contents=has_many)
        self.entries.heading.set_words(opened.entries_heading)
        self.entries.set_headings([entry.title for entry in opened.entries])
        self.back.setVisible(not self._is_at_shelf)
        self.begin_anew()
        if self._returned_to is not None:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if not is_first:
            self.announce(self.title)

    def _go_to(self, id_: str, entry: int | None = None) -> None:
        """Open something from here, by an entry or by a link in the text."""
        self._way[-1] = _Step(self.opened, entry, self.scroll_bar.value())
        self._way.append(_Step(id_))
        self._returned_to = None
        self._ask()

    def _show_place(self) -> None:
        """Show again what was in sight when something was opened from here, and what has focus."""
        returned_to = self._returned_to
        if returned_to is None or not self.is_complete:
            return
        if self.focusWidget() is not self.first_focus():
            return
        make_room(self.entries)
        self.scroll_bar.setValue(returned_to.scrolled)
        link = self._document.findChild(Button, self._returned_from)
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal_focus()

    def _copy_words(self) -> CopyWords:
        text = self.words.text
        named = text("documents.copy.named", words="{words}")
        return CopyWords(text("documents.copy.copy"), text("documents.copy.copied"), named)

    def _fail(self, _error: MatcherError) -> None:
        self._waiting.set_words(self.words.text("documents.failed"))
        self.announce(self._waiting.plain)

    def _show_from(self, section: DocumentSection) -> None:
        self.show_from(section)
        self.announce(section.heading.plain)

    def _say_cell(self, heading: str, cell: str) -> str:
        return self.words.text("screen.how.cell", heading=heading, cell=cell)
