import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.theme.palette import ACCENT
from ui.widgets.fit_strip import Block
from ui.widgets.reason_list import ReasonList
from ui.widgets.result_words import ReasonLine

_TIMES = ReasonLine("fits", Block(1, 1000, 1000), "Times: Monday evenings")
_COST = ReasonLine("different", Block(1, 0, 0), "Cost: $140")


def test_list_when_lines_are_set_then_they_are_shown_in_order(qtbot: QtBot) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)

    reasons.set_lines([_TIMES, _COST], Language("en"))

    assert reasons.words == ("Times: Monday evenings", "Cost: $140")


def test_list_when_read_aloud_then_each_line_begins_with_how_it_fits(qtbot: QtBot) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)

    reasons.set_lines([_TIMES, _COST], Language("en"))

    assert reasons.accessibleName() == "Fits. Times: Monday evenings\nDifferent. Cost: $140"


def test_list_when_nothing_was_wished_for_then_a_line_is_only_its_words(qtbot: QtBot) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)

    reasons.set_lines([ReasonLine("states", None, "Cost: $140")], Language("en"))

    assert reasons.accessibleName() == "Cost: $140"
    pixels = reasons.grab().toImage()
    side = range(min(12, pixels.width()))
    assert any(pixels.pixelColor(x, pixels.height() // 2) != pixels.pixelColor(0, 0) for x in side)


def test_list_when_there_are_fewer_lines_then_the_others_go(qtbot: QtBot) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)
    reasons.set_lines([_TIMES, _COST], Language("en"))

    reasons.set_lines([_COST], Language("en"))

    assert reasons.words == ("Cost: $140",)


def test_list_when_there_is_no_line_then_it_is_hidden(qtbot: QtBot) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)

    reasons.set_lines([], Language("en"))

    assert reasons.isHidden()


def test_list_when_narrow_then_long_words_break_and_it_is_higher(qtbot: QtBot) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)

    reasons.set_lines([ReasonLine("fits", Block(1, 1000, 1000), "n" * 300)], Language("en"))

    assert reasons.heightForWidth(200) > 4 * reasons.heightForWidth(2000)
    assert reasons.minimumSizeHint().width() < 300


def test_list_when_other_lines_are_set_then_it_is_measured_anew(qtbot: QtBot) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)
    reasons.set_lines([_TIMES], Language("en"))
    one = reasons.heightForWidth(400)

    reasons.set_lines([_TIMES, _COST], Language("en"))

    assert reasons.heightForWidth(400) > 2 * one - 1


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_list_when_painted_then_the_block_stands_where_reading_begins(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)
    reasons.setLayoutDirection(direction)
    reasons.set_lines([_TIMES], Language("en"))
    reasons.resize(500, 40)
    picture = reasons.grab().toImage()
    accent = reasons.palette().color(ACCENT)

    filled = [x for x in range(500) if picture.pixelColor(x, 12) == accent]

    assert filled
    assert (max(filled) < 40) is (direction is Qt.LayoutDirection.LeftToRight)
    assert (min(filled) > 460) is (direction is Qt.LayoutDirection.RightToLeft)


def test_list_when_the_window_is_mirrored_then_words_stand_beside_their_block(
    qtbot: QtBot,
) -> None:
    reasons = ReasonList("reasons")
    qtbot.addWidget(reasons)
    reasons.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    reasons.set_lines([_COST], Language("en"))

    layout = reasons._laid_out(_COST, 600)

    line = layout.lineAt(0)
    assert line.naturalTextRect().right() > 0.9 * line.width()
