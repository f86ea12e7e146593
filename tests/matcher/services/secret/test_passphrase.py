import pytest

from matcher.errors import SecretError
from matcher.services.secret.passphrase import check_passphrase, read_passphrase


def _refusal(typed: str, name: str = "") -> str:
    with pytest.raises(SecretError) as caught:
        check_passphrase(typed, name)
    return caught.value.messages[0].key.removeprefix("secret.error.")


@pytest.mark.parametrize(
    "passphrase",
    [
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjkl",
        "123456789012345678",
        "Password Password 1984",
        "Rapport Therapist Clinic",
        "Contraseña de la clínica",
        "Ana Vidal 2026 Ana Vidal",
        "ana.vidal.rapport.1984",
        "correct horse battery staple",
        "                    x",
    ],
)
def test_passphrase_when_it_is_obvious_then_it_is_refused(passphrase: str) -> None:
    wanted = {"passphrase_obvious", "passphrase_short"}

    assert _refusal(passphrase, "Ana Vidal") in wanted


@pytest.mark.parametrize(
    "passphrase",
    [
        "violet tram under rain",
        "4821 9375 2640 1187",
        "лодка зима дождь гриб",
        "雨の日に紫の電車と猫が三匹歩く",
    ],
)
def test_passphrase_when_it_is_long_then_any_signs_will_do(passphrase: str) -> None:
    assert check_passphrase(passphrase, "Ana Vidal") == passphrase


def test_passphrase_when_too_short_or_too_long_then_it_says_which() -> None:
    assert _refusal("violet tram un", "Ana") == "passphrase_short"
    assert _refusal("violet tram " * 20, "Ana") == "passphrase_long"


def test_passphrase_when_typed_on_another_keyboard_then_it_is_the_same() -> None:
    assert read_passphrase("cafe\u0301") == read_passphrase("caf\u00e9")
