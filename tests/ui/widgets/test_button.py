import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.widgets.button import Button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_button_when_a_key_presses_it_then_it_is_clicked_once(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("quiet", "go")
    qtbot.addWidget(button)
    show(button)
    button.setFocus()

    with qtbot.waitSignal(button.clicked):
        press(key)


def test_button_when_its_words_hold_an_ampersand_then_no_letter_becomes_a_key(
    qtbot: QtBot,
) -> None:
    button = Button()
    qtbot.addWidget(button)

    button.set_words("Text & colours")

    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Text & colours"


def test_button_when_given_other_words_for_readers_then_they_hear_those(qtbot: QtBot) -> None:
    button = Button()
    qtbot.addWidget(button)

    button.set_words("+", "More")

    assert (button.text(), button.accessibleName()) == ("+", "More")
