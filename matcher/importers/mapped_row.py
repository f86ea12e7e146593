"""A row of a clinic's own list, read as its mapping says."""

import re
from collections.abc import Container, Iterable

from matcher.directory.field import FIELDS, UNSORTED
from matcher.directory.geography import is_postcode_there, locate_licence_area
from matcher.directory.profile import FactValue, Source
from matcher.directory.validation import Severity
from matcher.errors import Message
from matcher.importers.combined_text import state_of
from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import answer_of
from matcher.importers.kept_text import KeptText, kept_of
from matcher.importers.mapping import is_list
from matcher.importers.position import check_position
from matcher.importers.profile_id import USUAL, profile_id
from matcher.importers.row import Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.row_terms import SaidTerm, agreed, opposites
from matcher.importers.us_place import restored_zip, zip_area
from matcher.region import Region, countries, load_region, region_of_country

_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD"})
_MADE_OF = (*USUAL, ("name", "city"), ("name",))
_TOTAL = re.compile(r"(?:(?:sub|grand )?total|sum|summe|suma)\b[\W\d]*$", re.IGNORECASE)


class MappedRow:
    """Gather what the cells of one row say.

    Parameters
    ----------
    builder
        The row in the making.
    country
        As in `matcher.importers.mapping.ListMapping`.

    Attributes
    ----------
    builder, country
        As given.
    header
        Of the column that is being read.
    said
        What cells said of the row, or of parts of a field, by the target of their column.
    dollars
        Whether a fee was given in dollars, not said of which country.
    """

    def __init__(self, builder: RowBuilder, country: str = "") -> None:
        self.builder = builder
        self.country = country
        self.header = ""
        self.said: dict[str, str] = {}
        self.dollars = False
        self._terms: dict[str, list[SaidTerm]] = {}
        self._kept = KeptText()
        self._implied: dict[str, tuple[str, str]] = {}

    @property
    def lacks_country(self) -> bool:
        """Whether the finished row says where somebody is, but nobody can know in which country."""
        values = self.builder.values
        return bool(values.get("postcode")) and not self._has("country", "latitude")

    @property
    def lacks_currency(self) -> bool:
        """Whether the finished row says what it costs, but not in which money."""
        return self._has("fee_min", "fee_max") and not (self._has("currency") or self.dollars)

    def leave_open(self, fields: Iterable[str]) -> None:
        """Say of fields that the list has them, and says nothing so far."""
        self.builder.leave_open(field for field in fields if field in FIELDS)

    def begin_column(self, target: str, header: str) -> None:
        """Go on to a column, whose words take the place of those kept of it before."""
        self.header = header
        self.builder.speak_of(kept_of(target, header))

    def keep(self, target: str, text: str) -> None:
        """Keep the words of a column that no field takes, as they stand."""
        self._kept.keep(target, text, self.header)
        self.builder.note_in_part(target)

    def say(self, target: str, text: str) -> None:
        """Note what a column says that is no field by itself; the first that says so holds."""
        if self.said.setdefault(target, text) != text:
            self._second(target, text)

    def set(self, field: str, value: FactValue) -> None:
        """Set a field of one value; a second column that says otherwise is told and left out."""
        if self.builder.values.get(field) in {None, value}:
            self.builder.values[field] = value
        else:
            self._second(field, str(value))

    def imply(self, field: str, value: str, text: str) -> None:
        """Note what the words of another column say of a field; a column of its own goes first."""
        self._implied.setdefault(field, (value, text))

    def add(self, field: str, tokens: Iterable[str], text: str = "") -> None:
        """Add tokens that a text stands for to a list, or set the one code of a field."""
        for token in tokens:
            if is_list(field):
                said = SaidTerm(token, text, self.header)
                self._terms.setdefault(field, []).append(said)
            else:
                self.set(field, token)

    def finish(self) -> None:
        """Put together what several cells said."""
        self.header = ""
        for field, terms in self._terms.items():
            tokens = agreed(terms)
            self._oppose(field, terms, tokens)
            if tokens:
                self.builder.read(field, ";".join(tokens))
        for field, (value, text) in self._implied.items():
            if self.builder.values.get(field) in {None, value}:
                self.builder.values[field] = value
            else:
                self._second(field, text)
        whole_name = " ".join(filter(None, map(self.said.get, ("first_name", "last_name"))))
        if whole_name and not self.builder.values.get("name"):
            self.builder.state("name", whole_name)
        self._finish_country()
        self._finish_postcode()
        self._finish_state()
        self._finish_currency()
        check_position(self.builder)

    def id(self) -> str:
        """Return the id of the finished row, ``""`` when there is nothing to make one from."""
        return profile_id(self._identity, _MADE_OF)

    @property
    def is_named(self) -> bool:
        """Whether the list itself says who it is: by an id, or by a number in a register."""
        return bool(profile_id(self._identity, USUAL[:1]))

    def row(self) -> Row:
        """Return the finished row."""
        name, called = self.id(), str(self.builder.values.get("name") or "")
        if _TOTAL.match(clean_text(called)):
            total = Message("finding.mapped.total", text=shortened(called))
            return self.builder.skip(total, severity=Severity.WARNING, field="name")
        if not name:
            reason = "finding.row.wrong_id" if self.said.get("id") else "finding.mapped.nobody"
            given = shortened(self.said.get("id", ""))
            return self.builder.skip(Message(reason, id=given), field="id")
        day = self.builder.day(self.said.get("confirmed_on", ""), "confirmed_on")
        source, published = self._source(), self._published()
        self._finish_kept()
        return self.builder.row(name, source, day, published=published)

    def _identity(self, column: str) -> str:
        value = self.said.get("id", "") if column == "id" else self.builder.values.get(column)
        text = clean_text(value) if isinstance(value, str) else ""
        # The same list with and without the zeros that a spreadsheet took is about the same people.
        is_zip = column == "postcode" and self.builder.values.get("country") in {None, "US"}
        return (zip_area(_real_zip(text)) or text) if is_zip else text

    def _finish_country(self) -> None:
        """Take the country from what was said for the list, else from a state of the USA."""
        values, postcode = self.builder.values, str(self.builder.values.get("postcode") or "")
        if values.get("country") or self._kept.has("country"):
            return
        if self.country:
            self._take_country(postcode)
        elif state_of(self.said.get("state", "")) and zip_area(restored_zip(postcode)):
            values["country"] = "US"

    def _take_country(self, postcode: str) -> None:
        """Take the country that was said for the list, unless the row cannot be from there."""
        is_us = self.country == "US"
        if postcode and not _region(self.country).is_postcode(
            restored_zip(postcode) if is_us else postcode
        ):
            self.builder.warn(
                Message("finding.mapped.elsewhere", found=shortened(postcode)), "country"
            )
        elif is_us and self._kept.has("state") and not postcode:
            # What stands for a state is none of the USA, which was told.
            return
        else:
            self.builder.values["country"] = self.country

    def _finish_postcode(self) -> None:
        """Give back zeros to a ZIP code; what may be foreign, or is none then, is told."""
        values = self.builder.values
        postcode, country = values.get("postcode"), values.get("country")
        if not isinstance(postcode, str) or (restored := restored_zip(postcode)) == postcode:
            return
        if country == "US" and _real_zip(postcode) == postcode:
            self.builder.warn(Message("finding.mapped.no_zip", found=postcode), "postcode")
            self.keep("postcode", postcode)
            del values["postcode"]
        elif country == "US":
            values["postcode"] = restored
            self.builder.warn(
                Message("finding.zip.restored", found=postcode, zip=restored), "postcode"
            )
        elif not country:
            self.builder.warn(Message("finding.mapped.short_zip", found=postcode), "postcode")

    def _finish_state(self) -> None:
        """Keep a state that the postcode does not tell: two towns may share a name."""
        letters, city = state_of(self.said.get("state", "")), self.builder.values.get("city")
        postcode = str(self.builder.values.get("postcode") or "")
        if not letters or locate_licence_area(postcode, "US") == f"US-{letters}":
            return
        if not (isinstance(city, str) and city):
            self.keep("state", letters)
        elif not city.upper().endswith(f" {letters}"):
            self.builder.values["city"] = f"{city}, {letters}"

    def _finish_currency(self) -> None:
        """Take the currency of the country: for dollars, and where it was said for the list."""
        values = self.builder.values
        if self._has("currency") or self._kept.has("currency"):
            return
        country = str(values.get("country") or "")
        currency = _region(country).currency if country in countries() else ""
        if self.dollars and currency in _DOLLARS:
            values["currency"] = currency
        elif self.dollars:
            self.builder.warn(Message("finding.mapped.dollars"), "currency")
            self.keep("currency", "$")
        elif currency and country == self.country and self._has("fee_min", "fee_max"):
            values["currency"] = currency
        elif self.country and self._has("fee_min", "fee_max"):
            self.builder.warn(Message("finding.mapped.no_currency"), "currency")

    def _finish_kept(self) -> None:
        """Put what was kept under what the list itself says is unsorted, a line for each column."""
        if lines := [*self._kept.lines()]:
            said = self.builder.values.get(UNSORTED)
            self.builder.state(UNSORTED, "\n".join([str(said), *lines] if said else lines))

    def _source(self) -> Source:
        text = self.said.get("confirmed_by", "").casefold()
        if text in [*Source]:
            return Source(text)
        if text:
            reason = Message("finding.row.confirmed_by", text=shortened(text))
            self.builder.error(reason, "confirmed_by")
            self.keep("confirmed_by", self.said["confirmed_by"])
        return self.builder.options.source or Source.CLINIC

    def _published(self) -> bool | None:
        """Return whether clients see the profile; what cannot be read hides it, to be safe."""
        text = self.said.get("published", "")
        if not text:
            return None
        answer = answer_of("published", text)
        if not answer:
            reason = Message("finding.row.published", text=shortened(text))
            self.builder.error(reason, "published")
            self.keep("published", text)
        return answer == "yes"

    def _has(self, *fields: str) -> bool:
        return any(self.builder.values.get(field) is not None for field in fields)

    def _oppose(self, field: str, terms: Iterable[SaidTerm], held: Container[str]) -> None:
        """Tell of columns that say the opposite, and keep what they say."""
        for first, second in opposites(terms):
            said = {"first": shortened(first.shown), "second": shortened(second.shown)}
            self.builder.error(Message("finding.mapped.opposite", **said), field)
        for term in terms:
            if term.token not in held:
                self._kept.keep(field, term.text or term.token, term.header)
                self.builder.note_in_part(field)

    def _second(self, target: str, text: str) -> None:
        self.builder.warn(Message("finding.mapped.second", text=shortened(text)), target)
        self.keep(target, text)


def _real_zip(text: str) -> str:
    """Give back the zeros that a ZIP code lost, where there is such a ZIP code."""
    restored = restored_zip(text)
    return restored if is_postcode_there(restored, "US") else text


def _region(country: str) -> Region:
    return load_region(region_of_country(country))
