"""Each option there is: its table and key, what it may be, and what holds without it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from matcher.bundled import bundled_toml
from matcher.directory.field import AGE_LIMIT_DAYS, FRESH_DAYS
from matcher.i18n import languages
from matcher.region import load_region, region_of_country, regions

Value = int | str | tuple[str, ...]
"""What an option can be."""

_LONGEST_PRINTER = 127
"""Letters of a printer's name: no system has longer ones."""

LONGEST_NAME = 60
"""Letters of a name that somebody chooses."""

_STATE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
"""ISO 3166-2, as licenses are stated."""


class OptionKind(StrEnum):
    """What an option says."""

    DAYS = "days"
    MINUTES = "minutes"
    SECONDS = "seconds"
    TEXT_SIZE = "text_size"
    LANGUAGES = "languages"
    REGION = "region"
    PRINTER = "printer"
    NAME = "name"
    STATES = "states"

    @property
    def is_number(self) -> bool:
        """Whether it is a whole number between two limits."""
        return self in {OptionKind.DAYS, OptionKind.MINUTES, OptionKind.SECONDS}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be set.

    Attributes
    ----------
    table, key
        Where it stands in the file; no two have the same key.
    usual
        What holds where the file says nothing.
    least, most
        The limits of a number, which counts what its kind says: days, minutes or seconds.
    """

    table: str
    key: str
    kind: OptionKind
    usual: Value
    least: int = 0
    most: int = 0

    @property
    def choices(self) -> tuple[int, ...] | tuple[str, ...]:
        """What it can be, where that is a list; of `OptionKind.LANGUAGES`, any of these."""
        match self.kind:
            case OptionKind.TEXT_SIZE:
                return text_sizes()
            case OptionKind.LANGUAGES:
                return languages()
            case OptionKind.REGION:
                return regions()
            case _:
                return ()

    def read(self, written: object) -> Value | None:
        """Return what a file says, or ``None`` when it cannot say that."""
        match self.kind:
            case OptionKind.LANGUAGES:
                return self._read_codes(written)
            case OptionKind.STATES:
                return _read_states(written)
            case OptionKind.PRINTER | OptionKind.NAME | OptionKind.REGION:
                return self._read_text(written)
        if not isinstance(written, int) or isinstance(written, bool):
            return None
        is_in_range = self.least <= written <= self.most
        is_right = is_in_range if self.kind.is_number else written in self.choices
        return written if is_right else None

    def _read_text(self, written: object) -> str | None:
        if not isinstance(written, str):
            return None
        match self.kind:
            case OptionKind.PRINTER:
                may_be = _may_be_printer(written)
            case OptionKind.NAME:
                may_be = _may_be_name(written)
            case _:
                may_be = written in ("", *self.choices)
        return written if may_be else None

    def _read_codes(self, written: object) -> tuple[str, ...] | None:
        if not isinstance(written, list | tuple):
            return None
        codes = tuple(code for code in written if code in self.choices)
        return codes if len({*codes}) == len(written) else None


OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        option.key: option
        for option in (
            Option("facts", "count_for_days", OptionKind.DAYS, AGE_LIMIT_DAYS, 1, 3650),
            Option("facts", "fresh_for_days", OptionKind.DAYS, FRESH_DAYS, 1, 3650),
            Option("staff", "sign_out_after_minutes", OptionKind.MINUTES, 10, 2, 240),
            Option("kiosk", "languages", OptionKind.LANGUAGES, ()),
            Option("kiosk", "region", OptionKind.REGION, ""),
            Option("kiosk", "text_size", OptionKind.TEXT_SIZE, 100),
            Option("kiosk", "warn_after_seconds", OptionKind.SECONDS, 120, 60, 600),
            Option("kiosk", "clear_after_seconds", OptionKind.SECONDS, 60, 20, 300),
            Option("kiosk", "staff_after_seconds", OptionKind.SECONDS, 60, 20, 300),
            Option("kiosk", "printer", OptionKind.PRINTER, ""),
            Option("kiosk", "kiosk_name", OptionKind.NAME, ""),
            Option("kiosk", "states", OptionKind.STATES, ()),
        )
    }
)
"""By key, in the order in which they are shown."""

TABLES = tuple(dict.fromkeys(option.table for option in OPTIONS.values()))


@cache
def text_sizes() -> tuple[int, ...]:
    """Return the sizes all text can have, in per cent."""
    return tuple(bundled_toml("theme", "tokens.toml")["measure"]["text_sizes"])


def _read_states(written: object) -> tuple[str, ...] | None:
    if not isinstance(written, list | tuple):
        return None
    codes = tuple(code for code in written if isinstance(code, str) and _is_state(code))
    return codes if len({*codes}) == len(written) else None


def _is_state(code: str) -> bool:
    """Tell whether a code is a state's: where all of a country's are known, one of them."""
    if _STATE.fullmatch(code) is None:
        return False
    country, _, part = code.partition("-")
    known = load_region(region_of_country(country)).licence_areas
    return not known or part in known


def _may_be_printer(name: str) -> bool:
    """Tell whether a name can be a printer's, and nothing that a command takes for an option."""
    return len(name) <= _LONGEST_PRINTER and name.isprintable() and not name.startswith("-")


def _may_be_name(name: str) -> bool:
    return len(name) <= LONGEST_NAME and name.isprintable() and name == name.strip()
