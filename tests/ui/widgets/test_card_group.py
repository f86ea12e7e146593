from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.card_group import CardGroup
from ui.widgets.option_card import CheckCard
from ui.widgets.text import Text


def test_group_when_it_has_a_name_then_its_cards_stand_under_it(qtbot: QtBot) -> None:
    group, card = CardGroup("faith", 2), CheckCard("jewish")
    qtbot.addWidget(group)
    group.add(card)
    group.set_words("Faith")
    show(group)
    heading = group.findChild(Text, "faith_heading")
    assert heading is not None

    assert heading.isVisible()
    assert heading.geometry().bottom() < card.mapTo(group, card.rect().topLeft()).y()

    group.set_words("")
    assert not heading.isVisible()
