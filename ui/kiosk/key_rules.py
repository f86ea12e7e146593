"""Which keys reach a window that strangers share: those one writes, moves and chooses with."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.widgets.hide_keys import HIDE_KEYS

_K = Qt.Key
_M = Qt.KeyboardModifier

_MOVES = frozenset(
    {
        *(_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down),
        *(_K.Key_Home, _K.Key_End, _K.Key_PageUp, _K.Key_PageDown),
        *(_K.Key_Tab, _K.Key_Backtab, _K.Key_Return, _K.Key_Enter),
        *(_K.Key_Space, _K.Key_Backspace, _K.Key_Escape),
    }
)
"""Let through by themselves and with Shift."""

_ALONE = frozenset({_K.Key_Delete, _K.Key_F1})
"""Let through by themselves: with Shift, *Delete* cuts out into the clipboard."""

_LEVELS = frozenset(
    {
        *(_K.Key_Shift, _K.Key_CapsLock, _K.Key_NumLock),
        *(_K.Key_AltGr, _K.Key_Mode_switch, _K.Key_Multi_key),
    }
)
"""What changes the letter that comes next; held with whatever a person with sticky keys has on."""

_DEAD = range(_K.Key_Dead_Grave.value, _K.Key_Dead_Longsolidusoverlay.value + 1)
"""Accents that wait for their letter."""

_COMMANDS = _M.ControlModifier | _M.AltModifier | _M.MetaModifier
_THIRD_LEVEL = {
    "win32": _M.ControlModifier | _M.AltModifier,
    "darwin": _M.AltModifier,
}
"""What a letter of the third level comes with where there is no key of its own for it."""

_HIDE = frozenset(QKeySequence(keys).toString() for keys in HIDE_KEYS)


def is_let_through(event: QKeyEvent, system: str = sys.platform) -> bool:
    """Tell whether a key may do something.

    Whatever is held with *Ctrl*, *Alt* or the key of the system is a command to somebody else, and
    so is every key that is not known to write, to move or to choose; the keys that hide are the
    exception.

    Parameters
    ----------
    system
        As in `sys.platform`: letters of the third level come in different ways.
    """
    key, held = _K(event.key()), event.modifiers()
    if QKeySequence(event.keyCombination()).toString() in _HIDE or key in _LEVELS:
        return True
    commands = held & _COMMANDS
    if _writes(event):
        return not commands or commands == _THIRD_LEVEL.get(system)
    is_shifted = bool(held & _M.ShiftModifier)
    return not commands and (key in _MOVES or (key in _ALONE and not is_shifted) or _is_dead(key))


def _writes(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable()


def _is_dead(key: Qt.Key) -> bool:
    return key.value in _DEAD
