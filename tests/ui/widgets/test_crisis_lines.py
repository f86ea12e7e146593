from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from matcher.checklist.crisis import CrisisLine, LineKind, load_crisis_lines
from ui.language import Language
from ui.widgets.crisis_lines import STALE_AFTER_DAYS, CrisisLines
from ui.widgets.text import Text


def _said(qtbot: QtBot, words: Language, *lines: CrisisLine) -> str:
    widget = CrisisLines("lines", words)
    qtbot.addWidget(widget)
    widget.show_lines(lines)
    return "\n".join(label.plain for label in widget.findChildren(Text))


def test_lines_when_shown_then_each_number_and_its_check_are_said(
    qtbot: QtBot, words: Language
) -> None:
    region = load_crisis_lines("us")

    said = _said(qtbot, words, *region.lines)

    for line in region.lines:
        assert line.number in said
        assert words.text(f"crisis.line.{line.id}.name") in said


def test_line_when_nobody_has_checked_it_then_that_is_said(qtbot: QtBot, words: Language) -> None:
    line = CrisisLine("us_talk", LineKind.TALK, "988", (), None)

    assert words.text("crisis.panel.not_checked") in _said(qtbot, words, line)


def test_line_when_its_check_is_old_then_staff_are_asked_to_check_it(
    qtbot: QtBot, words: Language
) -> None:
    days = STALE_AFTER_DAYS + 1
    line = CrisisLine("us_talk", LineKind.TALK, "988", (), date.today() - timedelta(days=days))

    assert words.text("crisis.panel.stale", n=days) in _said(qtbot, words, line)


def test_lines_when_others_are_shown_then_the_first_are_gone(qtbot: QtBot, words: Language) -> None:
    widget = CrisisLines("lines", words)
    qtbot.addWidget(widget)
    widget.show_lines([CrisisLine("us_talk", LineKind.TALK, "988", (), None)])

    widget.show_lines([])

    layout = widget.layout()
    assert layout is not None
    assert layout.count() == 0
