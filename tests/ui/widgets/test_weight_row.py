import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.weight_row import WeightRow

_ENGLISH = Language("en")


@pytest.fixture
def row(qtbot: QtBot) -> WeightRow:
    row = WeightRow("style")
    qtbot.addWidget(row)
    row.show_points(24, _ENGLISH)
    row.resize(220, 120)
    row.show()
    return row


def test_row_when_shown_then_its_value_stands_in_words(row: WeightRow) -> None:
    assert row.name.plain == "How you work together"
    assert row.value.plain == "Counts for 24 of 100"


def test_row_when_it_has_no_points_then_it_says_so(row: WeightRow) -> None:
    row.show_points(0, _ENGLISH)

    assert row.value.plain == "Does not count now"


def test_row_when_points_are_shown_then_nothing_is_told(row: WeightRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.moved):
        row.show_points(80, _ENGLISH)

    assert row.slider.value() == 80


@pytest.mark.parametrize(
    ("key", "points"),
    [
        pytest.param(Qt.Key.Key_Right, 25, id="right"),
        pytest.param(Qt.Key.Key_Left, 23, id="left"),
        pytest.param(Qt.Key.Key_PageUp, 34, id="page up"),
        pytest.param(Qt.Key.Key_Home, 0, id="home"),
        pytest.param(Qt.Key.Key_End, 100, id="end"),
    ],
)
def test_row_when_a_key_is_pressed_then_the_slider_moves(
    row: WeightRow, qtbot: QtBot, key: Qt.Key, points: int
) -> None:
    with qtbot.waitSignal(row.moved) as told:
        qtbot.keyClick(row.slider, key)

    assert told.args == ["style", points]


def test_row_when_a_button_is_pressed_then_it_moves_by_five(row: WeightRow, qtbot: QtBot) -> None:
    told: list[int] = []
    row.moved.connect(lambda _, points: told.append(points))

    qtbot.keyClick(row.more, Qt.Key.Key_Return)
    qtbot.mouseClick(row.less, Qt.MouseButton.LeftButton)
    row.slider.setValue(2)
    row.less.click()

    assert told == [29, 24, 2, 0]


def test_row_when_the_wheel_turns_over_it_then_it_stays(row: WeightRow) -> None:
    middle = QPointF(row.slider.rect().center())
    turn = QWheelEvent(
        middle,
        row.slider.mapToGlobal(middle),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(row.slider, turn)

    assert row.slider.value() == 24
    assert not turn.isAccepted()


def test_row_when_asked_by_a_screen_reader_then_slider_and_buttons_are_named(
    row: WeightRow,
) -> None:
    interface = QAccessible.queryAccessibleInterface(row.slider)

    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "How you work together"
    assert interface.text(QAccessible.Text.Description) == "Counts for 24 of 100"
    assert row.less.accessibleName() == "How you work together: count less"
    assert row.more.accessibleName() == "How you work together: count more"


def test_row_when_laid_out_then_every_part_is_a_target_and_the_handle_is_whole(
    row: WeightRow,
) -> None:
    for part in (row.less, row.slider, row.more):
        assert part.height() >= 44
        assert part.width() >= 44
