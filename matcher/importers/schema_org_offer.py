"""What a schema.org description says of one person, put into the fields of a profile."""

from collections.abc import Iterable, Iterator

from matcher.directory.validation import Severity
from matcher.errors import Message
from matcher.importers.combined_text import split_name
from matcher.importers.foreign_text import clean_text
from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text
from matcher.importers.position import check_position
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.schema_org_kept import KeptOfPage
from matcher.importers.schema_org_money import state_money
from matcher.importers.schema_org_nodes import Described, Node, first_text, texts_of
from matcher.importers.schema_org_text import hours_in, hours_of
from matcher.importers.taxonomy import is_own_word_for_therapy
from matcher.importers.term_lookup import term_called
from matcher.importers.us_place import country_code, readable_phone, state_area
from matcher.importers.us_registry import state_zip

_SKILLS = ("medicalSpecialty", "knowsAbout", "availableService", "makesOffer", "hasOfferCatalog")
_OFFERED = ("itemOffered", "itemListElement", "serviceType", "availableService")
_SKILL_FIELDS = ("issues", "approaches")
_MOST_NAMES = 500
_MOST_CREDENTIALS = 20


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
        text = next(filter(None, (first_text(node.get(name)) for node in nodes)), "")
        if text:
            builder.state(field, _contact(field, text))
    state = _state_place(nodes, builder)
    kept = KeptOfPage(builder)
    _state_languages(nodes, kept)
    _state_skills(nodes, kept)
    state_money(nodes, kept)
    _state_hours(nodes, kept)
    _state_accepting(nodes, builder)
    return state


def other_work(described: Described, builder: RowBuilder) -> str:
    """Return what a person works if that is said and is no kind of therapy known here, else ``""``.

    Of somebody whose page names concerns or ways of working that were taken over, a title may say
    anything.
    """
    person = described.person
    work = [first_text(each.get("name")) for each in as_dicts(person.get("hasOccupation"))]
    said = [*texts_of(person.get("jobTitle")), *work, *texts_of(person.get("medicalSpecialty"))]
    known_by = (*said, str(builder.values.get("credential") or ""))
    is_known = any(map(is_own_word_for_therapy, known_by))
    is_known = is_known or any(builder.values.get(field) for field in _SKILL_FIELDS)
    return "" if is_known else next(filter(None, said), "")


def _state_person(person: Node, builder: RowBuilder) -> None:
    given, family = (first_text(person.get(name)) for name in ("givenName", "familyName"))
    named = first_text(person.get("name")) or f"{given} {family}".strip()
    name, letters = split_name(named) or (named, "")
    if name:
        builder.state("name", name)
    work = as_dict(next(iter(as_dicts(person.get("hasOccupation"))), {}))
    titles = [*texts_of(person.get("jobTitle")), *texts_of(work.get("name"))]
    # Who is two things is here for one of them.
    title = next(filter(is_own_word_for_therapy, titles), next(filter(None, titles), ""))
    if title:
        builder.state("title", title)
    if credential := _credential(letters, person):
        builder.state("credential", credential)
    bio = first_text(person.get("description"))
    if bio:
        builder.state("bio", bio)


def _credential(letters: str, person: Node) -> str:
    """Join the letters behind a name with the credentials a page names beside it, each once."""
    said = [letters, first_text(person.get("honorificSuffix"))]
    said += list(texts_of(person.get("hasCredential")))[:_MOST_CREDENTIALS]
    named = (part.strip() for each in said if "://" not in each for part in each.split(","))
    parts = {part.casefold(): part for part in named if part}
    return ", ".join(parts.values())


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
        text = first_text(around.get("address"))
        if text:
            builder.warn(Message("finding.schema_org.address", text=shortened(text)), "city")
        return ""
    address = addresses[0]
    region = first_text(address.get("addressRegion"))
    country = country_code(first_text(address.get("addressCountry")))
    country = country or ("US" if state_area(region) else "")
    if city := first_text(address.get("addressLocality")):
        builder.state("city", city)
    if country:
        builder.state("country", country)
    if postcode := first_text(address.get("postalCode")):
        state_zip(builder, postcode, country)
    _state_position(as_dict(next(iter(as_dicts(around.get("geo"))), {})), builder)
    return state_area(region) if country == "US" else ""


def _state_position(position: Node, builder: RowBuilder) -> None:
    for name in ("latitude", "longitude"):
        if text := as_text(position.get(name)):
            builder.read(name, text)
    check_position(builder)


def _state_languages(nodes: Iterable[Node], kept: KeptOfPage) -> None:
    codes: dict[str, None] = {}
    for name in _languages(nodes):
        term = term_called(name, ["languages"]) or term_called(name.split("-")[0], ["languages"])
        if term is None:
            kept.keep("languages", name, "finding.schema_org.language")
        else:
            codes[term[1]] = None
    if codes:
        kept.builder.values["languages"] = (*codes,)


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
    text = first_text(value)
    return tag if tag and term_called(tag, ["languages"]) else text


def _state_skills(nodes: Iterable[Node], kept: KeptOfPage) -> None:
    builder = kept.builder
    found: dict[str, dict[str, None]] = {}
    for name in dict.fromkeys(name for node in nodes for name in _skills(node)):
        term = term_called(name, _SKILL_FIELDS)
        if term is None:
            kept.keep("approaches", name, "finding.schema_org.term")
            # It may just as well be what people come with.
            builder.keep("issues", name)
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


def _state_hours(nodes: Iterable[Node], kept: KeptOfPage) -> None:
    for node in nodes:
        tokens: dict[str, None] = {}
        for text in filter(None, map(as_text, as_list(node.get("openingHours")))):
            _add_hours(hours_in(clean_text(text)), text, tokens, kept)
        for entry in as_dicts(node.get("openingHoursSpecification")):
            _add_hours(hours_of(entry), _hours_said(entry), tokens, kept)
        if tokens:
            kept.builder.values["times"] = (*tokens,)
            kept.builder.warn(Message("finding.fhir.opening_hours"), "times")
            return


def _add_hours(
    hours: list[str] | None, text: str, tokens: dict[str, None], kept: KeptOfPage
) -> None:
    if hours is None:
        kept.keep("times", text, "finding.schema_org.hours", severity=Severity.ERROR)
    else:
        tokens.update(dict.fromkeys(hours))


def _hours_said(entry: Node) -> str:
    days = (day.rsplit("/", 1)[-1] for day in texts_of(entry.get("dayOfWeek")))
    ends = (as_text(entry.get(name)) for name in ("opens", "closes"))
    return f"{', '.join(days)} {'-'.join(filter(None, ends))}".strip()


def _state_accepting(nodes: Iterable[Node], builder: RowBuilder) -> None:
    for node in nodes:
        said = as_text(node.get("isAcceptingNewPatients")).rsplit("/", 1)[-1].casefold()
        if said in {"true", "false"}:
            builder.values["accepting"] = "yes" if said == "true" else "no"
            return
