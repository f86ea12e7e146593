"""What a row of the week is called: a button on one line, or on two where there is less room."""

from PySide6.QtCore import QSize, Qt

from ui.widgets.button import Button


class TimeRowName(Button):
    """Breaks its words once, at the space that leaves the shorter lines."""

    def __init__(self, name: str) -> None:
        super().__init__("link", name)
        self._lines = {False: "", True: ""}
        self._is_broken = False

    def set_words(self, words: str, accessible: str = "") -> None:
        """Show `words`."""
        super().set_words(words, accessible)
        self._lines = {False: self.text(), True: self._break(self.text())}
        self.setText(self._lines[self._is_broken])

    def set_broken(self, *, is_broken: bool) -> None:
        """Stand on two lines, or on one again."""
        if is_broken != self._is_broken:
            self._is_broken = is_broken
            self.setText(self._lines[is_broken])

    def width_of(self, *, is_broken: bool) -> int:
        """Return how wide it is in one way or the other."""
        frame = super().sizeHint().width() - self._measure(self.text())
        return frame + self._measure(self._lines[is_broken])

    def minimumSizeHint(self) -> QSize:
        """Return the size below which words would be cut."""
        return self.sizeHint()

    def _measure(self, words: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()

    def _break(self, words: str) -> str:
        spaces = [place for place, sign in enumerate(words) if sign == " "]
        broken = [f"{words[:place]}\n{words[place + 1 :]}" for place in spaces]
        return min(broken, key=self._measure, default=words)
