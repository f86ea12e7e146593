"""What FHIR resources say of a person: name, work, licences, languages, ways to reach them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from matcher.directory.vocabulary import load_vocabulary
from matcher.errors import Message
from matcher.i18n import Catalogue
from matcher.importers.fhir_resources import Resource, ResourceSet
from matcher.importers.fhir_value import (
    codes_of,
    display_of,
    ended_on,
    extension_codes,
    extensions,
    has_ended,
    texts_of,
)
from matcher.importers.foreign_text import natural_case
from matcher.importers.json_value import as_dict, as_dicts, as_text
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.taxonomy import is_kept, is_taxonomy_code, title_of, title_of_role
from matcher.importers.us_place import state_area

PERSONAL_FIELDS = (
    "name", "title", "credential", "register", "register_number", "register_area",
    "licensed_areas", "languages", "phone", "email", "website",
)  # fmt: skip

_OF_LICENCES = frozenset({"register", "register_number", "register_area", "licensed_areas"})
_NOT_PUBLIC = frozenset({"home", "old", "temp"})
_CONTACTS = {"phone": "phone", "email": "email", "url": "website"}
_LEVELS = {"30": "fluent", "40": "fluent", "50": "native"}
# Enough to greet somebody, not to talk about what hurts.
_TOO_LITTLE = frozenset({"00", "10", "20"})
# As the exporter writes it.
_PROFILE_IDS = "urn:rapport:profile-id"
_PROFILE_ID = re.compile(r"\w[\w.:+@-]{0,119}")
_CHINESE, _MANDARIN = "zh", "cmn"


@dataclass(frozen=True, slots=True)
class Person:
    """A practitioner with the roles they hold today.

    Attributes
    ----------
    practitioner
        The Practitioner resource.
    roles
        Their PractitionerRole resources that hold today.
    past
        Those that are over or not in use: they tell what somebody works, and nothing else.
    resources
        Where what these refer to is found.
    """

    practitioner: Resource
    roles: tuple[Resource, ...]
    resources: ResourceSet
    past: tuple[Resource, ...] = ()

    @property
    def has_roles(self) -> bool:
        """Whether the files speak of roles of theirs, be they over."""
        return bool(self.roles or self.past)

    def linked(self, role: Resource, name: str, builder: RowBuilder) -> list[Resource]:
        """Return what a role's references called `name` point to; a missing one is noted."""
        found = []
        for reference in as_dicts(role.get(name)):
            resource = self.resources.find(reference, role)
            if resource is None:
                note_missing(builder, reference)
            else:
                found.append(resource)
        return found

    def title(self) -> str:
        """Return our name for their work, or ``""`` when it is not in mental health."""
        titles = [title_of(code) for code in self._codes() if is_taxonomy_code(code)]
        if not titles:
            titles = [*map(title_of_role, self._codes_of_roles())]
        if profile_id_of(self.practitioner):
            # It was a therapist when it left our directory, and this is what they call themselves.
            titles = [
                display_of(code) for role in self.roles for code in as_dicts(role.get("code"))
            ]
        return next(filter(None, titles), "")

    @property
    def names_work(self) -> bool:
        """Whether anything says what they work, be it something else."""
        return any(self._codes()) or any(self._codes_of_roles())

    def _codes(self) -> Iterator[str]:
        yield from codes_of(*(role.get("specialty") for role in self.roles))
        yield from codes_of(
            *(q.get("code") for q in as_dicts(self.practitioner.get("qualification")))
        )
        yield from codes_of(*(role.get("specialty") for role in self.past))

    def _codes_of_roles(self) -> Iterator[str]:
        return codes_of(*(role.get("code") for role in (*self.roles, *self.past)))


def note_missing(builder: RowBuilder, reference: object) -> None:
    """Note that what a reference points to is in none of the files."""
    text = as_text(as_dict(reference).get("reference")) or display_of(reference)
    builder.warn(Message("finding.fhir.missing", reference=shortened(text, 80)))


def profile_id_of(practitioner: Resource) -> str:
    """Return the id a practitioner has in a directory of this program, or ``""``."""
    for identifier in as_dicts(practitioner.get("identifier")):
        value = as_text(identifier.get("value"))
        if as_text(identifier.get("system")) == _PROFILE_IDS and _PROFILE_ID.fullmatch(value):
            return value
    return ""


def npi_of(practitioner: Resource) -> str:
    """Return the number of the NPI register as the resource has it, or ``""``."""
    for identifier in as_dicts(practitioner.get("identifier")):
        if as_text(identifier.get("system")).endswith("us-npi"):
            return as_text(identifier.get("value"))
    return ""


def state_person(person: Person, builder: RowBuilder, today: date) -> None:
    """State name, title, credential, licences, languages and ways to reach them."""
    _state_name(person.practitioner, builder, today)
    builder.state("title", person.title())
    _state_licences(person.practitioner, builder, today)
    _state_languages(person.practitioner, builder)
    _state_contacts([*person.roles, person.practitioner], builder, today)
    # What it says nothing of at all, such as licences, another register may have said.
    builder.leave_open(field for field in PERSONAL_FIELDS if field not in _OF_LICENCES)


def _state_name(practitioner: Resource, builder: RowBuilder, today: date) -> None:
    names = [n for n in as_dicts(practitioner.get("name")) if not has_ended(n, today)]
    current = [name for name in names if as_text(name.get("use")) not in {"old", "maiden"}]
    name = next(iter(current), {})
    parts = f"{texts_of(name.get('given'))} {as_text(name.get('family'))}".strip()
    full = as_text(name.get("text")) or natural_case(parts)
    builder.state("name", full)
    credential = texts_of(name.get("suffix")) or _credential(practitioner)
    builder.state("credential", "" if full.endswith(f", {credential}") else credential)


def _credential(practitioner: Resource) -> str:
    """Return the letters of the first qualification that is no taxonomy code."""
    for qualification in as_dicts(practitioner.get("qualification")):
        concept = as_dict(qualification.get("code"))
        if not any(map(is_taxonomy_code, codes_of(concept))):
            return display_of(concept)
    return ""


def _state_licences(practitioner: Resource, builder: RowBuilder, today: date) -> None:
    areas: dict[str, None] = {}
    qualifications = [*filter(_is_for_our_work, as_dicts(practitioner.get("qualification")))]
    ended = [_has_ended(qualification, builder, today) for qualification in qualifications]
    # Those that hold come first; the number of one that ended still helps to look somebody up.
    for is_over, qualification in sorted(zip(ended, qualifications, strict=True), key=_first):
        valid_in = [*_areas_of(qualification, builder)]
        areas |= {} if is_over else dict.fromkeys(valid_in)
        identifier = next(iter(as_dicts(qualification.get("identifier"))), {})
        number = as_text(identifier.get("value"))
        if number and "register_number" not in builder.values:
            builder.state("register", display_of(qualification.get("issuer")))
            builder.state("register_number", number)
            builder.state("register_area", next(iter(valid_in), ""))
    if any(ended) or any(map(_names_place, qualifications)):
        builder.values["licensed_areas"] = (*areas,) or None
        builder.leave_open(_OF_LICENCES)


def _first(pair: tuple[bool, object]) -> bool:
    return pair[0]


def _is_for_our_work(qualification: Resource) -> bool:
    codes = [*filter(is_taxonomy_code, codes_of(qualification.get("code")))]
    return not codes or any(map(is_kept, codes))


def _has_ended(qualification: Resource, builder: RowBuilder, today: date) -> bool:
    details = [*extensions(qualification, "practitioner-qualification")]
    statuses = {code for detail in details for code in extension_codes(detail, "status")}
    if has_ended(qualification, today):
        end = shortened(ended_on(qualification))
        builder.warn(Message("finding.fhir.licence_ended", date=end), "licensed_areas")
        return True
    return bool(statuses) and "active" not in statuses


def _names_place(qualification: Resource) -> bool:
    return any(_places_of(qualification))


def _areas_of(qualification: Resource, builder: RowBuilder) -> Iterator[str]:
    """Give the states a licence is valid in; a place that is none of them is kept as text."""
    for place in _places_of(qualification):
        if area := state_area(place):
            yield area
        else:
            builder.note(Message("finding.fhir.kept", code=shortened(place)), "licensed_areas")
            builder.keep("licensed_areas", place)


def _places_of(qualification: Resource) -> Iterator[str]:
    for detail in extensions(qualification, "practitioner-qualification"):
        yield from extension_codes(detail, "whereValid")


def _state_languages(practitioner: Resource, builder: RowBuilder) -> None:
    tokens: dict[str, str] = {}
    for entry in as_dicts(practitioner.get("communication")):
        # Until R4 the entry is the language itself, since R5 it holds it.
        concept = as_dict(entry.get("language")) or entry
        code = _language_code(concept, builder)
        proficiency = [*extension_codes(entry, "communication-proficiency")]
        if not code or not _TOO_LITTLE.isdisjoint(proficiency):
            continue
        level = next(filter(None, map(_LEVELS.get, proficiency)), "")
        tokens.setdefault(code, f"{code}:{level}" if level else code)
    builder.values["languages"] = (*tokens.values(),) or None


def _language_code(concept: Resource, builder: RowBuilder) -> str:
    spellings = [*codes_of(concept), display_of(concept)]
    for spelling in filter(None, spellings):
        for name in _names_in(spelling):
            if name == _CHINESE:
                builder.warn(Message("finding.fhir.chinese"), "languages")
                return _MANDARIN
            if code := _codes_of_languages().get(name):
                return code
    if any(spellings):
        named = spellings[-1] or spellings[0]
        builder.note(Message("finding.fhir.language", language=shortened(named)), "languages")
        builder.keep("languages", named)
    return ""


def _names_in(spelling: str) -> Iterable[str]:
    """Return what a language tag may be known by: whole, the ``yue`` of ``zh-yue``, its start."""
    parts = spelling.lower().replace("_", "-").split("-")
    return spelling.lower(), *(part for part in parts[1:2] if len(part) == len("yue")), parts[0]


@cache
def _codes_of_languages() -> dict[str, str]:
    english = Catalogue()
    found: dict[str, str] = {}
    for term in load_vocabulary("languages"):
        label = f"term.languages.{term.code}"
        names = [term.code, *term.synonyms, term.endonym]
        names += [english.text(label)] if english.has(label) else []
        for name in names:
            found.setdefault(name.lower(), term.code)
    return found


def _state_contacts(resources: Iterable[Resource], builder: RowBuilder, today: date) -> None:
    for resource in resources:
        for contact in as_dicts(resource.get("telecom")):
            field = _CONTACTS.get(as_text(contact.get("system")), "")
            is_public = as_text(contact.get("use")) not in _NOT_PUBLIC
            is_public = is_public and not has_ended(contact, today)
            if field and is_public and builder.values.get(field) is None:
                builder.state(field, as_text(contact.get("value")))
