import pytest
from support.importing import OPTIONS, keys, say_all

from matcher.directory.profile import Source
from matcher.importers.row_builder import RowBuilder
from matcher.importers.schema_org_kept import KeptOfPage
from matcher.importers.schema_org_money import state_money
from matcher.importers.schema_org_nodes import Node


def _read(*nodes: Node) -> tuple[dict[str, object], list[str]]:
    builder = RowBuilder("a.html", 1, OPTIONS)
    kept = KeptOfPage(builder)
    state_money(nodes, kept)
    builder.row("p", Source.CLINIC, None)
    say_all([builder.remark()])
    return dict(builder.values), keys([builder.remark()])


def test_price_when_it_is_no_number_then_it_stays_as_text() -> None:
    assert _read({"priceRange": "$$"}) == (
        {"unsorted": "fee_min: $$"},
        ["finding.schema_org.fees"],
    )


@pytest.mark.parametrize(
    ("described", "text"),
    [
        (
            {"makesOffer": {"price": "120.00", "priceCurrency": "USD", "itemOffered": "Session"}},
            "Session 120.00 USD",
        ),
        (
            {"makesOffer": [{"priceSpecification": {"minPrice": 80, "maxPrice": 120}}]},
            "80-120",
        ),
        (
            {"hasOfferCatalog": {"itemListElement": {"name": "Course", "price": 900}}},
            "Course 900",
        ),
    ],
    ids=["price", "specified", "catalog"],
)
def test_price_when_of_one_thing_then_it_is_no_fee_and_stays_as_text(
    described: Node, text: str
) -> None:
    assert _read(described) == ({"unsorted": f"fee_min: {text}"}, ["finding.schema_org.offer"])


def test_payment_when_a_payer_is_known_then_it_is_read_and_the_rest_stays_as_text() -> None:
    assert _read({"paymentAccepted": "Cash, Medicare; Visa"}) == (
        {"payers": ("self_pay", "medicare"), "unsorted": "payers: Visa"},
        ["finding.schema_org.payment"],
    )


def test_payment_when_the_person_names_some_then_the_practice_adds_none() -> None:
    own: Node = {"paymentAccepted": ["Cash"]}

    assert _read(own, {"paymentAccepted": "Medicare"}) == ({"payers": ("self_pay",)}, [])


def test_money_when_nothing_is_said_then_nothing_is_stated() -> None:
    assert _read({}, {"makesOffer": [{"itemOffered": "Session"}, 3]}) == ({}, [])
