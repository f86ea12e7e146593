from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import press, settle

from ui.staff.arrow_watch import ArrowWatch
from ui.widgets.option_group import OptionGroup


def test_watch_when_cards_are_chosen_then_only_arrows_look_around(qtbot: QtBot) -> None:
    group = OptionGroup("way", ["one", "two", "three"])
    qtbot.addWidget(group)
    for card in group.cards:
        card.set_words("A way", "")
    group.show()
    settle()
    watch = ArrowWatch(group.cards)
    group.cards[0].setFocus()
    assert not watch.looks_around

    press(Qt.Key.Key_Down)
    assert (group.chosen, watch.looks_around) == (("two",), True)

    qtbot.mouseClick(group.cards[2], Qt.MouseButton.LeftButton)
    assert (group.chosen, watch.looks_around) == (("three",), False)

    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert (group.chosen, watch.looks_around) == (("two",), False)
