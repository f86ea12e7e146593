from decimal import Decimal

from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money
from ui.language import Language
from ui.widgets.money_editor import MoneyEditor


def test_money_when_it_cannot_be_read_then_the_fault_is_named_at_its_field(
    qtbot: QtBot, words: Language
) -> None:
    editor = MoneyEditor(load_questionnaire().item("fee"), words, "EUR")
    qtbot.addWidget(editor)
    editor.retranslate()
    show(editor)
    field = editor._field
    assert field.free.accessibleName() == words.text("item.fee.free")

    qtbot.keyClicks(field.amount, "much")
    assert editor.find_fault() is field.amount
    assert field.error.plain == words.text("screen.money.wrong")

    editor.show_value(Money(Decimal(70), "EUR"))
    assert editor.find_fault() is None
    assert field.money == Money(Decimal(70), "EUR")
