"""A bit that turns on the disk shows nobody anything that was not written."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from support.builders import make_statement
from support.damage import one_bit_turned, put_back
from support.figures import Note
from support.kept_directories import kept_directory
from support.numbered_stores import PASSPHRASE, PersonalStore
from support.personal import names_in

from matcher.directory.profile_json import profile_to_json
from matcher.errors import MatcherError
from matcher.services.personal.key_file import Work
from matcher.services.personal.personal import PersonalService
from matcher.store import Database

_PEOPLE = 40
_DOCUMENTS = 12

Size = Callable[[int, int], int]
Seen = Mapping[str, object]


def _seen_by_clients(path: Path) -> tuple[Seen, bool]:
    """Return whom clients see and with what, and whether anybody was left out and named."""
    with closing(Database(str(path))) as database, database.reading() as work:
        named = work.profiles.look_through().ids
        seen = {each.id: profile_to_json(each) for each in work.profiles.published()}
    return seen, bool(named)


def _became_of(path: Path, whole: Seen) -> str:
    try:
        seen, is_named = _seen_by_clients(path)
    except MatcherError:
        return "refused"
    if any(whole.get(id_) != told for id_, told in seen.items()):
        return "shown_wrong"
    if len(seen) < len(whole):
        return "left_out_and_named" if is_named else "left_out_in_silence"
    return "named" if is_named else "without_effect"


def _wrong_in_plain_sqlite(path: Path, content: bytes, query: str, count: int) -> int:
    """Return how often rows are others and SQLite's own check finds nothing."""
    put_back(path, content)
    with closing(sqlite3.connect(path)) as connection:
        whole = connection.execute(query).fetchall()
    wrong = 0
    for changed in one_bit_turned(content, count, seed=5):
        put_back(path, changed)
        with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as bare:
            rows = bare.execute(query).fetchall()
            check = bare.execute("PRAGMA integrity_check").fetchone()
            wrong += rows != whole and check == ("ok",)
    return wrong


def test_directory_when_a_bit_turns_then_nobody_sees_what_was_not_written(
    in_memory: Path, size: Size, figure: Note
) -> None:
    people = (
        make_statement(f"p-{n:03}", name=f"Robin {n}", city=f"Town {n}", phone=f"555-01{n:02}")
        for n in range(_PEOPLE)
    )
    with closing(kept_directory(in_memory, people)) as directory:
        path = directory.path
    assert path is not None
    content = path.read_bytes()
    whole, is_named = _seen_by_clients(path)
    assert (len(whole), is_named) == (_PEOPLE, False)
    count = size(200, 2000)
    became = Counter(shown_wrong=0, left_out_in_silence=0)
    for changed in one_bit_turned(content, count, seed=5):
        put_back(path, changed)
        became[_became_of(path, whole)] += 1
    query = "SELECT p.*, f.* FROM profile p JOIN fact f ON f.profile_id = p.id ORDER BY 1, 5, 6"
    plain = _wrong_in_plain_sqlite(path, content, query, count)
    control = {"bits": count, "wrong_and_called_ok_by_SQLite": plain}
    figure("T1d", "directory", {"bits": count}, became, control)

    assert became["shown_wrong"] == became["left_out_in_silence"] == 0
    assert plain > 0


def _documents(path: Path) -> list[object]:
    with closing(PersonalService(path, Work(1, 8, 1))) as service:
        service.open(PASSPHRASE)
        file = service._opened()
        return [file.get(name) for name in names_in(file)]


def test_personal_file_when_a_bit_turns_then_it_is_refused(
    in_memory: Path, size: Size, figure: Note
) -> None:
    folder = in_memory / "own"
    with closing(PersonalStore(folder)) as store:
        for number in range(_DOCUMENTS):
            store.commit(number)
    whole, path = _documents(folder), folder / "personal" / "personal.sqlite"
    content, count, became = path.read_bytes(), size(200, 2000), Counter(opened_wrong=0)
    for changed in one_bit_turned(content, count, seed=5):
        put_back(path, changed)
        try:
            became["without_effect" if _documents(folder) == whole else "opened_wrong"] += 1
        except MatcherError:
            became["refused"] += 1
    plain = _plain_wrong(in_memory / "plain.sqlite", count)
    control = {"bits": count, "wrong_and_called_ok_by_SQLite": plain}
    figure("T1d", "personal file", {"bits": count}, became, control)

    assert became["opened_wrong"] == 0
    assert became["refused"] == count
    assert plain > 0


def _plain_wrong(path: Path, count: int) -> int:
    """Return what becomes of the same documents in a file that is not encrypted."""
    with closing(sqlite3.connect(path)) as bare:
        bare.execute("CREATE TABLE kept (name TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID")
        rows = [(f"n-{n}", json.dumps({"number": n, "text": "x" * 300})) for n in range(_DOCUMENTS)]
        bare.executemany("INSERT INTO kept VALUES (?, ?)", rows)
        bare.commit()
    return _wrong_in_plain_sqlite(path, path.read_bytes(), "SELECT * FROM kept", count)
