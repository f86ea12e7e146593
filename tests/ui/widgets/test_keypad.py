import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.keypad import Keypad
from ui.widgets.text import Text


@pytest.fixture
def keypad(qtbot: QtBot, words: Language) -> Keypad:
    keypad = Keypad(words, "code")
    qtbot.addWidget(keypad)
    show(keypad)
    keypad.setFocus()
    return keypad


def _press(keypad: Keypad, *names: str) -> None:
    for name in names:
        button = keypad.findChild(Button, f"code_{name}")
        assert button is not None
        button.click()


def _shown(keypad: Keypad) -> Text:
    shown = keypad.findChild(Text, "code_shown")
    assert isinstance(shown, Text)
    return shown


def test_keypad_when_four_are_pressed_then_they_are_told(keypad: Keypad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keypad.entered) as told:
        _press(keypad, "4", "0", "1", "7")

    assert told.args == ["4017"]


def test_keypad_when_digits_are_typed_then_they_count_wherever_the_focus_is(
    keypad: Keypad, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keypad.entered) as told:
        for key in (Qt.Key.Key_1, Qt.Key.Key_2):
            press(key)
        press(Qt.Key.Key_Tab)
        for key in (Qt.Key.Key_3, Qt.Key.Key_4):
            press(key)

    assert told.args == ["1234"]


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "button"])
def test_keypad_when_one_is_erased_then_another_takes_its_place(
    keypad: Keypad, qtbot: QtBot, by_key: bool
) -> None:
    _press(keypad, "1", "9")
    if by_key:
        press(Qt.Key.Key_Backspace)
    else:
        _press(keypad, "back")

    with qtbot.waitSignal(keypad.entered) as told:
        _press(keypad, "2", "3", "4")

    assert told.args == ["1234"]


def test_keypad_when_typed_on_then_it_shows_how_many_and_never_which(keypad: Keypad) -> None:
    _press(keypad, "7", "7")

    shown = _shown(keypad)

    assert shown.accessibleName() == "2 of 4 digits typed"
    assert "7" not in shown.plain


def test_keypad_when_codes_may_be_longer_then_return_enters_them(
    qtbot: QtBot, words: Language
) -> None:
    keypad = Keypad(words, "code", 6, 8)
    qtbot.addWidget(keypad)
    show(keypad)
    keypad.setFocus()
    qtbot.keyClicks(keypad, "123456789")

    with qtbot.waitSignal(keypad.entered) as told:
        press(Qt.Key.Key_Return)

    assert told.args == ["12345678"]
    assert keypad.accessibleName() == "PIN"
    assert keypad.accessibleDescription() == "0 digits typed"


def test_keypad_when_shown_then_what_erases_stands_level_with_the_digit_beside_it(
    keypad: Keypad,
) -> None:
    zero, erase = (keypad.findChild(Button, f"code_{name}") for name in ("0", "back"))
    assert zero is not None
    assert erase is not None

    assert (erase.y(), erase.height()) == (zero.y(), zero.height())
