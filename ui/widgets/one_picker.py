"""One of many, found by its words: a search field, and cards for what was found."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.card_layout import CardLayout
from ui.widgets.column import make_room
from ui.widgets.plain_words import WordSearch
from ui.widgets.text import Text

MOST_FOUND = 12
"""How many are shown; with more, some letters more are asked for."""


class Pickable(Protocol):
    """What can be chosen."""

    @property
    def code(self) -> str:
        """What is chosen."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def names(self) -> tuple[str, ...]:
        """What else it may be searched by."""


class OnePicker(QWidget):
    """Shows a few likely ones, or all of a short list, until letters are written.

    Parameters
    ----------
    name
        Object name; that of a found one's button is ``<name>_found_<slot>``.
    words
        The language that holds.

    Signals
    -------
    chosen
        With the code.
    closed
        Nothing is to be changed.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, name: str, words: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._choices: dict[str, Pickable] = {}
        self._likely: tuple[str, ...] = ()
        self._search_words: WordSearch | None = None
        self.search = QLineEdit()
        self.search.setObjectName(f"{name}_search")
        self.told = Text("quiet", f"{name}_told")
        self.buttons: list[Button] = []
        self._found = QWidget()
        self._cards = CardLayout(self._found, 2)
        self.close_button = Button("plain", f"{name}_close")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.search, self.told, self._found):
            column.addWidget(widget)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.search.textChanged.connect(self._show)
        self.close_button.clicked.connect(self.closed)

    def offer(self, choices: Sequence[Pickable], likely: Sequence[str], asked: str) -> None:
        """Offer other choices.

        Parameters
        ----------
        choices
            In the order to show them.
        likely
            Codes shown before anything is written; all when there are few choices.
        asked
            What the search field asks.
        """
        self._choices = {each.code: each for each in choices}
        few = len(self._choices) <= MOST_FOUND
        self._likely = tuple(
            code for code in (self._choices if few else likely) if code in self._choices
        )
        self._search_words = None
        self.search.setPlaceholderText(asked)
        self.search.setAccessibleName(asked)
        self.close_button.set_words(self._words.text("intake.map.close"))
        self.search.clear()
        self._show()

    @property
    def found(self) -> tuple[str, ...]:
        """The codes shown."""
        return tuple(
            str(button.property("code")) for button in self.buttons if not button.isHidden()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return take the only one found, or lead to the first; never to another page."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_return or not self.search.hasFocus():
            super().keyPressEvent(event)
            return
        shown = [button for button in self.buttons if not button.isHidden()]
        if len(shown) == 1 and self.search.text().strip():
            shown[0].click()
        elif shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        typed = self.search.text().strip()
        codes = self._hits(typed) if typed else [*self._likely]
        shown = codes[:MOST_FOUND]
        while len(self.buttons) < len(shown):
            button = Button("row", f"{self.objectName()}_found_{len(self.buttons)}")
            button.clicked.connect(self._choose)
            self.buttons.append(button)
            self._cards.addWidget(button)
        for slot, button in enumerate(self.buttons):
            button.setVisible(slot < len(shown))
            if slot < len(shown):
                button.setProperty("code", shown[slot])
                button.set_words(self._choices[shown[slot]].label)
        self._found.setVisible(bool(shown))
        self.told.set_words(self._told(len(codes), len(shown)) if typed else "")
        make_room(self)

    def _told(self, found: int, shown: int) -> str:
        if not found:
            return self._words.text("intake.picker.nothing")
        if found > shown:
            return self._words.text("intake.picker.more", n=found, shown=shown)
        return self._words.text("intake.picker.found", n=found)

    def _hits(self, typed: str) -> list[str]:
        if self._search_words is None:
            names = {each.code: (each.label, *each.names) for each in self._choices.values()}
            self._search_words = WordSearch(names, dict.fromkeys(names, ""), ())
        hits = self._search_words.find(typed)
        return [code for code in self._choices if code in hits]

    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("code")))
