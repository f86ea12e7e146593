from pytestqt.qtbot import QtBot

from ui.widgets.lines import Lines


def test_lines_when_others_are_shown_then_the_old_ones_are_gone(qtbot: QtBot) -> None:
    lines = Lines("lines")
    qtbot.addWidget(lines)
    lines.set_lines(["One.", "Two.", "Three."])

    lines.set_lines(["Four."])

    assert lines.words == ("Four.",)
    lines.set_lines([])
    assert lines.isHidden()
