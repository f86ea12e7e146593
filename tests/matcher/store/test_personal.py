import logging
import random
import shutil
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from support.personal import CANARY, bytes_below, flips, key_of, names_in

from matcher.errors import PersonalError
from matcher.store.personal import APPLICATION_ID, LARGEST, SCHEMA, Document, PersonalFile

_KEY = bytes(range(32))
_ONE = Document("answers", 1, "2026-01-01T00:00:00+00:00", f'{{"words": "{CANARY}"}}')
_OTHER = Document("looks", 2, "2026-01-02T00:00:00+00:00", '{"size": 120}')

_WIPING = ("secure_delete", "cipher_memory_security")


class _Careless(dbapi2.Connection):
    """Wipes only if it is told to, whatever SQLCipher does by itself."""

    def execute(self, statement: str, *values: object) -> dbapi2.Cursor:
        done = super().execute(statement, *values)
        if statement.startswith("PRAGMA key"):
            for name in _WIPING:
                super().execute(f"PRAGMA {name} = OFF")
        return done


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "personal.sqlite"


@pytest.fixture
def file(path: Path) -> Iterator[PersonalFile]:
    made = PersonalFile(path, _KEY, create=True)
    yield made
    made.close()


def _filled(path: Path, *documents: Document) -> bytes:
    """Make a file with these documents and return its bytes."""
    made = PersonalFile(path, _KEY, create=True)
    made.put(*documents)
    made.close()
    return path.read_bytes()


def _opened(path: Path, name: str = _ONE.name) -> Document | str | None:
    """Return a document of a file, or why it is refused."""
    try:
        opened = PersonalFile(path, _KEY)
    except PersonalError as error:
        return error.messages[0].key
    try:
        return opened.get(name)
    finally:
        opened.close()


def _keyed(path: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{_KEY.hex()}'\"")
    return connection


def test_document_when_put_then_it_is_there_until_it_is_removed(
    file: PersonalFile, path: Path
) -> None:
    file.put(_ONE, _OTHER)
    file.put(Document("answers", 2, _ONE.at, "[]"))

    assert names_in(file) == ("answers", "looks")
    assert file.get("answers") == Document("answers", 2, _ONE.at, "[]")
    assert file.get("nothing") is None

    file.remove("answers", "nothing")
    file.close()

    assert _opened(path) is None
    assert _opened(path, "looks") == _OTHER


def test_file_when_it_is_closed_then_it_says_so(file: PersonalFile) -> None:
    file.close()

    assert key_of(file.get, "answers") == "closed"
    assert key_of(file.put, _ONE) == "closed"


def test_file_when_it_is_made_then_it_is_ours_and_for_its_owner_alone(
    file: PersonalFile, path: Path
) -> None:
    file.close()
    connection = _keyed(path)

    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    connection.close()
    assert path.stat().st_mode & 0o077 == 0
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_file_when_it_is_open_then_what_is_deleted_or_freed_is_wiped(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dbapi2, "connect", partial(dbapi2.connect, factory=_Careless))
    file = PersonalFile(path, _KEY, create=True)
    found = {name: str(file._value(f"PRAGMA {name}")) for name in _WIPING}
    file.close()

    assert found == dict.fromkeys(_WIPING, "1")


def test_file_when_there_is_one_already_then_it_is_not_written_over(path: Path) -> None:
    before = _filled(path, _ONE)
    with pytest.raises(FileExistsError):
        PersonalFile(path, _KEY, create=True)

    assert path.read_bytes() == before


def test_file_when_there_is_none_then_none_is_made(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        PersonalFile(path, _KEY)

    assert not path.exists()


def test_file_when_the_key_is_another_then_it_is_refused_without_a_sound(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = _filled(path, _ONE)

    assert key_of(PersonalFile, path, bytes(32)) == "damaged"
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("statement", "reason"),
    [("PRAGMA application_id = 7", "not_ours"), ("PRAGMA user_version = 2", "newer")],
)
def test_file_when_it_is_of_another_kind_or_newer_then_it_is_left_as_it_is(
    path: Path, statement: str, reason: str
) -> None:
    _filled(path, _ONE)
    connection = _keyed(path)
    connection.execute(statement)
    connection.close()
    before = path.read_bytes()

    assert key_of(PersonalFile, path, _KEY) == reason
    assert path.read_bytes() == before


def test_file_when_it_is_not_encrypted_then_it_is_of_another_kind(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE kept (name)")
    connection.close()

    assert key_of(PersonalFile, path, _KEY) == "not_ours"


def test_file_when_it_is_open_already_then_it_says_so(
    file: PersonalFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.store.personal._BUSY_SECONDS", 0.01)
    file.put(_ONE)

    assert key_of(PersonalFile, path, _KEY) == "in_use"


def test_file_when_it_was_taken_away_then_nothing_is_said_to_be_saved(
    file: PersonalFile, path: Path
) -> None:
    file.put(_ONE)
    path.rename(path.with_name("elsewhere"))

    assert key_of(file.put, _OTHER) == "moved"
    assert key_of(file.remove, "answers") == "moved"
    path.with_name("elsewhere").rename(path)
    file.put(_OTHER)
    assert file.get(_OTHER.name) == _OTHER, "what is put back is as it was: one may try again"


def test_documents_when_one_is_too_large_then_none_is_put(file: PersonalFile) -> None:
    large = Document("large", 1, _ONE.at, "x" * (LARGEST + 1))

    assert key_of(file.put, _OTHER, large) == "too_large"
    assert names_in(file) == ()


def test_documents_when_the_disk_is_full_then_those_before_are_still_there(
    file: PersonalFile, path: Path
) -> None:
    file.put(_ONE)
    (pages,) = file._driven.execute("PRAGMA page_count").fetchone()
    file._driven.execute(f"PRAGMA max_page_count = {pages}")
    large = Document(_ONE.name, 1, _ONE.at, "x" * 100_000)

    assert key_of(file.put, _OTHER, large) == "full"
    assert file.get(_ONE.name) == _ONE
    assert names_in(file) == (_ONE.name,)
    file.close()
    assert _opened(path) == _ONE


def test_file_when_used_from_several_threads_then_each_finds_its_own(file: PersonalFile) -> None:
    def work(name: str) -> None:
        for version in range(20):
            file.put(Document(name, version, "", "{}"))

    threads = [threading.Thread(target=work, args=(f"d{n}",)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [getattr(file.get(name), "version", None) for name in names_in(file)] == [19] * 3


def test_key_when_the_file_is_used_then_it_is_in_no_log_no_name_and_no_error(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)
    file = PersonalFile(path, _KEY, create=True)
    file.put(_ONE)
    assert file.get(_ONE.name) == _ONE
    engine = file._engine
    assert engine is not None
    said = [repr(engine), str(engine.url), repr(file), repr(vars(file)), repr(engine.pool)]
    file.close()
    for key in (bytes(32), _KEY[:-1] + b"\x00"):
        with pytest.raises(PersonalError) as caught:
            PersonalFile(path, key)
        said += [repr(caught.value), str(caught.getrepr(showlocals=False, style="short"))]
        assert caught.value.__suppress_context__

    for text in (*said, caplog.text):
        assert _KEY.hex() not in text.lower()
        assert repr(_KEY)[2:-1] not in text
        assert CANARY not in text


@pytest.mark.parametrize(
    "n", [pytest.param(200, id="quick"), pytest.param(2000, id="long", marks=pytest.mark.long)]
)
def test_file_when_any_bit_is_changed_then_it_is_refused_or_as_it_was(path: Path, n: int) -> None:
    data = _filled(path, _ONE, _OTHER)
    found: Counter[object] = Counter()
    for changed in flips(data, random.Random(7).sample(range(8 * len(data)), n)):
        path.write_bytes(changed)
        found[_opened(path)] += 1
    print(f"\n{n} bits of {len(data)} bytes: {dict(found)}")

    assert {*found} <= {_ONE, "personal.error.damaged"}
    assert found["personal.error.damaged"] > 0.9 * n


def test_file_when_its_end_is_lost_then_it_is_refused(path: Path) -> None:
    data = _filled(path, _ONE, _OTHER)
    for length in range(0, len(data), 509):
        path.write_bytes(data[:length])

        assert _opened(path) == "personal.error.damaged", length


def test_log_beside_the_file_when_any_bit_is_changed_then_old_or_new_is_there(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(path, _ONE)
    with monkeypatch.context() as patch:
        patch.setattr(PersonalFile, "_tidy", lambda _self: None)
        file = PersonalFile(path, _KEY)
        file.put(Document(_ONE.name, 1, "", "new"))
        broken_off = shutil.copytree(tmp_path, tmp_path / "copy")
        file.close()
    kept = bytes_below(broken_off)
    log = broken_off / f"{path.name}-wal"
    found: Counter[object] = Counter()
    for changed in flips(
        kept[log.name], random.Random(7).sample(range(8 * len(kept[log.name])), 100)
    ):
        (broken_off / path.name).write_bytes(kept[path.name])
        log.write_bytes(changed)
        document = _opened(broken_off / path.name)
        found[document.body if isinstance(document, Document) else document] += 1
    print(f"\n100 bits of {len(kept[log.name])} bytes: {dict(found)}")

    assert {*found} <= {_ONE.body, "new", "personal.error.damaged"}
    (broken_off / path.name).write_bytes(kept[path.name])
    log.write_bytes(kept[log.name])
    assert getattr(_opened(broken_off / path.name), "body", "") == "new"


def test_files_when_looked_into_then_they_hold_nothing_that_was_kept(
    tmp_path: Path, file: PersonalFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = []
    for body in (_ONE.body, CANARY * 3000, "[]"):
        file.put(Document(_ONE.name, 1, _ONE.at, body))
        states.append(bytes_below(tmp_path))
    file.remove(_ONE.name)
    states.append(bytes_below(tmp_path))
    file.close()
    states.append(bytes_below(tmp_path))

    assert {name for state in states for name in state} == {
        "personal.sqlite",
        "personal.sqlite-wal",
    }
    known = [CANARY, "SQLite format", "kept", "answers", "2026-01", _KEY.hex()]
    for data in (data for state in states for data in state.values()):
        assert _KEY not in data
        for text in known:
            assert text.encode() not in data
            assert text.encode("utf-16-le") not in data
    assert all(not state.get("personal.sqlite-wal") for state in states)


def test_file_when_its_bytes_are_counted_then_they_look_drawn_by_chance(path: Path) -> None:
    data = _filled(path, Document("answers", 1, "", "a" * 400_000))
    even = len(data) / 256
    strayed = sum((data.count(byte) - even) ** 2 / even for byte in range(256))
    print(f"\nchi-square of {len(data)} bytes: {strayed:.0f}, of 255 to be expected")

    assert 255 - 6 * 22.6 < strayed < 255 + 6 * 22.6


def test_marks_of_the_file_when_a_program_changes_then_they_stay() -> None:
    assert (APPLICATION_ID.to_bytes(4), SCHEMA) == (b"RPPF", 1)
