import random

import pytest
from support.personal import flips

from matcher.errors import PersonalError
from matcher.services.personal.key_file import (
    BLOCK_BYTES,
    KeyFile,
    Work,
    Wrapped,
    _digest,
    from_bytes,
    is_wiped,
    to_bytes,
)

_FILE = KeyFile(
    "5eed", Wrapped(b"salt", b"sealed one", Work(3, 8, 1)), Wrapped(b"more", b"sealed two")
)


def _key(data: bytes) -> str:
    with pytest.raises(PersonalError) as caught:
        from_bytes(data, "personal.key")
    assert caught.value.messages[0].params == {"file": "personal.key"}
    return caught.value.messages[0].key.removeprefix("personal.error.")


def _block(version: bytes, body: bytes) -> bytes:
    head = b"rapport-key/" + version + b" " + _digest(version, body) + b"\n"
    return (head + body).ljust(BLOCK_BYTES, b"\n") * 2


def _with_work(work: bytes) -> bytes:
    slot = b'{"salt": "", "sealed": ""}'
    by_passphrase = b'{"salt": "", "sealed": "", "work": %b}' % work
    return b'{"name": "x", "passphrase": %b, "code": %b}' % (by_passphrase, slot)


@pytest.mark.parametrize("computer", [None, Wrapped(b"third", b"sealed three")])
def test_key_file_when_written_then_it_reads_the_same(computer: Wrapped | None) -> None:
    file = KeyFile(_FILE.name, _FILE.passphrase, _FILE.code, computer)

    assert from_bytes(to_bytes(file), "") == file
    assert len(to_bytes(file)) == 2 * BLOCK_BYTES


def test_key_file_when_shown_then_what_is_sealed_is_not() -> None:
    assert "sealed one" not in repr(_FILE)


def test_key_file_when_any_bit_is_changed_then_the_other_copy_holds() -> None:
    """Every bit of what is written, and some of what fills the blocks."""
    data = to_bytes(_FILE)
    written = len(data[:BLOCK_BYTES].rstrip(b"\n"))
    filling = random.Random(7).sample(range(8 * written, 16 * BLOCK_BYTES), 500)

    for changed in flips(data, [*range(8 * written), *filling]):
        assert from_bytes(changed, "") == _FILE


def test_key_file_when_both_copies_are_changed_then_it_is_damaged() -> None:
    data = to_bytes(_FILE)
    for first in flips(data[:BLOCK_BYTES], range(0, 8 * 400, 37)):
        assert _key(first + first) == "key_damaged"


@pytest.mark.parametrize("length", [0, 1, 100, 200])
def test_key_file_when_cut_off_then_it_is_damaged_or_the_first_copy_holds(length: int) -> None:
    data = to_bytes(_FILE)

    assert from_bytes(data[: BLOCK_BYTES + length], "") == _FILE
    assert _key(data[:length]) in {"key_damaged", "not_ours"}


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" * 50, b"SQLite format 3\x00", b"key = 1\n"])
def test_key_file_when_it_is_of_another_kind_then_it_says_so(data: bytes) -> None:
    assert _key(data) == "not_ours"


def test_key_file_when_of_a_newer_version_then_it_says_so_unless_that_is_damage() -> None:
    newer = _block(b"2", b'{"name": "x", "stars": 3}')

    assert _key(newer) == "newer"
    assert _key(newer.replace(b"rapport-key/2", b"rapport-key/3")) == "key_damaged"


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{}",
        b'"x"',
        b"not JSON",
        b'{"name": "x"}',
        b'{"name": "x", "passphrase": 1, "code": 2}',
        _with_work(b'{"passes": 0, "memory_kib": 8, "lanes": 1}'),
        _with_work(b'{"passes": 1, "memory_kib": 99999999999, "lanes": 1}'),
        _with_work(b'{"passes": 1, "stars": 1}'),
    ],
)
def test_key_file_when_its_digest_holds_but_it_says_nothing_then_it_is_damaged(body: bytes) -> None:
    assert _key(_block(b"1", body)) == "key_damaged"


def test_bytes_when_all_are_nothing_then_the_key_was_wiped() -> None:
    assert is_wiped(bytes(8192))
    assert not is_wiped(b"")
    assert not is_wiped(to_bytes(_FILE))
