"""One of many, found by its words: a search field, and cards for what was found."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.card_layout import CardLayout
from ui.widgets.column import make_room, take_out_all
from ui.widgets.fold import Fold
from ui.widgets.plain_words import WordSearch, words_of
from ui.widgets.scroll_area import reveal_whole
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

    @property
    def group(self) -> str:
        """What it stands under in a long list; ``""`` when it stands under nothing."""


class OnePicker(QWidget):
    """Shows a few likely ones and all in groups, or all of a short list, until letters are written.

    Parameters
    ----------
    name
        Object name; that of a found one's button is ``<name>_found_<slot>``, and of one in a group
        ``<name>_<code>``.
    words
        The language that holds.
    since
        What stands above and tells what one is chosen for: it stays in sight.

    Signals
    -------
    chosen
        With the code.
    closed
        Nothing is to be changed.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, name: str, words: Language, since: QWidget | None = None) -> None:
        super().__init__()
        self._since = since
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
        self.groups: list[Fold] = []
        self._grouped = QWidget()
        self._group_column = QVBoxLayout(self._grouped)
        self._group_column.setContentsMargins(0, 0, 0, 0)
        self._group_column.setSpacing(4)
        self.close_button = Button("link", f"{name}_close")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.search, self.told, self._found, self._grouped):
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
        self._offer_groups()
        self.search.setPlaceholderText(asked)
        self.search.setAccessibleName(asked)
        self.close_button.set_words(self._words.text("intake.map.close"))
        self.search.setText("")
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
        elif self.groups and not self.search.text().strip():
            self.groups[0].line.setFocus(Qt.FocusReason.TabFocusReason)

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
        self._grouped.setVisible(bool(self.groups) and not (typed and shown))
        self.told.set_words(self._told(len(codes), len(shown)) if typed else "")
        make_room(self)
        self._reveal_found()

    def _offer_groups(self) -> None:
        """Offer all of a long list, a line for each group."""
        take_out_all(self._group_column)
        self.groups = []
        for group in dict.fromkeys(each.group for each in self._choices.values() if each.group):
            fold = Fold(f"{self.objectName()}_group_{len(self.groups)}", self._cards_of(group))
            fold.line.set_words(group)
            fold.turned.connect(self._follow_group)
            self._group_column.addWidget(fold)
            self.groups.append(fold)

    def _cards_of(self, group: str) -> QWidget:
        content = QWidget()
        cards = CardLayout(content, 2)
        for each in self._choices.values():
            if each.group == group:
                button = Button("row", f"{self.objectName()}_{each.code}")
                button.setProperty("code", each.code)
                button.set_words(each.label)
                button.clicked.connect(self._choose)
                cards.addWidget(button)
        return content

    def _follow_group(self, is_open: bool) -> None:
        fold = self.sender()
        make_room(self)
        if is_open and isinstance(fold, Fold):
            QTimer.singleShot(0, fold, lambda: reveal_whole(fold))

    def _reveal_found(self) -> None:
        """Scroll to what was found for who writes here, once the layout knows where it is."""
        QTimer.singleShot(0, self, self._reveal_now)

    def _reveal_now(self) -> None:
        if self.search.hasFocus():
            reveal_whole(self, since=self._since)

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to what is offered."""
        super().showEvent(event)
        self._reveal_found()

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
        return sorted(
            (code for code in self._choices if code in hits),
            key=lambda code: self._rank(code, typed),
        )

    def _rank(self, code: str, typed: str) -> int:
        """Put what is called just that first, then what is known by just that, then the others."""
        choice, wanted = self._choices[code], words_of(typed)
        if words_of(choice.label) == wanted:
            return 0
        return 1 if wanted in map(words_of, choice.names) else 2

    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("code")))
