"""The colours of a palette under the roles that Qt and painted widgets ask for."""

from typing import Final

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Colours

# Painted widgets ask their palette for these, and so follow a change of palette by themselves.
GROUND: Final = QPalette.ColorRole.Window
SURFACE: Final = QPalette.ColorRole.Base
WASH: Final = QPalette.ColorRole.AlternateBase
INK: Final = QPalette.ColorRole.Text
QUIET: Final = QPalette.ColorRole.PlaceholderText
LINE: Final = QPalette.ColorRole.Mid
HAIRLINE: Final = QPalette.ColorRole.Midlight
ACCENT: Final = QPalette.ColorRole.Highlight
ON_ACCENT: Final = QPalette.ColorRole.HighlightedText
ERROR: Final = QPalette.ColorRole.BrightText
FOCUS: Final = QPalette.ColorRole.Link
HALO: Final = QPalette.ColorRole.LinkVisited


def make_palette(colours: Colours) -> QPalette:
    """Return a palette in which every role has its token, also where a widget is switched off."""
    role = QPalette.ColorRole
    ink, ground = QColor(colours.ink), QColor(colours.ground)
    by_role = {
        GROUND: colours.ground,
        SURFACE: colours.surface,
        WASH: colours.wash,
        INK: colours.ink,
        QUIET: colours.quiet,
        LINE: colours.line,
        HAIRLINE: colours.hairline,
        ACCENT: colours.accent,
        ON_ACCENT: colours.on_accent,
        ERROR: colours.error,
        FOCUS: colours.focus,
        HALO: colours.halo,
        role.WindowText: colours.ink,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.Light: colours.surface,
        role.Dark: colours.line,
        role.Shadow: colours.line,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.ink,
        role.Accent: colours.accent,
    }
    palette = QPalette(ink, ground)
    for one, colour in by_role.items():
        palette.setColor(one, QColor(colour))
    for one in (INK, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.quiet))
    return palette
