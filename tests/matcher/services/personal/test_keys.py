import argon2.low_level
import pytest
from argon2.exceptions import HashingError
from support.personal import OTHER, PASSPHRASE, QUICK, key_of

from matcher.services.personal import keys
from matcher.services.personal.key_file import Work, Wrapped
from matcher.services.secret.recovery_code import draw_code

_NAME = "5eed"


def test_keys_when_drawn_then_they_have_256_bits_and_are_never_the_same() -> None:
    drawn = {keys.new_key() for _ in range(50)}

    assert len(drawn) == 50
    assert {len(key) for key in drawn} == {32}


def test_work_when_nothing_else_is_said_then_it_is_what_is_promised() -> None:
    assert Work() == Work(passes=3, memory_kib=256 * 1024, lanes=4)


def test_key_when_wrapped_by_a_passphrase_then_it_alone_opens_it() -> None:
    key = keys.new_key()
    wrapped = keys.wrap_by_passphrase(key, _NAME, PASSPHRASE, QUICK)

    assert keys.unwrap_by_passphrase(wrapped, _NAME, f" {PASSPHRASE} ") == key
    for wrong in ("", OTHER, PASSPHRASE.upper(), "\ud800"):
        assert key_of(keys.unwrap_by_passphrase, wrapped, _NAME, wrong) == "wrong_passphrase"
    assert key not in wrapped.sealed
    assert wrapped != keys.wrap_by_passphrase(key, _NAME, PASSPHRASE, QUICK)


def test_key_when_wrapped_by_a_code_then_it_alone_opens_it_however_it_is_written() -> None:
    key, code = keys.new_key(), draw_code()
    wrapped = keys.wrap_by_code(key, _NAME, code)

    assert keys.unwrap_by_code(wrapped, _NAME, code.lower().replace("-", " ")) == key
    assert key_of(keys.unwrap_by_code, wrapped, _NAME, draw_code()) == "wrong_code"
    assert key_of(keys.unwrap_by_code, wrapped, _NAME, code[:-1]) == "code_length"


def test_key_when_wrapped_by_a_computer_s_secret_then_it_alone_opens_it() -> None:
    key = keys.new_key()
    wrapped = keys.wrap_by_computer(key, _NAME, b"drawn by chance")

    assert keys.unwrap_by_computer(wrapped, _NAME, b"drawn by chance") == key
    assert keys.unwrap_by_computer(wrapped, _NAME, b"another") is None


def test_wrapped_key_when_put_elsewhere_or_changed_then_nothing_opens_it() -> None:
    key, code = keys.new_key(), draw_code()
    by_passphrase = keys.wrap_by_passphrase(key, _NAME, PASSPHRASE, QUICK)
    by_code = keys.wrap_by_code(key, _NAME, code)
    short = Wrapped(by_code.salt, by_code.sealed[:5])
    cheap = Wrapped(by_passphrase.salt, by_passphrase.sealed, Work(2, 8, 1))

    assert key_of(keys.unwrap_by_passphrase, by_passphrase, "other", PASSPHRASE)
    assert key_of(keys.unwrap_by_passphrase, cheap, _NAME, PASSPHRASE)
    assert key_of(keys.unwrap_by_code, by_code, "other", code) == "wrong_code"
    assert key_of(keys.unwrap_by_code, short, _NAME, code) == "wrong_code"
    for place in range(8 * len(by_code.sealed)):
        sealed = bytearray(by_code.sealed)
        sealed[place // 8] ^= 1 << place % 8
        changed = Wrapped(by_code.salt, bytes(sealed))
        assert key_of(keys.unwrap_by_code, changed, _NAME, code) == "wrong_code"


def test_passphrase_when_right_or_wrong_then_the_same_work_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrapped = keys.wrap_by_passphrase(keys.new_key(), _NAME, PASSPHRASE, QUICK)
    done: list[tuple[object, ...]] = []

    def noting(_secret: bytes, *how: object) -> bytes:
        done.append(how)
        return argon2.low_level.hash_secret_raw(_secret, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(keys, "hash_secret_raw", noting)
    for typed in (PASSPHRASE, OTHER, "", "x" * 1000):
        key_of(keys.unwrap_by_passphrase, wrapped, _NAME, typed)

    assert len(done) == 4
    assert len({*done}) == 1


@pytest.mark.parametrize("error", [HashingError("Memory allocation error"), MemoryError()])
def test_passphrase_when_there_is_no_memory_for_it_then_says_so(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_how: object) -> bytes:
        raise error

    monkeypatch.setattr(keys, "hash_secret_raw", fail)

    assert key_of(keys.wrap_by_passphrase, bytes(32), _NAME, PASSPHRASE, QUICK) == "no_memory"
