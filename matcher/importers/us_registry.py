"""People of the NPI register of the USA, in whichever file they come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matcher.directory.profile import Source
from matcher.errors import Message
from matcher.importers.foreign_text import natural_case
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.taxonomy import is_kept, title_of
from matcher.importers.us_place import (
    country_code,
    readable_phone,
    restored_zip,
    state_area,
    zip_area,
)

_NPI_DIGITS = 10
# The prefix of health cards of the USA counts in the check digit: 8 0 8 4 0 add up to 24.
_PREFIX_SUM = 24
_USABLE = re.compile("[0-9A-Za-z]{1,20}")
_ABSENT = frozenset({"--", "<UNAVAIL>"})


@dataclass(frozen=True, slots=True)
class Specialty:
    """A field of work a person has registered.

    Attributes
    ----------
    code
        NUCC taxonomy code.
    licence_number, licence_state
        The licence for it, as the person stated it; empty when not stated.
    is_primary
        Whether the person marked it as the main one.
    """

    code: str
    licence_number: str = ""
    licence_state: str = ""
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class RegisteredPerson:
    """A person of the register, as the file has it, uncleaned.

    Attributes
    ----------
    npi
        The register's number.
    names
        First, middle and last name and the suffix; any may be empty.
    place
        City, state, ZIP code, country and telephone number of the practice; never the street.
    updated_on
        When the person last confirmed the entry.
    """

    npi: str
    names: Sequence[str]
    credential: str
    specialties: Sequence[Specialty]
    place: Sequence[str]
    updated_on: date | None


def is_valid_npi(text: str) -> bool:
    """Tell whether ten digits have the check digit of the register (Luhn over 80840 + NPI)."""
    if len(text) != _NPI_DIGITS or not (text.isascii() and text.isdigit()):
        return False
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in text[-2::-2])
    return (_PREFIX_SUM + doubled + sum(map(int, text[-1::-2]))) % 10 == 0


def is_usable_npi(text: str) -> bool:
    """Tell whether a number, valid or not, can stand in an id."""
    return _USABLE.fullmatch(text) is not None


def register_id(npi: str) -> str:
    """Return the id of a profile that a number of the register gives."""
    return f"npi-{npi}"


def person_row(person: RegisteredPerson, builder: RowBuilder, options: ReadOptions) -> Row:
    """Return what the register says of a person of whom at least one specialty is kept.

    Languages, fees, payers, hours and the like are not in the register: they stay as they are.
    Administrative sex is not taken over; it says nothing about gender.
    """
    if not is_valid_npi(person.npi):
        builder.warn(Message("finding.npi.check_digit", npi=shortened(person.npi)))
    builder.state("name", _full_name(person.names))
    builder.state("credential", _present(person.credential))
    _state_work(builder, person.specialties)
    _state_place(builder, person.place)
    return builder.row(
        register_id(person.npi), options.source or Source.REGISTER, person.updated_on
    )


def _full_name(names: Sequence[str]) -> str:
    return natural_case(" ".join(filter(None, map(_present, names))))


def _present(text: str) -> str:
    text = text.strip()
    return "" if text in _ABSENT else text


def _state_work(builder: RowBuilder, specialties: Sequence[Specialty]) -> None:
    """State title and licences, from the main specialty when it is kept, else the first kept."""
    kept = [specialty for specialty in specialties if is_kept(specialty.code)]
    main = next((specialty for specialty in kept if specialty.is_primary), kept[0])
    if any(specialty.is_primary for specialty in specialties) and not main.is_primary:
        builder.note(Message("finding.register.other_field", title=title_of(main.code)), "title")
    builder.state("title", title_of(main.code))
    builder.state("register_number", main.licence_number)
    builder.state("register_area", state_area(main.licence_state) if main.licence_number else "")
    states = {
        each.licence_state: state_area(each.licence_state) for each in kept if each.licence_number
    }
    for unknown in [said for said, area in states.items() if said and not area]:
        builder.note(Message("finding.fhir.kept", code=shortened(unknown)), "licensed_areas")
        builder.keep("licensed_areas", unknown)
    builder.values["licensed_areas"] = (*dict.fromkeys(filter(None, states.values())),) or None


def _state_place(builder: RowBuilder, place: Sequence[str]) -> None:
    city, state, zip_code, country, phone = map(_present, place)
    country = country_code(country) or ("US" if state_area(state) else "")
    builder.state("city", natural_case(city))
    builder.state("country", country)
    state_zip(builder, zip_code, country)
    builder.state("phone", readable_phone(phone))


def state_zip(builder: RowBuilder, text: str, country: str) -> None:
    """State a postcode; of a ZIP code the five digits, lost zeros restored with a finding."""
    if country != "US":
        builder.state("postcode", text)
        return
    restored = restored_zip(text)
    area = zip_area(restored)
    builder.state("postcode", area)
    if area and restored != text:
        builder.warn(Message("finding.zip.restored", found=text, zip=area), "postcode")
    if text and not area:
        builder.error(Message("finding.zip.unknown", found=shortened(text)), "postcode")
