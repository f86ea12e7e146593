"""Who has the files of what a person keeps, and not the key, finds nothing in them."""

import sqlite3
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from math import log2
from pathlib import Path
from random import Random

import pytest
from support.damage import one_bit_turned
from support.figures import Note
from support.numbered_stores import CANARY, PASSPHRASE, PersonalStore, left_in

from matcher.errors import MatcherError, PersonalError
from matcher.services.personal.key_file import Work
from matcher.services.personal.personal import PersonalService
from matcher.store.personal import KEY_BYTES, PersonalFile

_COMMITS = 40
_CONTROL = 50
_BITS_OF_A_BYTE = 7.95
_KNOWN = ("SQLite format 3", "CREATE TABLE", "kept", "number", CANARY)

Size = Callable[[int, int], int]


def _forms(text: str) -> Iterable[bytes]:
    """Give a text as it may stand in a file; in base64, wherever it begins."""
    yield text.encode()
    yield text.encode("utf-16-le")
    yield text.encode().hex().encode()
    for shift in range(3 if len(text) > 8 else 0):
        yield b64encode(b"\0" * shift + text.encode() + b"\0" * 3)[4:-8]


def _hits(folder: Path) -> int:
    """Return how often something known stands in any file of a folder."""
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return sum(
        content.count(form) for content in contents for text in _KNOWN for form in _forms(text)
    )


def _evenness(content: bytes) -> float:
    """Return the entropy of single bytes, in bits: 8 where each is as frequent as any other."""
    counts = Counter(content)
    return -sum(n / len(content) * log2(n / len(content)) for n in counts.values())


@pytest.fixture
def folder(in_memory: Path) -> Path:
    """Give the folder of somebody who keeps something."""
    with closing(PersonalStore(in_memory / "own")) as store:
        for number in range(_COMMITS):
            store.commit(number)
    return in_memory / "own"


def _plain(path: Path) -> Path:
    """Write the same into a database that is not encrypted."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as bare:
        bare.execute("CREATE TABLE kept (body TEXT)")
        bare.executemany("INSERT INTO kept VALUES (?)", [(f'"number": {CANARY}',)] * _COMMITS)
        bare.commit()
    return path


def test_personal_file_when_looked_into_then_nothing_known_is_found(
    folder: Path, in_memory: Path, size: Size, figure: Note
) -> None:
    with closing(PersonalStore(folder)) as store:
        store.commit(_COMMITS)
        hits = _hits(folder)
        store._service.documents.forget("last", "n-000001")
        hits += _hits(folder)
    hits += _hits(folder)
    path, plain = folder / "personal" / "personal.sqlite", _plain(in_memory / "plain" / "a.sqlite")
    even, uneven = _evenness(path.read_bytes()), _evenness(plain.read_bytes())
    keys = size(20, 500)
    opened = sum(_opens(path, Random(number).randbytes(KEY_BYTES)) for number in range(keys))
    found = {"known_words": hits, "opened_with_another_key": opened, "bits_a_byte": round(even, 3)}
    control = {"known_words": _hits(plain.parent), "bits_a_byte": round(uneven, 3)}
    figure("T9", "personal file", {"documents": _COMMITS, "other_keys": keys}, found, control)

    assert hits == opened == 0
    assert even > _BITS_OF_A_BYTE > uneven
    assert control["known_words"] > _COMMITS


def _opens(path: Path, key: bytes) -> bool:
    try:
        PersonalFile(path, key).close()
    except PersonalError:
        return False
    return True


def test_key_when_a_bit_of_its_file_turns_then_it_is_the_same_or_refused(
    folder: Path, size: Size, figure: Note
) -> None:
    path = folder / "personal" / "personal.key"
    content, count, half = path.read_bytes(), size(200, 2000), path.stat().st_size // 2
    became = Counter(opened_wrong=0)
    for changed in one_bit_turned(content, count, seed=6):
        path.write_bytes(changed)
        became[_became_of(folder)] += 1
    both = Counter[str]()
    for changed in one_bit_turned(content[:half], _CONTROL, seed=6):
        path.write_bytes(changed * 2)
        both[_became_of(folder)] += 1
    control = {"bits": _CONTROL, "refused_where_both_copies_are_damaged": both["refused"]}
    figure("T9", "key", {"bits": count}, became, control)

    assert became == {"opened_wrong": 0, "opened": count}
    assert both == {"refused": _CONTROL}


def _became_of(folder: Path) -> str:
    found = left_in("personal file", folder)
    if found.corrupt:
        return "refused"
    return "opened" if found.commits == _COMMITS else "opened_wrong"


@pytest.mark.parametrize("passphrase", ["four green owls sleeping", PASSPHRASE[:-1], ""])
def test_personal_file_when_the_passphrase_is_another_then_refused_in_words(
    passphrase: str, folder: Path
) -> None:
    with closing(PersonalService(folder, Work(1, 8, 1))) as service:
        with pytest.raises(MatcherError) as caught:
            service.open(passphrase)
        assert not service.is_open

    assert caught.value.messages[0].key == "personal.error.wrong_passphrase"
