from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.shown_code import ShownCode


def test_code_when_shown_then_it_is_in_lines_and_said_group_by_group(qtbot: QtBot) -> None:
    shown = ShownCode("code")
    qtbot.addWidget(shown)
    shown.show_code("ABCD-EFGH-JKMN-PQRS-TVWX")
    assert shown.plain == "ABCD  EFGH  JKMN  PQRS\nTVWX"
    label = shown.findChild(QLabel, "code")
    assert label is not None
    assert label.accessibleName().startswith("A B C D, E F G H")
    shown.show_code("")
    assert not shown.plain
