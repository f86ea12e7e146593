from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from support.window import settle, show

from matcher.questionnaire.response import Money
from ui.language import Language
from ui.theme.tokens import PaletteName, tokens
from ui.widgets.money_field import MoneyField

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def field(qtbot: QtBot, words: Language) -> MoneyField:
    field = MoneyField("fee", "USD", words)
    qtbot.addWidget(field)
    field.set_words(str)
    show(field)
    return field


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        pytest.param("80", "80", id="whole"),
        pytest.param("62,5", "62.5", id="comma"),
        pytest.param("62.50", "62.50", id="point"),
        pytest.param(" 1 200 ", "1200", id="spaces"),
        pytest.param("1,200", "1200", id="english_thousands"),
        pytest.param("1.200", "1200", id="german_thousands"),
        pytest.param("1,000,000", "1000000", id="a_million"),
        pytest.param("1.234,5", "1234.5", id="spanish"),
        pytest.param("1,234.50", "1234.50", id="english"),
        pytest.param("0", "0", id="nothing_to_pay"),
    ],
)
def test_amount_when_written_then_it_is_read(
    field: MoneyField, qtbot: QtBot, written: str, amount: str
) -> None:
    qtbot.keyClicks(field.amount, written)

    assert field.money == Money(Decimal(amount), "USD")
    assert not field.is_wrong


@pytest.mark.parametrize(
    "written", ["eighty", "-5", "nan", "1e30", "8 0 x", "1,2,3", "1.234,5678", "9999999"]
)
def test_amount_when_it_is_none_then_that_is_said_and_the_text_stays(
    field: MoneyField, qtbot: QtBot, written: str
) -> None:
    qtbot.keyClicks(field.amount, written)

    assert field.money is None
    assert field.is_wrong
    field.show_error(True)
    assert field.error.plain == "wrong"
    assert field.amount.accessibleDescription() == "wrong"
    assert field.amount.text() == written


@pytest.mark.parametrize(
    ("start", "button", "after"),
    [
        pytest.param("", "more", "10", id="from_nothing"),
        pytest.param("65", "more", "70", id="up_to_the_next_round_one"),
        pytest.param("65", "less", "60", id="down_to_the_next_round_one"),
        pytest.param("10", "less", "10", id="not_below_the_first"),
        pytest.param("5", "less", "5", id="less_is_never_more"),
        pytest.param("900", "more", "900", id="more_is_never_less"),
    ],
)
def test_steps_when_pressed_then_the_amount_goes_in_round_steps(
    field: MoneyField, qtbot: QtBot, start: str, button: str, after: str
) -> None:
    qtbot.keyClicks(field.amount, start)

    with qtbot.waitSignal(field.money_changed):
        qtbot.mouseClick(getattr(field, button), _LEFT)

    assert field.money == Money(Decimal(after), "USD")


def test_free_when_pressed_then_the_amount_is_gone_and_an_amount_takes_it_back(
    field: MoneyField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.amount, "80")

    qtbot.mouseClick(field.free, _LEFT)
    assert field.money == Money(Decimal(0), "USD")
    assert field.amount.text() == ""

    qtbot.mouseClick(field.more, _LEFT)
    assert not field.free.isChecked()


@pytest.mark.parametrize(
    "money",
    [
        None,
        Money(Decimal(0), "USD"),
        Money(Decimal(120), "USD"),
        Money(Decimal("1250.50"), "USD"),
        Money(Decimal(70), "EUR"),
    ],
    ids=["nothing", "free", "amount", "large_amount", "other_money"],
)
def test_field_when_shown_money_then_it_gives_it_back(
    field: MoneyField, money: Money | None
) -> None:
    field.set_money(money)

    assert field.money == money


@pytest.mark.parametrize(
    ("language", "region", "shown"),
    [
        pytest.param("en", "us", "1,234.5", id="english_united_states"),
        pytest.param("es", "de", "1.234,5", id="spanish_germany"),
        pytest.param("en", "de", "1.234,5", id="english_germany"),
    ],
)
def test_amount_when_shown_then_it_is_written_as_people_there_do(
    qtbot: QtBot, language: str, region: str, shown: str
) -> None:
    field = MoneyField("fee", "EUR", Language(language, region=region))
    qtbot.addWidget(field)

    field.set_money(Money(Decimal("1234.5"), "EUR"))

    assert field.amount.text() == shown
    assert field.money == Money(Decimal("1234.5"), "EUR")


def test_amount_when_written_without_a_key_then_it_counts(field: MoneyField) -> None:
    """A screen reader or dictation puts the text there in one go."""
    interface = QAccessible.queryAccessibleInterface(field.amount)
    interface.setText(QAccessible.Text.Value, "80")

    assert field.money == Money(Decimal(80), "USD")


def test_field_when_shown_then_its_label_stands_nearer_to_it_than_to_what_is_above(
    field: MoneyField,
) -> None:
    field.resize(600, field.minimumSizeHint().height())
    settle()
    label, free = field._label.geometry(), field.free.geometry()

    above = label.top() - free.bottom() - 1
    below = field.amount.geometry().top() - label.bottom() - 1

    assert above == 24
    assert below < above / 2


def test_signs_when_shown_then_they_are_larger_than_words_on_targets_that_are_large_enough(
    field: MoneyField,
) -> None:
    now = tokens(PaletteName.LIGHT)

    for sign in (field.less, field.more):
        assert sign.font().pixelSize() == now.sizes.lead
        assert min(sign.width(), sign.height()) >= now.target
