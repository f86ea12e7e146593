from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import english, focused, press, settle, show

from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.one_picker import MOST_FOUND, OnePicker
from ui.widgets.scroll_area import ScrollArea


@dataclass(frozen=True)
class _Choice:
    code: str
    label: str
    names: tuple[str, ...] = ()
    group: str = ""


@pytest.fixture
def picker(qtbot: QtBot) -> OnePicker:
    made = OnePicker("pick", english())
    qtbot.addWidget(made)
    choices = [_Choice(f"c{number}", f"Choice {number}") for number in range(30)]
    made.offer([*choices, _Choice("grief", "Someone died", ("loss",))], ("c3", "none"), "Search")
    show(made)
    return made


def test_picker_when_nothing_is_written_then_likely_ones_are_shown(picker: OnePicker) -> None:
    assert picker.found == ("c3",)
    assert picker.told.plain == ""


def test_picker_when_letters_are_written_then_it_finds_by_label_and_other_names(
    picker: OnePicker,
) -> None:
    picker.search.setText("loss")
    assert picker.found == ("grief",)
    assert picker.told.plain == "1 found."
    picker.search.setText("choice")
    assert len(picker.found) == MOST_FOUND
    assert picker.told.plain.startswith("30 found")
    picker.search.setText("zebra")
    assert picker.found == ()
    assert picker.told.plain == "Nothing is called that. Try another word."


def test_picker_when_short_then_all_are_shown(picker: OnePicker) -> None:
    picker.offer([_Choice("yes", "Yes"), _Choice("no", "No")], (), "Search")

    assert picker.found == ("yes", "no")


def test_picker_when_one_is_pressed_or_it_is_closed_then_that_is_told(
    picker: OnePicker, qtbot: QtBot
) -> None:
    picker.search.setText("loss")
    picker.buttons[0].setFocus()
    with qtbot.waitSignal(picker.chosen) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["grief"]
    with qtbot.waitSignal(picker.closed):
        picker.close_button.click()


class _Around(QWidget):
    """Counts the keys that nobody inside took."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.keys = 0
        QVBoxLayout(self).addWidget(inside)

    def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: N802
        self.keys += 1


@pytest.mark.parametrize(
    ("typed", "chosen", "at"),
    [("loss", ["grief"], "pick_search"), ("choice", [], "pick_found_0"),
     ("zebra", [], "pick_search")],
)  # fmt: skip
def test_picker_when_return_is_pressed_in_the_search_then_it_stays_inside(
    typed: str, chosen: list[str], at: str, picker: OnePicker, qtbot: QtBot
) -> None:
    around = _Around(picker)
    qtbot.addWidget(around)
    show(around)
    told: list[str] = []
    picker.chosen.connect(told.append)
    picker.search.setText(typed)
    picker.search.setFocus()

    press(Qt.Key.Key_Return)
    settle()

    assert told == chosen
    assert focused() == at
    assert around.keys == 0


def test_picker_when_something_is_called_just_that_then_it_comes_first(picker: OnePicker) -> None:
    choices = [
        _Choice("place", "Town and state", ("city and town",)),
        _Choice("long", "City hall"),
        _Choice("alias", "Town", ("city",)),
        _Choice("label", "City"),
    ]
    picker.offer(choices, (), "Search")

    picker.search.setText("city")

    assert picker.found == ("label", "alias", "place", "long")


def test_picker_when_choices_have_groups_then_each_opens_and_lets_one_be_chosen(
    picker: OnePicker, qtbot: QtBot
) -> None:
    choices = [_Choice(f"g{n}", f"Choice {n}", (), f"Part {n % 2}") for n in range(20)]
    picker.offer(choices, (), "Search")
    settle()
    assert [fold.line.text() for fold in picker.groups] == ["Part 0", "Part 1"]
    assert all(fold.isVisible() and not fold.is_open for fold in picker.groups)

    picker.search.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    settle()
    button = picker.findChild(Button, "pick_g2")
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(picker.chosen) as told:
        button.click()
    assert told.args == ["g2"]

    picker.search.setText("choice")
    assert not picker.groups[0].isVisible()
    picker.search.setText("zebra")
    assert picker.groups[0].isVisible()


def test_picker_when_something_is_found_below_the_edge_then_it_is_scrolled_to(
    picker: OnePicker, qtbot: QtBot
) -> None:
    content = Column("content")
    content.column.addSpacing(900)
    content.column.addWidget(picker)
    content.column.addSpacing(900)
    area = ScrollArea("area", content)
    area.resize(600, 400)
    qtbot.addWidget(area)
    show(area)
    picker.search.setFocus()
    area.ensureWidgetVisible(picker.search)

    picker.search.setText("loss")
    settle()

    button = picker.buttons[0]
    assert button.visibleRegion().boundingRect() == button.rect()
    assert not picker.search.visibleRegion().isEmpty()
    picker.search.setText("choice")
    settle()
    assert picker.search.visibleRegion().boundingRect() == picker.search.rect()
    assert picker.search.mapTo(area, QPoint()).y() < 100
