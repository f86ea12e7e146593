"""Fees as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.cells import read_cell, write_cell
from matcher.directory.field import FIELDS
from matcher.importers.money_text import MoneyReading, currency_of, read_money

_SIGNS = st.lists(
    st.sampled_from(["$", "€", "120", "80.5", "1,200", "-", "to", "usd", " ", "sliding scale",
                     "/session", "from", "free"])
).map("".join)  # fmt: skip


def _money(low: int | str, high: int | str, *signs: str) -> MoneyReading:
    currency = next((sign for sign in signs if len(sign) == 3), "")
    return MoneyReading(
        Decimal(low), Decimal(high), currency, dollars="$" in signs, sliding="sliding" in signs
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$120", _money(120, 120, "$")),
        ("80–150", _money(80, 150)),
        ("sliding scale", MoneyReading(sliding=True)),
        ("€90", _money(90, 90, "EUR")),
        ("90 €", _money(90, 90, "EUR")),
        ("$80 - $150", _money(80, 150, "$")),
        ("US$ 80 to 150", _money(80, 150, "USD")),
        ("$1,200 per session", _money(1200, 1200, "$")),
        ("120,50", _money("120.5", "120.5")),
        ("Sliding scale: $40-80", _money(40, 80, "$", "sliding")),
        ("$140 or sliding scale", _money(140, 140, "$", "sliding")),
        ("90 a 120 por sesión", _money(90, 120)),
    ],
)
def test_money_when_sure_then_it_is_read(text: str, expected: MoneyReading) -> None:
    assert read_money(text) == expected


@pytest.mark.parametrize(
    "text",
    ["from $80", "$80+", "150-80", "$150 intake, $120 after", "€80-$90", "call us", "-120", "1,2,3",
     "$120, no sliding scale", "80-90-100", "1000000"],
)  # fmt: skip
def test_money_when_not_sure_then_nothing_is_read(text: str) -> None:
    assert read_money(text) == MoneyReading(is_understood=False)


@pytest.mark.parametrize(
    ("text", "code"), [("$", ""), ("€", "EUR"), ("usd", "USD"), ("Euros", "EUR"), ("shells", "")]
)
def test_currency_when_given_in_some_way_then_it_is_its_letters(text: str, code: str) -> None:
    assert currency_of(text) == code


@given(st.one_of(st.text(), _SIGNS))
def test_money_when_of_any_text_then_the_directory_takes_every_amount(text: str) -> None:
    money = read_money(text)

    for amount in filter(None, (money.low, money.high)):
        assert read_cell(FIELDS["fee_min"], write_cell(amount)).value == amount
    assert money.low is None or money.high is None or money.low <= money.high
