from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money
from matcher.region import load_region
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.money_editor import MoneyEditor


def _editor(qtbot: QtBot, words: Language, locality: Locality) -> MoneyEditor:
    region = load_region("us")
    editor = MoneyEditor(load_questionnaire().item("fee"), words, region, locality)
    qtbot.addWidget(editor)
    editor.retranslate()
    show(editor)
    return editor


@pytest.mark.parametrize(
    ("locality", "currency", "note"),
    [
        pytest.param(Locality(), "USD", "", id="a_directory_without_fees"),
        pytest.param(Locality(currency="USD"), "USD", "", id="of_the_region"),
        pytest.param(Locality(currency="EUR"), "EUR", "theirs", id="of_another_country"),
        pytest.param(
            Locality(currency="EUR", other_currencies=True), "EUR", "others", id="mostly_euros"
        ),
        pytest.param(Locality(other_currencies=True), "USD", "others", id="nothing_usual"),
    ],
)
def test_money_when_asked_then_it_is_what_fees_are_in_and_the_person_is_told(
    qtbot: QtBot, words: Language, locality: Locality, currency: str, note: str
) -> None:
    editor = _editor(qtbot, words, locality)
    name = words.catalogue.currency(currency)

    qtbot.keyClicks(editor._field.amount, "80")

    assert editor._field.money == Money(Decimal(80), currency)
    assert editor._field._unit.plain == f"{name} for one meeting"
    assert editor._note.plain == (words.text(f"screen.money.{note}", currency=name) if note else "")


def test_money_when_an_answer_is_in_other_money_then_it_stays_and_that_is_told(
    qtbot: QtBot, words: Language
) -> None:
    editor = _editor(qtbot, words, Locality(currency="EUR"))
    dollars = Money(Decimal(80), "USD")

    editor.show_value(dollars)

    assert editor._field.money == dollars
    assert editor._note.plain == words.text("screen.money.not_compared", currency="euros")


def test_money_when_it_cannot_be_read_then_the_fault_is_named_at_its_field(
    qtbot: QtBot, words: Language
) -> None:
    editor = _editor(qtbot, words, Locality(currency="EUR"))
    field = editor._field
    assert field.free.accessibleName() == words.text("item.fee.free")

    qtbot.keyClicks(field.amount, "much")
    assert editor.find_fault() is field.amount
    assert field.error.plain == words.text("screen.money.wrong")

    editor.show_value(Money(Decimal(70), "EUR"))
    assert editor.find_fault() is None
    assert field.money == Money(Decimal(70), "EUR")
