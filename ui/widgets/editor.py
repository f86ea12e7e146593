"""What all editors of a response have in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Response, Value
from ui.language import Language


class Editor(QWidget):
    """Shows the value of one item and tells when the person changed it.

    Parameters
    ----------
    item
        What is asked.
    words
        The language that holds.

    Attributes
    ----------
    column
        Layout that a kind of editor fills.

    Signals
    -------
    value_changed
        With the `Value`, or ``None`` when nothing is said any more.
    starred_changed
        With the code that counts double, or ``None``.
    """

    value_changed = Signal(object)
    starred_changed = Signal(object)

    def __init__(self, item: Item, words: Language) -> None:
        super().__init__()
        self.item = item
        self.words = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    @property
    def is_begun(self) -> bool:
        """Whether something is said that is no value yet: then nothing else is chosen either."""
        return False

    @property
    def is_weighed(self) -> bool:
        """Whether a value counts more or less; else it holds or does not."""
        return self.item.scored

    def show_response(self, response: Response | None) -> None:
        """Show a response; one without a value shows nothing chosen."""
        self.show_value(None if response is None else response.value)

    def show_value(self, value: Value | None) -> None:
        """Show a value."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page is entered."""
        ready = [one for one in self.findChildren(QWidget) if _takes_focus(one, self)]
        first = next(iter(ready), None)
        if not isinstance(first, QRadioButton):
            return first
        radios = [one for one in self.findChildren(QRadioButton) if one.isVisibleTo(self)]
        return next((one for one in radios if one.isChecked()), first)

    def find_fault(self) -> QWidget | None:
        """Say beside it what cannot be understood and return where; ``None`` when all can."""
        return None

    def option_words(self, code: str) -> str:
        """Return the label of a code; a clinic's own code stands for itself."""
        return self.words.option(self.item, code)

    def option_gloss(self, code: str) -> str:
        """Return what a code means, or ``""`` when it says so itself."""
        key = f"gloss.{self.item.vocabulary}.{code}"
        return self.words.text(key) if self.words.has(key) else ""


def _takes_focus(widget: QWidget, editor: QWidget) -> bool:
    by_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_keys and widget.isEnabled() and widget.isVisibleTo(editor)
