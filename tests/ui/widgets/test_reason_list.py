from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.fit_strip import Block
from ui.widgets.reason_list import ReasonList
from ui.widgets.result_words import ReasonLine
from ui.widgets.text import Text

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

    said = [text.accessibleName() for text in reasons.findChildren(Text)]
    assert said == ["Fits. Times: Monday evenings", "Different. Cost: $140"]


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
