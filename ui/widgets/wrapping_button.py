"""A button whose words go on in a new line where there is no room for them in one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.button import Button


class WrappingButton(Button):
    """For long words in a narrow column, where letters may be twice as large.

    Parameters
    ----------
    kind, name
        As of every `Button`.
    """

    def __init__(self, kind: str = "quiet", name: str = "") -> None:
        super().__init__(kind, name)
        self._words: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str, accessible: str = "") -> None:
        """Show `words` in as many lines as they need."""
        super().set_words(words, accessible)
        self._words = words.split()
        self._break_at(self.width())

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is with its words broken at a width."""
        lines = self._lines(width - self._frame().width())
        return self._measured("\n".join(lines)).height() + self._frame().height()

    def sizeHint(self) -> QSize:
        """Return the width of the longest word: it is as wide as its column."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, and the height of one line."""
        widest = max((self._measured(word).width() for word in self._words), default=0)
        line = self._measured("A").height()
        return QSize(widest, line) + self._frame()

    def _frame(self) -> QSize:
        """Return what stands around the words."""
        return super().sizeHint() - self._measured(self.text())

    def _measured(self, words: str) -> QSize:
        self.ensurePolished()
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, words)

    def _lines(self, room: int) -> list[str]:
        lines: list[str] = []
        for word in self._words:
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._measured(longer).width() <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _break_at(self, width: int) -> None:
        broken = "\n".join(self._lines(width - self._frame().width())).replace("&", "&&")
        if broken != self.text():
            self.setText(broken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words where the room ends."""
        super().resizeEvent(event)
        self._break_at(event.size().width())


class WrappingLink(WrappingButton):
    """Underlined words as wide as they are long, and no wider than their column.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__("link", name)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room of all words in one line."""
        return self._measured(" ".join(self._words)) + self._frame()
