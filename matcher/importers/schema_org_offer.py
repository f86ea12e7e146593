"""What a schema.org description says of one person, put into the fields of a profile."""

from collections.abc import Iterable, Iterator

from matcher.errors import Message
from matcher.importers.foreign_text import clean_text
from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text
from matcher.importers.position import check_position
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.schema_org_nodes import Described, Node
from matcher.importers.schema_org_text import fees_in, hours_in, hours_of
from matcher.importers.term_lookup import term_called
from matcher.importers.us_place import country_code, readable_phone, state_area
from matcher.importers.us_registry import state_zip

_SKILLS = ("medicalSpecialty", "knowsAbout", "availableService", "makesOffer", "hasOfferCatalog")
_OFFERED = ("itemOffered", "itemListElement", "serviceType", "availableService")
_SKILL_FIELDS = ("issues", "approaches")
_MOST_NAMES = 500


def state_described(described: Described, builder: RowBuilder) -> str:
    """State what is said of a person, and of their practice where it says nothing of them.

    Returns
    -------
    str
        The state of the USA in which they practise, or ``""``.
    """
    nodes = (described.person, *described.practices)
    _state_person(described.person, builder)
    for field, name in (("phone", "telephone"), ("email", "email"), ("website", "url")):
        text = next(filter(None, (_first_text(node.get(name)) for node in nodes)), "")
        if text:
            builder.state(field, _contact(field, text))
    state = _state_place(nodes, builder)
    _state_languages(nodes, builder)
    _state_skills(nodes, builder)
    _state_fees(nodes, builder)
    _state_hours(nodes, builder)
    _state_accepting(nodes, builder)
    return state


def _state_person(person: Node, builder: RowBuilder) -> None:
    given, family = (_first_text(person.get(name)) for name in ("givenName", "familyName"))
    name = _first_text(person.get("name")) or f"{given} {family}".strip()
    if name:
        builder.state("name", name)
    work = as_dict(next(iter(as_dicts(person.get("hasOccupation"))), {}))
    title = _first_text(person.get("jobTitle")) or _first_text(work.get("name"))
    if title:
        builder.state("title", title)
    credential = _first_text(person.get("honorificSuffix"))
    if credential and not name.endswith(f", {credential}"):
        builder.state("credential", credential)
    bio = _first_text(person.get("description"))
    if bio:
        builder.state("bio", bio)


def _first_text(value: object) -> str:
    """Return the first text of a value: itself, one of a list, or the name of what it describes."""
    for entry in as_list(value):
        if isinstance(entry, dict):
            entry = entry.get("name") or entry.get("@value") or entry.get("@id")
        if text := as_text(entry):
            return text
    return ""


def _contact(field: str, text: str) -> str:
    if field == "phone":
        return readable_phone(text.removeprefix("tel:"))
    if field == "email":
        return text.removeprefix("mailto:")
    # Nothing but a page is opened from a profile.
    return text if text.lower().startswith(("http://", "https://")) else ""


def _state_place(nodes: Iterable[Node], builder: RowBuilder) -> str:
    node = next((node for node in nodes if node.get("address") or node.get("location")), None)
    if node is None:
        return ""
    around = node if node.get("address") else next(iter(as_dicts(node.get("location"))), {})
    addresses = as_dicts(around.get("address"))
    if len(addresses) > 1:
        builder.note(Message("finding.fhir.places", n=len(addresses)), "city")
    if not addresses:
        text = _first_text(around.get("address"))
        if text:
            builder.warn(Message("finding.schema_org.address", text=shortened(text)), "city")
        return ""
    address = addresses[0]
    region = _first_text(address.get("addressRegion"))
    country = country_code(_first_text(address.get("addressCountry")))
    country = country or ("US" if state_area(region) else "")
    if city := _first_text(address.get("addressLocality")):
        builder.state("city", city)
    if country:
        builder.state("country", country)
    if postcode := _first_text(address.get("postalCode")):
        state_zip(builder, postcode, country)
    _state_position(as_dict(next(iter(as_dicts(around.get("geo"))), {})), builder)
    return state_area(region) if country == "US" else ""


def _state_position(position: Node, builder: RowBuilder) -> None:
    for name in ("latitude", "longitude"):
        if text := as_text(position.get(name)):
            builder.read(name, text)
    check_position(builder)


def _state_languages(nodes: Iterable[Node], builder: RowBuilder) -> None:
    codes: dict[str, None] = {}
    for name in _languages(nodes):
        term = term_called(name, ["languages"]) or term_called(name.split("-")[0], ["languages"])
        if term is None:
            builder.note(Message("finding.fhir.language", language=shortened(name)), "languages")
        else:
            codes[term[1]] = None
    if codes:
        builder.values["languages"] = (*codes,)


def _languages(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        named = [*as_list(node.get("knowsLanguage")), *as_list(node.get("availableLanguage"))]
        for contact in as_dicts(node.get("contactPoint")):
            named += as_list(contact.get("availableLanguage"))
        texts = [_language_name(each) for each in named[:_MOST_NAMES]]
        if any(texts):
            yield from filter(None, texts)
            return


def _language_name(value: object) -> str:
    tag = as_text(as_dict(value).get("alternateName"))
    text = _first_text(value)
    return tag if tag and term_called(tag, ["languages"]) else text


def _state_skills(nodes: Iterable[Node], builder: RowBuilder) -> None:
    found: dict[str, dict[str, None]] = {}
    for name in dict.fromkeys(name for node in nodes for name in _skills(node)):
        term = term_called(name, _SKILL_FIELDS)
        if term is None:
            message = Message("finding.schema_org.term", text=shortened(name, 80))
            builder.note(message, "approaches")
        else:
            found.setdefault(term[0], {})[term[1]] = None
    for field, codes in found.items():
        builder.values[field] = (*codes,)


def _skills(node: Node) -> Iterator[str]:
    """Yield the names of what somebody offers or knows about."""
    waiting = [entry for name in reversed(_SKILLS) for entry in reversed(as_list(node.get(name)))]
    named = 0
    while waiting and named < _MOST_NAMES:
        entry = waiting.pop()
        inner = as_dict(entry)
        waiting += [each for name in reversed(_OFFERED) for each in as_list(inner.get(name))]
        text = clean_text(as_text(inner.get("name")) if inner else as_text(entry))
        if text:
            named += 1
            # A specialty may be given as an address of the vocabulary.
            yield text.rsplit("/", 1)[-1] if text.startswith(("http://", "https://")) else text


def _state_fees(nodes: Iterable[Node], builder: RowBuilder) -> None:
    for node in nodes:
        text = clean_text(_first_text(node.get("priceRange")))
        if not text:
            continue
        fees = fees_in(text)
        if fees is None:
            builder.note(Message("finding.schema_org.fees", text=shortened(text)), "fee_min")
            return
        low, high, currency = fees
        builder.read("fee_min", low)
        builder.read("fee_max", high)
        accepted = _first_text(node.get("currenciesAccepted"))
        if currency := currency or (accepted if accepted.isascii() and len(accepted) == 3 else ""):
            builder.state("currency", currency.upper())
        return


def _state_hours(nodes: Iterable[Node], builder: RowBuilder) -> None:
    for node in nodes:
        tokens: dict[str, None] = {}
        for text in filter(None, map(as_text, as_list(node.get("openingHours")))):
            _add_hours(hours_in(clean_text(text)), text, tokens, builder)
        for entry in as_dicts(node.get("openingHoursSpecification")):
            _add_hours(hours_of(entry), _first_text(entry.get("dayOfWeek")), tokens, builder)
        if tokens:
            builder.values["times"] = (*tokens,)
            builder.warn(Message("finding.fhir.opening_hours"), "times")
            return


def _add_hours(
    hours: list[str] | None, text: str, tokens: dict[str, None], builder: RowBuilder
) -> None:
    if hours is None:
        builder.error(Message("finding.schema_org.hours", text=shortened(text)), "times")
    else:
        tokens.update(dict.fromkeys(hours))


def _state_accepting(nodes: Iterable[Node], builder: RowBuilder) -> None:
    for node in nodes:
        said = as_text(node.get("isAcceptingNewPatients")).rsplit("/", 1)[-1].casefold()
        if said in {"true", "false"}:
            builder.values["accepting"] = "yes" if said == "true" else "no"
            return
