"""A button that says one thing or another and moves nothing beside it when it does."""

from PySide6.QtCore import QSize, Qt

from ui.widgets.button import Button


class SteadyButton(Button):
    """As wide as the longest of what it may say.

    Parameters
    ----------
    kind, name
        As of every `Button`.
    """

    def __init__(self, kind: str = "quiet", name: str = "") -> None:
        super().__init__(kind, name)
        self._all: tuple[str, ...] = ()

    def set_turns(self, *words: str) -> None:
        """Have room for whatever it will say in turn."""
        self._all = words
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of the longest of them."""
        hint = super().sizeHint()
        now = self._width_of(self.text())
        longest = max((self._width_of(words.replace("&", "&&")) for words in self._all), default=0)
        return QSize(hint.width() + max(0, longest - now), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than that."""
        return self.sizeHint()

    def _width_of(self, words: str) -> int:
        self.ensurePolished()
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, words).width()
