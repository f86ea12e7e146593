import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.number_field import NumberField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    field = NumberField("limit", 60, 600, 10)
    qtbot.addWidget(field)
    field.set_words("Limit", "Less", "More", "In seconds")
    field.show_number(120)
    field.show()
    return field


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("60", 60),
        (" 600 ", 600),
        ("59", None),
        ("601", None),
        ("", None),
        ("9x", None),
        ("٩٠", None),
    ],
)
def test_field_when_something_is_written_then_only_a_number_within_the_limits_is_one(
    field: NumberField, written: str, number: int | None
) -> None:
    told: list[object] = []
    field.number_changed.connect(told.append)
    field.field.setText(written)

    assert (field.number, told) == (number, [number])


@pytest.mark.parametrize(
    ("now", "down", "up"), [("120", 110, 130), ("125", 120, 130), ("60", 60, 70), ("600", 590, 600)]
)
def test_buttons_when_pressed_then_they_go_to_the_next_step_and_not_beyond_the_limits(
    field: NumberField, now: str, down: int, up: int
) -> None:
    for button, number in ((field.less, down), (field.more, up)):
        field.field.setText(now)
        button.click()
        assert field.number == number


def test_button_when_the_limit_is_reached_by_keys_then_the_focus_stays(field: NumberField) -> None:
    field.show_number(590)
    field.more.setFocus()
    QTest.keyClick(field.more, Qt.Key.Key_Space)

    assert field.number == 600
    assert field.more.isEnabled()
    field.show_number(60)
    assert not field.less.isEnabled()


def test_field_when_it_is_shown_anew_then_nobody_is_told(field: NumberField) -> None:
    told: list[object] = []
    field.number_changed.connect(told.append)
    field.show_number(300)

    assert (field.number, told) == (300, [])


def test_field_when_something_is_wrong_then_it_is_said_and_what_is_written_stays(
    field: NumberField,
) -> None:
    field.field.setText("12")
    field.show_error("From 60 to 600.")
    field.set_words("Limit", "Less", "More", "In seconds")

    assert field.field.text() == "12"
    assert field.error.plain == "From 60 to 600."
    assert field.field.accessibleDescription() == "From 60 to 600."
    field.show_error("")
    assert field.error.plain == ""
