"""What a clinic's own columns and words mean, as a file: ``rapport-mapping/1``."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as having
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from matcher.directory.cells import SEPARATOR
from matcher.directory.field import FIELDS, FieldKind
from matcher.errors import ImportFileError, Message
from matcher.importers.client_list import header_name
from matcher.importers.day_text import ISO, STYLES
from matcher.importers.json_file import read_json
from matcher.importers.row_builder import shortened
from matcher.importers.term_text import codes_in, has_terms, is_token, near_codes
from matcher.region import countries

FORMAT = "rapport-mapping/1"
BEGINS = f'{{\n  "format": "{FORMAT}"'.encode()
"""How every file of this kind begins."""
_KEYS = ("format", "sheet", "country", "columns")
_COLUMN_KEYS = ("header", "field", "split", "dates", "terms", "suggested", "open")

ABOUT_ROW = ("id", "published", "confirmed_on", "confirmed_by")
"""What a column may say of its whole row."""
PARTS = MappingProxyType(
    {
        "name_and_credential": ("name", "credential"),
        "first_name": ("name",),
        "last_name": ("name",),
        "place": ("city", "postcode", "country"),
        "state": (),
        "fees": ("fee_min", "fee_max"),
    }
)
"""What a column may hold that is no field by itself, and the fields it speaks of."""
TARGETS = frozenset({"", *ABOUT_ROW, *PARTS, *FIELDS})
"""All that a column can be mapped to; ``""`` leaves it out on purpose."""

LEAVE_OUT = "-"
"""In place of a token: somebody said that this word says nothing here."""

USUAL_SPLIT = ";"
SPLITS = ("", USUAL_SPLIT, "|", "\n", ",")
"""Where entries of a cell end: nowhere; at ``;``, ``|`` and line ends; at one of these alone; at
commas as well."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What one column means.

    Attributes
    ----------
    header
        As it stands in the file.
    field
        One of `TARGETS`; ``""`` leaves the column out on purpose.
    split
        One of `SPLITS`.
    terms
        The clinic's spelling and the token it stands for, or the tokens of a list with
        `matcher.directory.cells.SEPARATOR` between them; ``""`` takes nothing over, with a
        finding that keeps the text, and `LEAVE_OUT` without a word.
    dates
        One of `matcher.importers.day_text.STYLES`.
    is_open
        Whether somebody has to say something about the column yet: without a field, what it
        holds; with one, how its dates or lists are written.
    suggested
        Of words with ``""`` in `terms`, what each may stand for and why, to be read by people;
        nobody has decided these words yet. Of a column without a field, the same by its header.
    """

    header: str
    field: str
    split: str = USUAL_SPLIT
    terms: Mapping[str, str] = having(default_factory=dict)
    dates: str = ISO
    is_open: bool = False
    suggested: Mapping[str, str] = having(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListMapping:
    """What the columns of a list mean.

    Attributes
    ----------
    columns
        In the order of the file.
    sheet
        Name of the sheet; ``""`` for the first.
    country
        Where everybody works of whom the list names no country, one of
        `matcher.region.countries`; ``""`` when nobody said.
    """

    columns: tuple[ColumnMapping, ...]
    sheet: str = ""
    country: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers it was made for."""
        return tuple(column.header for column in self.columns)

    @property
    def undecided(self) -> tuple[str, ...]:
        """The headers of columns of which nobody has said what they hold."""
        return tuple(each.header for each in self.columns if each.is_open and not each.field)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The headers of columns with a field, and a question that nobody has answered."""
        return tuple(each.header for each in self.columns if each.is_open and each.field)


def targets() -> tuple[str, ...]:
    """Return all that a column can hold, in the order of a profile."""
    return tuple(dict.fromkeys((*ABOUT_ROW, *PARTS, *FIELDS)))


def is_list(target: str) -> bool:
    """Tell whether what several columns say of this can be joined."""
    return target in FIELDS and FIELDS[target].kind in {FieldKind.CODES, FieldKind.TIMES}


def fingerprint(headers: Iterable[str]) -> str:
    """Return what tells lists with other columns apart; case and punctuation do not count."""
    names = "\n".join(map(header_name, headers))
    return sha256(names.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def write_mapping(mapping: ListMapping) -> bytes:
    """Return a mapping as the bytes of a file; the same mapping gives the same bytes."""
    document = {
        "format": FORMAT,
        "sheet": mapping.sheet,
        "country": mapping.country,
        "columns": [
            {
                "header": column.header,
                "field": column.field,
                "split": column.split,
                "dates": column.dates,
                "terms": {text: _written(token) for text, token in column.terms.items()},
                **({"suggested": dict(column.suggested)} if column.suggested else {}),
                **({"open": True} if column.is_open else {}),
            }
            for column in mapping.columns
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def read_mapping(path: Path) -> ListMapping:
    """Read a mapping file.

    Raises
    ------
    ImportFileError
        Naming every column in which something cannot be used.
    """
    document = read_json(path)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ImportFileError(Message("error.import.not_mapping", file=path.name))
    entries, sheet = document.get("columns"), document.get("sheet", "")
    country = document.get("country", "")
    said_of: dict[str, object] = {"file": path.name}
    if unknown := [*_unknown(document, _KEYS, "error.import.mapping_key", said_of)]:
        raise ImportFileError(*unknown)
    if not isinstance(entries, list) or not all(isinstance(said, str) for said in (sheet, country)):
        raise ImportFileError(Message("error.import.not_mapping", file=path.name))
    faults: list[Message] = []
    if country.upper() not in {"", *countries()}:
        faults.append(
            Message(
                "error.import.mapping_country",
                file=path.name,
                text=shortened(country),
                expected=", ".join(countries()),
            )
        )
    columns: list[ColumnMapping] = []
    for number, entry in enumerate(entries, start=1):
        said_of = {"file": path.name, "number": number}
        if unknown := [*_unknown(entry, _COLUMN_KEYS, "error.import.mapping_column_key", said_of)]:
            faults += unknown
            continue
        column = _column(entry)
        if column is None:
            faults.append(Message("error.import.mapping_column", file=path.name, number=number))
            continue
        columns.append(column)
        faults += _faults(column, path.name)
    if faults:
        raise ImportFileError(*faults)
    return ListMapping(tuple(columns), sheet, country.upper())


def _unknown(
    table: object, known: Sequence[str], message: str, said_of: Mapping[str, object]
) -> Iterator[Message]:
    """Tell of what nobody would read, and which key may be meant."""
    for key in table if isinstance(table, dict) else ():
        if key in known:
            continue
        what = {**said_of, "text": shortened(key), "expected": ", ".join(known)}
        if near := get_close_matches(shortened(key).lower(), known, 1):
            yield Message(f"{message}_like", **what, likely=near[0])
        else:
            yield Message(message, **what)


def _column(entry: object) -> ColumnMapping | None:
    """Return a column of the right shape, whatever its words are."""
    if not isinstance(entry, dict) or not {"header", "field"} <= entry.keys():
        return None
    tables = [entry.get(key, {}) for key in ("terms", "suggested")]
    is_open = entry.get("open", False)
    texts = {key: entry[key] for key in ("header", "field", "split", "dates") if key in entry}
    if not all(isinstance(table, dict) for table in tables) or not isinstance(is_open, bool):
        return None
    terms, suggested = {text: _joined(said) for text, said in tables[0].items()}, tables[1]
    said = (*texts.values(), *terms.values(), *suggested.values())
    if not all(isinstance(text, str) for text in said):
        return None
    return ColumnMapping(**texts, terms=terms, is_open=is_open, suggested=suggested)


def _written(token: str) -> str | list[str]:
    """Return a token as it stands in a file: several codes of one word are a list."""
    codes = codes_in(token)
    return codes if len(codes) > 1 else token


def _joined(said: Any) -> Any:
    """Return what a file says of a word as one token; what is neither stays as it is."""
    is_list = isinstance(said, list) and said and all(isinstance(each, str) for each in said)
    return SEPARATOR.join(said) if is_list else said


def _faults(column: ColumnMapping, file: str) -> Iterator[Message]:
    header = shortened(column.header)
    for key, known in (("field", TARGETS), ("split", SPLITS), ("dates", STYLES)):
        said = getattr(column, key)
        if said not in known:
            expected = ", ".join(repr(word) for word in sorted(known))
            what = {"file": file, "header": header, "key": key, "text": shortened(said)}
            yield Message("error.import.mapping_word", **what, expected=expected)
            return
    for text, token in column.terms.items():
        if token in {"", LEAVE_OUT}:
            continue
        # Each by itself, so that the wrong one is named; then all: some columns take only one.
        for code in dict.fromkeys((*codes_in(token), token)):
            if not (has_terms(column.field) and is_token(column.field, code)):
                yield _unknown_code(column.field, code, file, {"header": header, "text": text})
                break


def _unknown_code(field: str, token: str, file: str, said: Mapping[str, str]) -> Message:
    """Tell of a code that is not known, and which ones may be meant."""
    texts = {key: shortened(text) for key, text in said.items()}
    what = {"file": file, "code": shortened(token), **texts}
    if near := near_codes(field, token):
        return Message("error.import.mapping_term_like", **what, likely=", ".join(near))
    return Message("error.import.mapping_term", **what)
