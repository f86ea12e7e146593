import random

import pytest

from matcher.errors import StaffError
from matcher.services.staff.rules import (
    check_name,
    check_pin,
    fold_name,
    read_pin,
)

_DRAWN = 3000


def _refusal(check: object, *typed: str) -> str:
    with pytest.raises(StaffError) as caught:
        check(*typed)  # type: ignore[operator]
    return caught.value.messages[0].key.removeprefix("staff.error.")


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        *(
            (pin, "pin_digits")
            for pin in ("", "48291", "4829130000000", "48291a", "\uff14\uff18", "-48291")
        ),
        *((pin, "pin_repeated") for pin in ("000000", "121212", "482482", "114411", "48294829")),
        *((pin, "pin_run") for pin in ("123456", "654321", "024680", "112233", "345543", "890123")),
        *((pin, "pin_run") for pin in ("147258", "963852", "12345678")),
        *((pin, "pin_date") for pin in ("198448", "481984", "310784", "840731", "19840731")),
    ],
)
def test_pin_when_it_is_among_the_first_to_try_then_it_is_refused(pin: str, reason: str) -> None:
    assert _refusal(check_pin, pin) == reason


@pytest.mark.parametrize("pin", ["482913", " 739264 ", "48291365", "٤٨٢٩١٣"])
def test_pin_when_it_is_not_obvious_then_it_will_do(pin: str) -> None:
    assert check_pin(pin) == read_pin(pin)
    assert check_pin(pin).isascii()


def test_pins_when_drawn_by_chance_then_most_of_them_will_do() -> None:
    chance, kept = random.Random(7), 0
    for _ in range(_DRAWN):
        try:
            check_pin(f"{chance.randrange(10**6):06}")
        except StaffError:
            continue
        kept += 1
    print(f"of {_DRAWN} PINs drawn, {kept / _DRAWN:.0%} will do")

    assert kept > 0.75 * _DRAWN


@pytest.mark.parametrize("name", ["ANA VIDAL", " ana   vidal ", "Ana\u00a0Vidal", "\uff21na Vidal"])
def test_name_when_written_otherwise_then_it_is_looked_up_the_same(name: str) -> None:
    assert fold_name(name) == fold_name("Ana Vidal")


def test_name_when_nothing_or_too_much_is_left_then_it_is_refused() -> None:
    assert _refusal(check_name, "  \u202e ") == "name_empty"
    assert _refusal(check_name, "...") == "name_empty"
    assert _refusal(check_name, "x" * 61) == "name_long"
    assert check_name(" Ana \u202eVidal ") == "Ana Vidal"
