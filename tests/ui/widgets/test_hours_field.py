import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.language import Language
from ui.widgets.hours_field import HoursField


@pytest.fixture
def hours(qtbot: QtBot, words: Language) -> HoursField:
    hours = HoursField("hours", words)
    qtbot.addWidget(hours)
    hours.retranslate()
    return hours


@pytest.mark.parametrize(
    ("start", "end", "token"),
    [
        ("17:00", "20:00", "tue 17:00-20:00"),
        ("9", "11.30", "tue 09:00-11:30"),
        ("9 am", "1:30 p.m.", "tue 09:00-13:30"),
        ("20:00", "17:00", ""),
        ("13 pm", "20:00", ""),
        ("", "20:00", ""),
        ("soon", "20:00", ""),
    ],
)
def test_hours_when_added_then_only_those_that_can_be_are_taken(
    hours: HoursField, start: str, end: str, token: str
) -> None:
    hours.day.set_chosen(("tue",))
    hours.start.setText(start)
    hours.end.setText(end)

    assert hours.settle() is bool(token)

    assert hours.hours == ((token,) if token else ())
    assert bool(hours.error.plain) is not bool(token)
    assert hours.end.text() == ("" if token else end)


def test_hours_when_no_day_is_chosen_then_it_is_asked_for(hours: HoursField) -> None:
    show(hours)
    hours.start.setText("9")
    hours.end.setText("10")

    assert not hours.settle()
    assert focused() == "hours_day_mon"


def test_hours_when_taken_out_then_the_others_stay(hours: HoursField, qtbot: QtBot) -> None:
    hours.set_hours(("mon 09:00-10:00", "tue 09:00-10:00"))
    button = hours.findChild(QPushButton, "hours_mon 09:00-10:00")
    assert button is not None
    assert button.accessibleName().startswith("Take out: Monday")

    with qtbot.waitSignal(hours.hours_changed) as told:
        button.click()

    assert told.args == [("tue 09:00-10:00",)]


def test_hours_when_return_is_pressed_then_they_are_added(hours: HoursField) -> None:
    show(hours)
    hours.day.set_chosen(("sun",))
    hours.start.setText("9:00")
    hours.end.setText("10:00")
    hours.end.setFocus()

    press(Qt.Key.Key_Return)

    assert hours.hours == ("sun 09:00-10:00",)
    assert not hours.is_begun
