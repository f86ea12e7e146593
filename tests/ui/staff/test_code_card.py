from pytestqt.qtbot import QtBot
from support.window import show

from ui.language import Language
from ui.staff.code_card import CodeCard


def test_card_when_the_last_signs_are_typed_then_it_is_written_down(
    qtbot: QtBot, words: Language
) -> None:
    card = CodeCard(words, "card")
    qtbot.addWidget(card)
    show(card)
    card.show_code("ABCD-EFGH-0K1N")
    assert "ABCD" in card._shown.plain
    assert not card.is_written_down()
    card.last.field.setText("ABCD")
    assert not card.is_written_down()
    assert card.last.error.plain

    card.last.field.setText(" ok-ln")
    assert card.is_written_down()
    card.show_code("")
    assert (card._shown.plain, card.last.text) == ("", "")
