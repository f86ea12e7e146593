"""What a screen reader takes a widget for, where Qt would say something less."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PROPERTY = "spoken_as"

# Qt asks for an interface and keeps only a pointer: without an owner here it would be freed while
# a screen reader reads it. An entry goes with its widget.
_interfaces: dict[int, QAccessibleWidget] = {}


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Let screen readers say a widget's accessible name with this role, such as a heading."""
    widget.setProperty(_PROPERTY, role.value)
    _install()


@cache
def _install() -> None:
    QAccessible.installFactory(_make_interface)


def _make_interface(_kind: str, thing: QObject) -> QAccessibleWidget | None:
    """Make what a screen reader is told of a widget; Qt does not keep it alive, so this does."""
    role = thing.property(_PROPERTY) if isinstance(thing, QWidget) else None
    if role is None or not isinstance(thing, QWidget):
        return None
    key = id(thing)
    interface = QAccessibleWidget(thing, QAccessible.Role(role))
    _interfaces[key] = interface
    thing.destroyed.connect(lambda: _interfaces.pop(key, None))
    return interface
