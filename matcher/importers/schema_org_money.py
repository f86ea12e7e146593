"""What a schema.org description says of money: prices, and ways to pay."""

import re
from collections.abc import Iterable, Iterator

from matcher.importers.foreign_text import clean_text
from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text
from matcher.importers.schema_org_kept import KeptOfPage
from matcher.importers.schema_org_nodes import Node, first_text
from matcher.importers.schema_org_text import fees_in
from matcher.importers.term_lookup import term_called

_MOST_OFFERS = 50
_MOST_WAYS = 100
_PARTS = re.compile(r"[,;\n]")


def state_money(nodes: Iterable[Node], kept: KeptOfPage) -> None:
    """State fees and payers; of several descriptions, the first that says something of each."""
    nodes = (*nodes,)
    _state_fees(nodes, kept)
    _keep_offers(nodes, kept)
    _state_payers(nodes, kept)


def _state_fees(nodes: Iterable[Node], kept: KeptOfPage) -> None:
    builder = kept.builder
    for node in nodes:
        text = clean_text(first_text(node.get("priceRange")))
        if not text:
            continue
        fees = fees_in(text)
        if fees is None:
            kept.keep("fee_min", text, "finding.schema_org.fees")
            return
        low, high, currency = fees
        builder.read("fee_min", low)
        builder.read("fee_max", high)
        accepted = first_text(node.get("currenciesAccepted"))
        if currency := currency or (accepted if accepted.isascii() and len(accepted) == 3 else ""):
            builder.state("currency", currency.upper())
        return


def _keep_offers(nodes: Iterable[Node], kept: KeptOfPage) -> None:
    """Keep prices of single things as text: what a course costs is not the fee for a meeting."""
    for node in nodes:
        for text in _offers(node):
            kept.keep("fee_min", text, "finding.schema_org.offer")


def _offers(node: Node) -> Iterator[str]:
    offers = as_dicts(node.get("makesOffer"))
    for catalog in as_dicts(node.get("hasOfferCatalog")):
        offers += as_dicts(catalog.get("itemListElement"))
    for offer in offers[:_MOST_OFFERS]:
        priced = next((each for each in (offer, *_specified(offer)) if _price(each)), {})
        if priced:
            name = first_text(offer.get("name")) or first_text(offer.get("itemOffered"))
            price = f"{_price(priced)} {first_text(priced.get('priceCurrency'))}".strip()
            yield f"{name} {price}".strip()


def _specified(offer: Node) -> list[dict[str, object]]:
    return as_dicts(offer.get("priceSpecification"))


def _price(node: Node) -> str:
    ends = (as_text(node.get(name)) for name in ("minPrice", "maxPrice"))
    return as_text(node.get("price")) or "-".join(filter(None, ends))


def _state_payers(nodes: Iterable[Node], kept: KeptOfPage) -> None:
    for node in nodes:
        named = [*_ways_to_pay(node)][:_MOST_WAYS]
        codes: dict[str, None] = {}
        for name in named:
            term = term_called(name, ["payers"])
            if term is None:
                kept.keep("payers", name, "finding.schema_org.payment")
            else:
                codes[term[1]] = None
        if codes:
            kept.builder.values["payers"] = (*codes,)
        if named:
            return


def _ways_to_pay(node: Node) -> Iterator[str]:
    for entry in as_list(node.get("paymentAccepted")):
        text = as_text(as_dict(entry).get("name")) or as_text(entry)
        yield from filter(None, map(clean_text, _PARTS.split(text)))
