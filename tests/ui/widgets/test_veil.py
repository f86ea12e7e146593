from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.button import Button
from ui.widgets.veil import Veil, fade_from

_LONG = 60_000


def _below(qtbot: QtBot) -> tuple[QWidget, Button]:
    below = QWidget()
    button = Button("quiet", "below")
    QVBoxLayout(below).addWidget(button)
    qtbot.addWidget(below)
    show(below, 300, 200)
    button.setFocus()
    return below, button


def _picture() -> QPixmap:
    picture = QPixmap(10, 10)
    picture.fill(Qt.GlobalColor.black)
    return picture


def test_veil_when_it_lasts_then_every_press_and_the_focus_go_below(qtbot: QtBot) -> None:
    below, button = _below(qtbot)
    fade_from(below, _picture(), _LONG)

    assert button.hasFocus()
    hit = below.childAt(button.geometry().center())
    assert hit is button


def test_veil_when_its_time_is_over_then_it_is_gone(qtbot: QtBot) -> None:
    below, _ = _below(qtbot)

    fade_from(below, _picture(), 10)

    qtbot.waitUntil(lambda: below.findChild(Veil) is None)


def test_veil_when_what_it_covers_grows_then_it_does(qtbot: QtBot) -> None:
    below, _ = _below(qtbot)
    fade_from(below, _picture(), _LONG)

    below.resize(500, 400)
    settle()

    veil = below.findChild(Veil)
    assert veil is not None
    assert veil.size() == below.size()


def test_fade_when_nothing_may_move_then_there_is_no_veil(qtbot: QtBot) -> None:
    below, _ = _below(qtbot)

    fade_from(below, _picture(), 0)

    assert below.findChild(Veil) is None


def test_fade_when_another_still_fades_then_there_is_one_veil(qtbot: QtBot) -> None:
    below, _ = _below(qtbot)

    fade_from(below, _picture(), _LONG)
    fade_from(below, _picture(), _LONG)
    settle()

    assert len([veil for veil in below.findChildren(Veil) if veil.isVisible()]) == 1
