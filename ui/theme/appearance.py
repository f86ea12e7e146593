"""The looks that hold now: which palette, and how large the text is."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import text_font
from ui.theme.motion import set_moving
from ui.theme.palette import make_palette
from ui.theme.style_sheet import make_style_sheet
from ui.theme.tokens import LAPTOP, Form, PaletteName, Tokens, tokens


class Appearance(QObject):
    """Applies palette, font and style sheet to the application.

    Signals
    -------
    text_size_changing
        Before all text gets another size: every widget there is will be measured anew.
    changed
        After other looks have been applied.
    """

    text_size_changing = Signal()
    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        palette: PaletteName,
        text_size: int = 100,
        form: Form = LAPTOP,
        *,
        moves: bool = False,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._palette = palette
        self._text_size = text_size
        self._form = form
        self.set_moving(moves=moves)
        self._apply()

    @property
    def palette(self) -> PaletteName:
        """The palette that holds."""
        return self._palette

    @property
    def text_size(self) -> int:
        """The text size in per cent."""
        return self._text_size

    @property
    def tokens(self) -> Tokens:
        """The tokens that hold."""
        return tokens(self._palette, self._text_size, self._form)

    @property
    def moves(self) -> bool:
        """Whether anything may move."""
        return self._moves

    def set_moving(self, *, moves: bool) -> None:
        """Let pages fade and folds open slowly, or let every change be at once."""
        self._moves = moves
        set_moving(self._app, moves=moves)

    def set_palette(self, palette: PaletteName) -> None:
        """Change the colours."""
        if palette != self._palette:
            self._palette = palette
            self._apply()

    def set_text_size(self, text_size: int) -> None:
        """Change the size of all text, in per cent."""
        if text_size != self._text_size:
            self.text_size_changing.emit()
            self._text_size = text_size
            self._apply()

    def _apply(self) -> None:
        now = self.tokens
        self._app.setPalette(make_palette(now.colours))
        self._app.setFont(text_font(now.sizes.body))
        sheet = make_style_sheet(now)
        if self._app.styleSheet() != sheet:  # Qt measures every widget anew, changed or not
            self._app.setStyleSheet(sheet)
        self.changed.emit()


def system_palette(app: QApplication) -> PaletteName:
    """Return the palette the system asks for: high contrast, dark, or light."""
    hints = app.styleHints()
    # Kept in a variable: Qt lets go of it otherwise before it is asked.
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return PaletteName.CONTRAST
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return PaletteName.DARK if dark else PaletteName.LIGHT
