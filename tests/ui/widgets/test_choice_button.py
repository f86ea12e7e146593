import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.choice_button import ChoiceButton

_CHOICES = [("", "all"), ("old", "old & gray"), ("fresh", "fresh")]


@pytest.fixture
def button(qtbot: QtBot) -> ChoiceButton:
    button = ChoiceButton("age")
    qtbot.addWidget(button)
    button.set_choices("Age of facts", _CHOICES)
    show(button, 300, 60)
    return button


def _menu(button: ChoiceButton) -> QMenu:
    menu = button.menu()
    assert menu is not None
    return menu


def test_button_when_nothing_is_chosen_then_it_says_so(button: ChoiceButton) -> None:
    assert button.text() == button.accessibleName() == "Age of facts: all"


def test_button_when_something_is_chosen_in_the_menu_then_it_is_told_and_said(
    button: ChoiceButton, qtbot: QtBot
) -> None:
    action = _menu(button).actions()[1]
    with qtbot.waitSignal(button.chosen) as told:
        action.trigger()

    assert told.args == ["old"] == [button.code]
    assert button.accessibleName() == "Age of facts: old & gray"
    assert [each.isChecked() for each in _menu(button).actions()] == [False, True, False]


def test_button_when_set_or_said_anew_then_it_keeps_the_choice_and_tells_nothing(
    button: ChoiceButton, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(button.chosen):
        button.set_code("fresh")
        button.set_choices("Datos", [("", "todo"), ("fresh", "recientes")])

    assert button.text() == "Datos: recientes"
    assert len(_menu(button).actions()) == 2


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_button_when_used_by_keys_then_the_menu_opens_and_chooses(
    button: ChoiceButton, qtbot: QtBot
) -> None:
    menu = _menu(button)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    with qtbot.waitSignal(button.chosen) as told:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)  # type: ignore[call-overload]

    assert told.args == ["old"]


def test_button_when_measured_then_words_and_mark_have_room(button: ChoiceButton) -> None:
    words = button.fontMetrics().horizontalAdvance("Age of facts: all")

    assert button.minimumSizeHint().width() > words + 2 * 16


def test_button_when_its_name_stands_above_it_then_it_shows_the_choice_and_is_called_both(
    qtbot: QtBot,
) -> None:
    button = ChoiceButton("age", is_labelled=True)
    qtbot.addWidget(button)
    button.set_choices("Age of facts", _CHOICES)

    assert (button.text(), button.accessibleName()) == ("all", "Age of facts: all")
