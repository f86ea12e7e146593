import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.staff.people_search_field import PeopleSearchField


@pytest.fixture
def field(qtbot: QtBot) -> PeopleSearchField:
    field = PeopleSearchField()
    qtbot.addWidget(field)
    show(field, 300, 60)
    field.begin_with("aue")
    return field


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_Down, "table_requested"), (Qt.Key.Key_Return, "entered")]
)
def test_field_when_a_key_leads_on_then_it_says_so(
    field: PeopleSearchField, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    with qtbot.waitSignal(getattr(field, signal)):
        press(key)


def test_field_when_escape_is_pressed_then_it_is_empty(field: PeopleSearchField) -> None:
    press(Qt.Key.Key_Escape)

    assert field.text() == ""


def test_field_when_it_begins_again_then_letters_take_the_place_of_the_old(
    field: PeopleSearchField,
) -> None:
    field.begin()
    press(Qt.Key.Key_B)

    assert field.hasFocus()
    assert field.text() == "b"
