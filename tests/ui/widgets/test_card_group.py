from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.card_group import CardGroup
from ui.widgets.option_card import CheckCard


def _group(qtbot: QtBot, *, folded: bool) -> tuple[CardGroup, CheckCard]:
    group, card = CardGroup("faith", 2, folded=folded), CheckCard("jewish")
    qtbot.addWidget(group)
    group.set_words("Faith")
    group.add(card)
    show(group)
    return group, card


def test_group_when_not_folded_then_its_cards_are_seen(qtbot: QtBot) -> None:
    group, card = _group(qtbot, folded=False)

    group.show_cards(wanted=False, chosen=1)

    assert card.isVisible()
    assert not group._line.isVisible()


def test_group_when_folded_then_its_heading_opens_it(qtbot: QtBot) -> None:
    group, card = _group(qtbot, folded=True)
    assert not card.isVisible()

    qtbot.mouseClick(group._line, Qt.MouseButton.LeftButton)

    assert card.isVisible()


def test_group_when_some_are_chosen_then_its_heading_says_how_many(qtbot: QtBot) -> None:
    group, card = _group(qtbot, folded=True)

    group.show_cards(wanted=True, chosen=2)

    assert group._line.accessibleName() == "Faith (2)"
    assert card.isVisible()
