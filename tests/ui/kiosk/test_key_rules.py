import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.kiosk.key_rules import is_let_through

_K = Qt.Key
_M = Qt.KeyboardModifier
_NONE = _M.NoModifier
_SHIFT, _CTRL, _ALT, _META = (
    _M.ShiftModifier,
    _M.ControlModifier,
    _M.AltModifier,
    _M.MetaModifier,
)
_ALTGR = _M.GroupSwitchModifier


def _event(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (_K.Key_A, _NONE, "a"),
        (_K.Key_A, _SHIFT, "A"),
        (_K.Key_Ntilde, _NONE, "ñ"),
        (_K.Key_Ntilde, _SHIFT, "Ñ"),
        (_K.Key_Aacute, _NONE, "á"),
        (_K.Key_exclamdown, _NONE, "¡"),
        (_K.Key_At, _ALTGR, "@"),
        (_K.Key_BraceLeft, _ALTGR | _SHIFT, "{"),
        (_K.Key_5, _M.KeypadModifier, "5"),
        (_K.Key_Dead_Acute, _NONE, ""),
        (_K.Key_Dead_Diaeresis, _SHIFT, ""),
        (_K.Key_AltGr, _NONE, ""),
        (_K.Key_AltGr, _CTRL | _ALT, ""),
        (_K.Key_Shift, _SHIFT, ""),
        (_K.Key_Shift, _CTRL, ""),
        (_K.Key_Multi_key, _NONE, ""),
        (_K.Key_CapsLock, _NONE, ""),
        (_K.Key_Space, _NONE, " "),
        (_K.Key_Tab, _NONE, "\t"),
        (_K.Key_Backtab, _SHIFT, ""),
        (_K.Key_Tab, _SHIFT, "\t"),
        (_K.Key_Left, _NONE, ""),
        (_K.Key_Right, _SHIFT, ""),
        (_K.Key_Home, _NONE, ""),
        (_K.Key_End, _M.KeypadModifier, ""),
        (_K.Key_PageDown, _NONE, ""),
        (_K.Key_Return, _NONE, "\r"),
        (_K.Key_Enter, _M.KeypadModifier, "\r"),
        (_K.Key_Backspace, _NONE, "\b"),
        (_K.Key_Backspace, _SHIFT, "\b"),
        (_K.Key_Delete, _NONE, "\x7f"),
        (_K.Key_Escape, _NONE, "\x1b"),
        (_K.Key_F1, _NONE, ""),
        (_K.Key_F9, _NONE, ""),
        (_K.Key_H, _CTRL, "\b"),
    ],
)
def test_key_when_it_writes_moves_chooses_or_hides_then_it_is_let_through(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str
) -> None:
    assert is_let_through(_event(key, held, text), "linux")


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (_K.Key_C, _CTRL, "\x03"),
        (_K.Key_V, _CTRL, "\x16"),
        (_K.Key_Z, _CTRL, "\x1a"),
        (_K.Key_Q, _CTRL, "\x11"),
        (_K.Key_H, _CTRL | _SHIFT, "\b"),
        (_K.Key_H, _CTRL | _ALT, ""),
        (_K.Key_T, _CTRL | _ALT, "t"),
        (_K.Key_A, _ALT, "a"),
        (_K.Key_Space, _ALT, " "),
        (_K.Key_D, _META, "d"),
        (_K.Key_Tab, _ALT, "\t"),
        (_K.Key_Tab, _CTRL, "\t"),
        (_K.Key_Left, _ALT, ""),
        (_K.Key_Home, _CTRL, ""),
        (_K.Key_Return, _ALT, "\r"),
        (_K.Key_Escape, _CTRL, "\x1b"),
        (_K.Key_Escape, _CTRL | _SHIFT, "\x1b"),
        (_K.Key_Delete, _SHIFT, "\x7f"),
        (_K.Key_Delete, _CTRL | _ALT, "\x7f"),
        (_K.Key_Insert, _NONE, ""),
        (_K.Key_Insert, _SHIFT, ""),
        (_K.Key_Insert, _CTRL, ""),
        (_K.Key_F1, _SHIFT, ""),
        (_K.Key_F1, _CTRL | _ALT, ""),
        (_K.Key_F9, _SHIFT, ""),
        *((key, _NONE, "") for key in (_K.Key_F2, _K.Key_F5, _K.Key_F10, _K.Key_F11, _K.Key_F12)),
        (_K.Key_F4, _ALT, ""),
        (_K.Key_F10, _SHIFT, ""),
        *((key, _NONE, "") for key in (_K.Key_Menu, _K.Key_Print, _K.Key_SysReq, _K.Key_Pause)),
        *((key, _NONE, "") for key in (_K.Key_Copy, _K.Key_Cut, _K.Key_Paste, _K.Key_Undo)),
        *((key, _NONE, "") for key in (_K.Key_Back, _K.Key_HomePage, _K.Key_LaunchMail)),
        *((key, _NONE, "") for key in (_K.Key_Control, _K.Key_Alt, _K.Key_Meta, _K.Key_Super_L)),
        (_K.Key_unknown, _NONE, ""),
    ],
)
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_key_when_it_is_a_command_then_it_is_stopped_where_it_is_no_letter(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str, system: str
) -> None:
    third_level = {"win32": _CTRL | _ALT, "darwin": _ALT}.get(system)
    is_letter_there = text.isprintable() and bool(text) and held == third_level
    assert is_let_through(_event(key, held, text), system) is is_letter_there


@pytest.mark.parametrize(
    ("system", "held"), [("win32", _CTRL | _ALT), ("darwin", _ALT)], ids=["Windows", "macOS"]
)
def test_key_when_a_letter_needs_commands_held_there_then_it_is_let_through(
    system: str, held: Qt.KeyboardModifier
) -> None:
    assert is_let_through(_event(_K.Key_At, held, "@"), system)
    assert is_let_through(_event(_K.Key_BraceLeft, held | _SHIFT, "{"), system)
    assert not is_let_through(_event(_K.Key_At, held, "@"), "linux")
