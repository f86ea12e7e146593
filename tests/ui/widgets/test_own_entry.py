import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.widgets.own_entry import OwnEntry


@pytest.fixture
def entry(qtbot: QtBot) -> OwnEntry:
    entry = OwnEntry("payers_own_entry")
    qtbot.addWidget(entry)
    entry.set_words({"other": "Another plan", "add": "Add", "wrong": "From A to Z"}.__getitem__)
    show(entry)
    entry.field.setFocus()
    return entry


def test_entry_when_return_is_pressed_then_the_code_is_told_and_the_field_is_free_again(
    entry: OwnEntry, qtbot: QtBot
) -> None:
    entry.field.setText("Blue Sky")

    with qtbot.waitSignal(entry.entered) as told:
        press(Qt.Key.Key_Return)

    assert told.args == ["blue_sky"]
    assert entry.field.text() == ""


def test_entry_when_the_name_cannot_be_kept_then_it_says_so_and_loses_nothing(
    entry: OwnEntry, qtbot: QtBot
) -> None:
    entry.field.setText("보험")

    with qtbot.assertNotEmitted(entry.entered):
        entry.add_button.click()

    assert entry.error.plain == "From A to Z"
    assert entry.field.text() == "보험"
    assert entry.field.accessibleDescription() == "From A to Z"
    assert not entry.settle()


def test_entry_when_left_with_a_name_that_was_not_added_then_it_is_taken(
    entry: OwnEntry, qtbot: QtBot
) -> None:
    entry.field.setText("Blue Sky")

    with qtbot.waitSignal(entry.entered) as told:
        assert entry.settle()

    assert told.args == ["blue_sky"]
