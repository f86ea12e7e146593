"""One cell of a clinic's own list: what its column's mapping makes of it."""

import re
from collections.abc import Callable, Iterator

from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS, UNSORTED, FieldKind
from matcher.errors import Message
from matcher.importers.checked_text import checked_text
from matcher.importers.combined_text import is_town, split_name, split_place, state_of
from matcher.importers.day_text import read_day
from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import folded, is_not_stated
from matcher.importers.headers import is_name_of
from matcher.importers.hours_text import read_hours
from matcher.importers.mapped_row import MappedRow
from matcher.importers.mapping import ABOUT_ROW, LEAVE_OUT, PARTS, ColumnMapping, is_list
from matcher.importers.money_text import MoneyReading, currency_of, read_money
from matcher.importers.row_builder import shortened
from matcher.importers.term_text import (
    codes_in,
    has_terms,
    is_own,
    known_token,
    several_codes,
    sure_own_code,
    term_key,
    tokens_by_key,
)
from matcher.importers.us_place import readable_phone

_SEPARATORS = {";": r"[;|\n]", ",": r"[;|\n]", "|": r"\|", "\n": r"\n"}
_AROUND = " \t\r\u00a0•·*"
_YEARS = re.compile(r"([0-9]{1,2}(?:\.[0-9])?)(?: ?(?:years?|yrs?|anos?))?\.?")
_LONGEST_SHOWN = 120
_PENDING = frozenset({"pending", "pendiente"})
"""Of a number on a register this says something: there is none yet."""


def read_mapped_cell(row: MappedRow, column: ColumnMapping, text: str) -> None:
    """Read a cell into a row.

    Parameters
    ----------
    row
        Takes what is understood; of what is not, a finding says so and the text is kept.
    column
        What the column means.
    text
        The cell as it stands.
    """
    target = column.field
    if not target:
        return
    row.begin_column(column.field, column.header)
    if has_terms(target) and target in FIELDS:
        _read_terms(row, column, text)
    elif is_not_stated(text):
        row.leave_open(PARTS.get(target, (target,)))
        if target == "register_number" and folded(text) in _PENDING:
            _refuse(row, target, "text", text)
    elif reader := _READERS.get(target):
        reader(row, text)
    elif target == "confirmed_on":
        _read_confirmed_on(row, column, text)
    elif target in ABOUT_ROW or target in PARTS:
        token = column.terms.get(text, "")
        row.say(target, clean_text(text) if token in {"", LEAVE_OUT} else token)
    elif FIELDS[target].kind is FieldKind.DATE:
        _read_date(row, column, text)
    elif FIELDS[target].kind is FieldKind.TEXT:
        _set_text(row, target, text)
    else:
        _read_plain(row, target, text)


def entries_of(column: ColumnMapping, text: str) -> Iterator[str]:
    """Give the entries of a cell; known words that hold a comma are never parted."""
    if not column.split or FIELDS[column.field].kind is FieldKind.CODE:
        pieces = [text]
    else:
        pieces = re.split(_SEPARATORS[column.split], text)
    for piece in pieces:
        entry = clean_text(piece.strip(_AROUND))
        if entry and column.split == "," and FIELDS[column.field].kind is not FieldKind.CODE:
            yield from _parted_at_commas(column, entry)
        elif entry:
            yield entry


def token_of(column: ColumnMapping, entry: str) -> str | None:
    """Return what an entry stands for: by the mapping, else surely; ``None`` for neither.

    ``""`` means that the mapping leaves it out.
    """
    token = column.terms.get(entry)
    if token is None:
        token = tokens_by_key(tuple(column.terms.items())).get(term_key(entry))
    if token is None and not several_codes(column.field, entry):
        token = known_token(column.field, entry) or None
    return token


def _parted_at_commas(column: ColumnMapping, entry: str) -> Iterator[str]:
    """Give the longest known words first: *Grief, loss, and bereavement* may be one of them."""
    parts = [part.strip(_AROUND) for part in entry.split(",")]
    while parts:
        for count in range(len(parts), 0, -1):
            joined = ", ".join(parts[:count])
            if count == 1 or token_of(column, joined):
                if joined:
                    yield joined
                del parts[:count]
                break


def _read_terms(row: MappedRow, column: ColumnMapping, text: str) -> None:
    field = column.field
    entries = [*entries_of(column, text)]
    silent = [entry for entry in entries if _is_silent(column, entry)]
    if len(silent) == len(entries):
        row.leave_open([field])
        return
    for entry in entries:
        if entry in silent:
            continue
        token = token_of(column, entry)
        if token is None:
            token = sure_own_code(field, entry)
        if not token:
            _refuse_entry(row, field, entry, text)
            continue
        codes = codes_in(token)
        for code in codes:
            if is_own(field, code):
                own = Message("finding.mapped.own", text=_shown(entry), code=code)
                row.builder.note(own, field)
        row.add(field, codes, entry)


def _refuse_entry(row: MappedRow, field: str, entry: str, text: str) -> None:
    """Say that an entry is not taken over; a list is kept whole, as it goes on with that entry."""
    if is_list(field):
        row.builder.error(Message("finding.mapped.term", text=_shown(entry)), field)
        row.keep(field, text)
    else:
        _refuse(row, field, "word", entry)


def _is_silent(column: ColumnMapping, entry: str) -> bool:
    token = token_of(column, entry)
    return token == LEAVE_OUT or (is_not_stated(entry) and not token)


def _set_text(row: MappedRow, field: str, text: str) -> None:
    cleaned = row.builder.clean(field, text)
    if cleaned:
        row.set(field, cleaned)


def _read_unsorted(row: MappedRow, text: str) -> None:
    """Keep words with their header in front: nobody knows what *No* is about without it."""
    is_told = is_name_of(row.header, UNSORTED)
    _set_text(row, UNSORTED, text if is_told else f"{shortened(row.header)}: {text}")


def _read_plain(row: MappedRow, field: str, text: str) -> None:
    """Read what must stand as in the directory's own file: steps, degrees."""
    said, cell = row.builder.values.get(field), clean_text(text)
    row.builder.read(field, cell)
    if read_cell(FIELDS[field], cell).faults:
        row.keep(field, text)
    elif said is not None and row.builder.values.get(field) != said:
        row.builder.values[field] = said
        row.builder.warn(Message("finding.mapped.second", text=_shown(text)), field)
        row.keep(field, text)


def _read_date(row: MappedRow, column: ColumnMapping, text: str) -> None:
    day = read_day(text, column.dates)
    if day is None:
        _refuse(row, column.field, "day", text)
    else:
        row.set(column.field, day)


def _read_confirmed_on(row: MappedRow, column: ColumnMapping, text: str) -> None:
    day = read_day(text, column.dates)
    if day is None:
        row.builder.names_day = True
        _refuse(row, column.field, "day", text)
    else:
        row.say(column.field, day.isoformat())


def _read_name_and_credential(row: MappedRow, text: str) -> None:
    parts = split_name(text)
    if parts is None:
        _set_text(row, "name", text)
        row.builder.warn(Message("finding.mapped.name", text=_shown(text)), "name")
        return
    _set_text(row, "name", parts[0])
    if parts[1]:
        _set_text(row, "credential", parts[1])


def _read_name(row: MappedRow, text: str) -> None:
    """Read a name; known credentials behind it go where they belong."""
    parts = split_name(text)
    if parts is not None and parts[1]:
        _read_name_and_credential(row, text)
    else:
        _set_text(row, "name", text)


def _read_place(row: MappedRow, text: str) -> None:
    place = split_place(text)
    if place is None:
        _read_town(row, text)
        return
    if place.city:
        row.set("city", place.city)
    else:
        _refuse(row, "place", "place", text)
    row.say("state", place.state)
    if place.postcode:
        row.set("postcode", place.postcode)


def _read_town(row: MappedRow, text: str) -> None:
    """Read a place that cannot be parted: a plain name is a town; of anything else it is told."""
    cleaned = clean_text(text)
    if is_town(cleaned) and not known_token("formats", cleaned):
        _set_text(row, "city", cleaned)
    else:
        _refuse(row, "place", "place", text)


def _read_state(row: MappedRow, text: str) -> None:
    letters = state_of(text)
    if letters:
        row.say("state", letters)
    else:
        row.builder.warn(Message("finding.mapped.text", text=_shown(text)), "state")
        row.keep("state", text)


def _read_checked(field: str) -> Callable[[MappedRow, str], None]:
    """Make the reader of a column of which not every text can be what it holds."""
    return lambda row, text: _set_known(row, field, text, checked_text(field, text))


def _read_currency(row: MappedRow, text: str) -> None:
    if text.strip() == "$":
        row.dollars = True
    else:
        _set_known(row, "currency", text, currency_of(text))


def _read_phone(row: MappedRow, text: str) -> None:
    _set_known(row, "phone", text, readable_phone(checked_text("phone", text)))


def _read_website(row: MappedRow, text: str) -> None:
    """Read the address of one page; what is none is kept as text: *coming soon*, *@ana*."""
    if checked_text("website", text):
        _set_text(row, "website", text)
    else:
        _refuse(row, "website", "website", text)


def _read_years(row: MappedRow, text: str) -> None:
    match = _YEARS.fullmatch(folded(text))
    if match is None:
        _refuse(row, "years", "text", text)
    else:
        _read_plain(row, "years", match[1])


def _set_known(row: MappedRow, field: str, text: str, known: str) -> None:
    if known:
        row.set(field, known)
    else:
        _refuse(row, field, "text", text)


def _read_times(row: MappedRow, text: str) -> None:
    hours = read_hours(text)
    row.add("times", hours.tokens)
    for piece in hours.rest:
        row.builder.warn(Message("finding.mapped.hours", text=_shown(piece)), "times")
    if hours.rest:
        # As a whole: what was taken over may mean less without what was not, and the list is open.
        row.keep("times", text)


def _read_fees(row: MappedRow, text: str) -> None:
    money = _money(row, "fees", text)
    if money is not None and money.low is not None and money.high is not None:
        row.set("fee_min", money.low)
        row.set("fee_max", money.high)


def _read_fee(field: str) -> Callable[[MappedRow, str], None]:
    """Make the reader of a column that gives one end of a range."""

    def read(row: MappedRow, text: str) -> None:
        money = _money(row, field, text)
        if money is None or money.low is None:
            return
        if money.low != money.high:
            _refuse(row, field, "money", text)
        else:
            row.set(field, money.low)

    return read


def _money(row: MappedRow, target: str, text: str) -> MoneyReading | None:
    money = read_money(text)
    if not money.is_understood:
        _refuse(row, target, "money", text)
        return None
    row.dollars |= money.dollars
    if money.currency:
        row.set("currency", money.currency)
    if money.sliding:
        row.imply("reduced_fee", "yes", text)
    return money


def _refuse(row: MappedRow, target: str, reason: str, text: str) -> None:
    """Say why a text is not taken over, and keep it under the target of its column."""
    field, *_ = PARTS.get(target, (target,))
    row.builder.error(Message(f"finding.mapped.{reason}", text=_shown(text)), field)
    row.keep(target, text)


def _shown(text: str) -> str:
    return shortened(text, _LONGEST_SHOWN)


_READERS: dict[str, Callable[[MappedRow, str], None]] = {
    UNSORTED: _read_unsorted,
    "name_and_credential": _read_name_and_credential,
    "name": _read_name,
    "place": _read_place,
    "state": _read_state,
    "country": _read_checked("country"),
    "register_number": _read_checked("register_number"),
    "currency": _read_currency,
    "phone": _read_phone,
    "email": _read_checked("email"),
    "website": _read_website,
    "time_zone": _read_checked("time_zone"),
    "years": _read_years,
    "times": _read_times,
    "fees": _read_fees,
    "fee_min": _read_fee("fee_min"),
    "fee_max": _read_fee("fee_max"),
}
