"""Which PINs and names will do. What is obvious is computed, not listed."""

import re
import unicodedata
from itertools import pairwise

from matcher.errors import Message, StaffError
from matcher.importers.foreign_text import clean_text
from matcher.services.secret.passphrase import is_repeated

PIN_LEAST, PIN_MOST = 6, 12
NAME_MOST = 60

_YEARS = range(1900, 2100)
_FORMS_OF_DATES = ("ddmmyy", "mmddyy", "yymmdd", "ddmmyyyy", "mmddyyyy", "yyyymmdd")
_DAYS, _MONTHS = range(1, 32), range(1, 13)
_LINES_OF_KEYS = ("147", "258", "369", "159", "357")
_THREE = 3


def fold_name(name: str) -> str:
    """Return a name as it is looked up: case, accents' forms and white space make no other one."""
    return clean_text(unicodedata.normalize("NFKC", name).casefold(), NAME_MOST)


def check_name(name: str) -> str:
    """Return a name as it is shown.

    Raises
    ------
    StaffError
        When there is nothing left of it, or too much.
    """
    shown = clean_text(name)
    if not any(sign.isalnum() for sign in shown):
        raise StaffError(Message("staff.error.name_empty"))
    if len(shown) > NAME_MOST:
        raise StaffError(Message("staff.error.name_long", most=NAME_MOST))
    return shown


def read_pin(typed: str) -> str:
    """Return a PIN that was typed in, with the digits of any script as 0 to 9."""
    digits = (unicodedata.decimal(sign, -1) for sign in typed.strip())
    return "".join(str(digit) if digit >= 0 else "?" for digit in digits)


def check_pin(typed: str) -> str:
    """Return a PIN that will do.

    Raises
    ------
    StaffError
        When it is too short or too long, or among the first that somebody would try.
    """
    pin = read_pin(typed)
    if "?" in pin or not PIN_LEAST <= len(pin) <= PIN_MOST:
        raise StaffError(Message("staff.error.pin_digits", least=PIN_LEAST, most=PIN_MOST))
    for reason, holds in (
        ("pin_repeated", is_repeated(pin) or len({*pin}) < _THREE),
        ("pin_run", _is_run(pin) or _follows_keys(pin)),
        ("pin_date", _is_date(pin)),
    ):
        if holds:
            raise StaffError(Message(f"staff.error.{reason}"))
    return pin


def _is_run(pin: str) -> bool:
    """Tell whether the digits go up or down in even steps, also each twice, also there and back."""
    once = re.sub(r"(.)\1", r"\1", pin) if len(pin) % 2 == 0 else pin
    half = (len(pin) + 1) // 2
    there = pin[:half] if pin == pin[::-1] else pin
    return any(_goes_evenly(digits) for digits in (pin, once, there))


def _goes_evenly(digits: str) -> bool:
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    return len(digits) >= _THREE and len(steps) == 1


def _follows_keys(pin: str) -> bool:
    """Tell whether the digits are lines on the keypad, such as 147258."""
    lines = {*_LINES_OF_KEYS, *(line[::-1] for line in _LINES_OF_KEYS)}
    parts = [pin[start : start + _THREE] for start in range(0, len(pin), _THREE)]
    return all(part in lines for part in parts)


def _is_date(pin: str) -> bool:
    if any(int(part) in _YEARS for part in (pin[:4], pin[-4:])):
        return True
    return any(_reads_as(form, pin) for form in _FORMS_OF_DATES if len(form) == len(pin))


def _reads_as(form: str, pin: str) -> bool:
    day, month = (int(pin[form.index(sign) :][:2]) for sign in ("d", "m"))
    return day in _DAYS and month in _MONTHS
