from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.widgets.fold import Fold


def test_fold_when_its_line_is_pressed_then_it_opens_and_closes(qtbot: QtBot) -> None:
    fold = Fold("why", QLabel("Because"))
    qtbot.addWidget(fold)
    fold.line.set_words("Why")
    show(fold)
    assert not fold.content.isVisible()
    fold.line.setFocus()

    with qtbot.waitSignal(fold.turned):
        press(Qt.Key.Key_Return)
    assert fold.is_open
    assert fold.content.isVisible()

    fold.set_open(is_open=False)
    assert not fold.content.isVisible()
