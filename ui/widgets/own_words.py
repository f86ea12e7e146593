"""A field for one's own words, and the terms they may mean; nothing is chosen by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.text_size import changes_text_size
from ui.widgets.button import Button
from ui.widgets.card_layout import CardLayout
from ui.widgets.column import make_room
from ui.widgets.option_card import CheckCard
from ui.widgets.text import Text

_LINES = 3
"""Lines of the field."""

_PADDING = 28
"""Pixels of the field above and below its lines."""


class OwnWords(QWidget):
    """Words are read only when the button is pressed, and gone with `clear`.

    Parameters
    ----------
    name
        Object name; that of a term's card is ``<name>_<code>``.

    Signals
    -------
    find_requested
        With the words.
    term_turned
        With the code of a term, and whether it is wanted.
    """

    find_requested = Signal(str)
    term_turned = Signal(str, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._is_showing = False
        self.label = Text("strong", f"{name}_label")
        self.field = QPlainTextEdit()
        self.field.setObjectName(f"{name}_field")
        self.field.setTabChangesFocus(True)
        self.private = Text("small", f"{name}_private")
        self.find_button = Button("quiet", f"{name}_find")
        self.told = Text("body", f"{name}_told")
        self.limits = Text("small", f"{name}_limits")
        self.line = Text("quiet", f"{name}_line")
        self._line_words = ""
        self._found = QWidget()
        self._cards_layout = CardLayout(self._found, 2)
        self._cards: dict[str, CheckCard] = {}
        self._build()
        self.find_button.clicked.connect(self._ask)

    @property
    def cards(self) -> tuple[CheckCard, ...]:
        """The terms that were found."""
        return tuple(self._cards.values())

    def set_words(self, own: Callable[[str], str]) -> None:
        """Say the words ``label``, ``find``, ``private`` and ``limits``; nothing is found yet."""
        self.label.set_words(own("label"))
        self.field.setAccessibleName(own("label"))
        self.find_button.set_words(own("find"))
        self.private.set_words(own("private"))
        self.limits.set_words(own("limits"))
        self.tell("")

    def set_line(self, words: str) -> None:
        """Say what stands below every answer, whatever was found."""
        self._line_words = words
        if self.line.plain:
            self.line.set_words(words)

    def tell(self, words: str) -> None:
        """Say one sentence in the place of an answer."""
        self._take_cards()
        self.told.set_words(words)
        self.limits.hide()
        self.line.set_words("")
        make_room(self)

    def show_terms(self, intro: str, terms: Sequence[tuple[str, str, str]]) -> None:
        """Answer with terms, each with its code, its label, and why it is there; or with none."""
        self._take_cards()
        self.told.set_words(intro)
        self.limits.setVisible(bool(terms))
        self.line.set_words(self._line_words)
        for code, label, reason in terms:
            card = CheckCard(f"{self.objectName()}_{code}")
            card.setProperty("code", code)
            card.set_words(label, reason, accessible=label)
            card.show_gloss(shown=True)
            card.toggled.connect(self._turn)
            self._cards[code] = card
            self._cards_layout.addWidget(card)
        self._found.setVisible(bool(terms))
        make_room(self, *self._cards.values())

    def set_chosen(self, codes: Sequence[str]) -> None:
        """Show which terms are among the answers."""
        self._is_showing = True
        for code, card in self._cards.items():
            card.setChecked(code in codes)
        self._is_showing = False

    def clear(self) -> None:
        """Forget the words and what was found."""
        self.field.setPlainText("")
        self.tell("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(12)
        for widget in (self.label, self.field, self.private):
            column.addWidget(widget)
        column.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.told)
        column.addWidget(self._found)
        column.addWidget(self.limits)
        column.addWidget(self.line)
        self.told.set_words("")
        self.line.set_words("")
        self._found.hide()
        self._measure()

    def _ask(self) -> None:
        self.find_requested.emit(self.field.toPlainText())

    def _turn(self, on: bool) -> None:
        card = self.sender()
        assert isinstance(card, CheckCard)
        if not self._is_showing:
            self.term_turned.emit(card.property("code"), on)

    def _take_cards(self) -> None:
        for card in self._cards.values():
            self._cards_layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        self._found.hide()

    def _measure(self) -> None:
        self.field.ensurePolished()
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + _PADDING)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the field's lines when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._measure()
