"""Whether anything on screen moves, and for how long."""

from PySide6.QtWidgets import QApplication, QStyle

from ui.theme.tokens import motion_ms

_PROPERTY = "moves"


def system_moves(app: QApplication) -> bool:
    """Return whether the system asks for no less motion, as far as Qt can tell.

    Qt 6.12 passes the system's own wish on; before it there is only what the style makes of it.
    """
    hints = app.styleHints()
    accessibility = hints.accessibility()
    wish = getattr(accessibility, "motionPreference", None)
    if wish is not None and wish().name == "ReducedMotion":
        return False
    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def set_moving(app: QApplication, *, moves: bool) -> None:
    """Let things move, or let every change be at once."""
    app.setProperty(_PROPERTY, moves)


def fade_ms() -> int:
    """Return how long the change from one page to the next takes; 0 is at once."""
    return motion_ms()[0] if _moves() else 0


def fold_ms() -> int:
    """Return how long what is opened takes to appear; 0 is at once."""
    return motion_ms()[1] if _moves() else 0


def _moves() -> bool:
    app = QApplication.instance()
    return app is not None and bool(app.property(_PROPERTY))
