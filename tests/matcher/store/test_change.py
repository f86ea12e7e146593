from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement

from matcher.directory.statement import Statement
from matcher.store import Database, UnitOfWork

_DAY, _LATER = date(2026, 10, 1), date(2026, 10, 2)
_ANA = make_statement("p-1", confirmed_on=_DAY, city="Aue")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(Database(str(tmp_path / "a.sqlite"), create=True)) as database:
        _apply(database, _ANA)
    return tmp_path / "a.sqlite"


def _apply(database: Database, *statements: Statement, commit: bool = True) -> str:
    """Take over statements, and return the stamp the next reader sees."""
    with database.writing() as work:
        work.profiles.apply(statements)
        if commit:
            work.commit()
    with database.reading() as work:
        return work.stamp


def _number(stamp: str) -> int:
    return int(stamp.partition(":")[2])


def test_stamp_when_nothing_happens_then_it_stays_as_long_as_the_database(path: Path) -> None:
    stamps = set()
    for _ in range(2):
        with closing(Database(str(path))) as database, database.reading() as work:
            stamps.add(work.stamp)

    assert len(stamps) == 1
    assert stamps != {""}


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(make_statement("p-2"), id="somebody new"),
        pytest.param(make_statement("p-1", confirmed_on=_DAY, city="Ems"), id="another fact"),
        pytest.param(make_statement("p-1", confirmed_on=_LATER, city="Aue"), id="another date"),
        pytest.param(make_statement("p-1", confirmed_on=_LATER, city=""), id="a fact withdrawn"),
        pytest.param(make_statement("p-1", confirmed_on=_DAY, published=False), id="unpublished"),
    ],
)
def test_stamp_when_a_change_is_committed_then_another_with_a_higher_number(
    statement: Statement, path: Path
) -> None:
    with closing(Database(str(path))) as database:
        with database.reading() as work:
            before = work.stamp
        after = _apply(database, statement)

    assert after.partition(":")[0] != before.partition(":")[0]
    assert _number(after) == _number(before) + 1


def test_stamp_when_a_change_is_not_committed_or_brings_no_news_then_it_stays(path: Path) -> None:
    with closing(Database(str(path))) as database:
        with database.reading() as work:
            before = work.stamp
        undone = _apply(database, make_statement("p-2"), commit=False)
        same = _apply(database, _ANA)
        older = _apply(database, make_statement("p-1", confirmed_on=date(2026, 9, 1), city="Ems"))

    assert undone == same == older == before


def test_stamp_when_one_part_of_the_work_is_undone_then_only_the_rest_counts(path: Path) -> None:
    with closing(Database(str(path))) as database, database.writing() as work:
        before = work.stamp
        with pytest.raises(KeyboardInterrupt), work.part():
            _interrupted(work)

        assert work.stamp == before


def _interrupted(work: UnitOfWork) -> None:
    work.profiles.apply([make_statement("p-2")])
    raise KeyboardInterrupt


def test_stamp_when_read_beside_a_writer_then_it_is_of_the_state_the_reader_sees(
    path: Path,
) -> None:
    with closing(Database(str(path))) as database, database.reading() as reader:
        before = reader.stamp
        after = _apply(database, make_statement("p-2"))

        assert (reader.stamp, reader.profiles.count()) == (before, 1)
        assert after != before


def test_stamp_when_two_databases_are_new_then_they_differ(tmp_path: Path) -> None:
    def stamp(name: str) -> str:
        with closing(Database(str(tmp_path / name), create=True)) as database:
            return _apply(database)

    assert stamp("a") != stamp("b")
