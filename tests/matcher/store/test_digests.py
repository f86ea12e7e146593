"""What the program writes of a profile stays true, and what it did not write is noticed."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from support.builders import make_statement
from support.rotten import change_outside, settle, with_bit_turned
from support.stores import new_directory

from matcher.directory.field import UNSORTED
from matcher.directory.profile import Profile, Source
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind
from matcher.errors import StoreError
from matcher.store import Database, UnitOfWork, digests
from matcher.store.backup import look_through
from matcher.store.upgrade import HEAD

_EARLIER, _DAY = date(2026, 1, 1), date(2026, 9, 1)
_IDS = ("p-1", "p-2", "p-3", "ñ.x:1+@")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a database with two people, one of whom two sources speak of."""
    path = tmp_path / "a.sqlite"
    with closing(Database(str(path), create=True)) as database:
        _apply(
            database,
            make_statement("p-1", name="Ana Vidal", city="Aue", confirmed_on=_DAY, bio="ñ\n東京"),
            make_statement(
                "p-1", source=Source.REGISTER, confirmed_on=_EARLIER, city="Ems", phone=""
            ),
            make_statement("p-2", name="Bo Example", published=False),
        )
    return path


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database(str(path))) as database:
        yield database


def _apply(database: Database, *statements: Statement, kind: DeedKind = DeedKind.IMPORT) -> None:
    with database.writing() as work:
        work.profiles.apply(statements, Deed(kind))
        work.commit()


def _changed(database: Database) -> list[str]:
    with database.reading() as work:
        return [*work.profiles.look_through().ids]


def _all(database: Database) -> dict[str, Profile]:
    with database.reading() as work:
        return {profile.id: profile for profile in work.profiles.all()}


def test_profiles_when_the_program_wrote_them_then_all_are_true(database: Database) -> None:
    assert _changed(database) == []
    assert [*_all(database)] == ["p-1", "p-2"]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE fact SET value = 'Bue' WHERE value = 'Aue'", id="value"),
        pytest.param("UPDATE fact SET value = NULL WHERE value = 'Aue'", id="value gone"),
        pytest.param("UPDATE fact SET value = CAST(value AS BLOB) WHERE value = 'Aue'", id="type"),
        pytest.param("UPDATE fact SET value = x'ff41' WHERE value = 'Aue'", id="not UTF-8"),
        pytest.param("UPDATE fact SET confirmed_on = NULL WHERE value = 'Aue'", id="day gone"),
        pytest.param("UPDATE fact SET confirmed_on = '2x26' WHERE value = 'Aue'", id="no day"),
        pytest.param("UPDATE fact SET confirmed_on = '2026-01-02' WHERE value = 'Ems'", id="day"),
        pytest.param("UPDATE fact SET source = 'clinic' WHERE value = 'Aue'", id="source"),
        pytest.param("UPDATE fact SET source = 'clhnic' WHERE value = 'Aue'", id="no source"),
        pytest.param("UPDATE fact SET field = 'area' WHERE value = 'Aue'", id="field"),
        pytest.param("UPDATE fact SET profile_id = 'p-2' WHERE value = 'Aue'", id="whose"),
        pytest.param("DELETE FROM fact WHERE value = 'Aue'", id="fact gone"),
        pytest.param("DELETE FROM fact WHERE value IS NULL", id="withdrawal gone"),
        pytest.param("DELETE FROM fact WHERE profile_id = 'p-1'", id="all facts gone"),
        pytest.param("UPDATE profile SET published = 0 WHERE id = 'p-1'", id="hidden"),
        pytest.param("UPDATE profile SET published = 2 WHERE id = 'p-1'", id="no flag"),
        pytest.param("UPDATE profile SET published_on = '2020-01-01' WHERE id = 'p-1'", id="since"),
        pytest.param("UPDATE profile SET published_on = x'ff' WHERE id = 'p-1'", id="since bytes"),
        pytest.param("UPDATE profile_digest SET digest = x'00' WHERE profile_id = 'p-1'", id="sum"),
        pytest.param("UPDATE profile_digest SET digest = 'text' WHERE profile_id = 'p-1'", id="t"),
        pytest.param("DELETE FROM profile_digest WHERE profile_id = 'p-1'", id="no digest"),
    ],
)
def test_profile_when_changed_outside_then_it_alone_is_left_out_and_named(
    statement: str, database: Database, path: Path
) -> None:
    change_outside(path, statement)
    with database.reading() as work:
        named = work.profiles.look_through().ids
        published = [profile.id for profile in work.profiles.published()]
        with_names = [profile.id for profile in work.profiles.with_facts_on(["name"])]
        records = [record.profile.id for record in work.profiles.records()]
        as_it_is = work.profiles.get("p-1")
        is_true = work.profiles.is_true("p-1")

    assert "p-1" in named
    assert published == []
    assert "p-1" not in [*_all(database), *with_names, *records]
    assert as_it_is is not None
    assert not is_true


def test_profile_when_its_id_changed_then_nobody_is_shown_by_it(
    database: Database, path: Path
) -> None:
    change_outside(path, "UPDATE profile SET id = CAST(x'ff2d31' AS TEXT) WHERE id = 'p-1'")
    with database.reading() as work:
        through = work.profiles.look_through()
        shown = [*work.profiles.with_facts_on(["name"])]
        short = [*work.profiles.overviews(["name"], [], through.unreadable)]

    assert through.ids == ("p-1", "\ufffd-1")
    assert b"\xff-1" in through.unreadable
    assert [profile.id for profile in shown] == ["p-2"] == [each.profile_id for each in short]


def test_profile_when_it_has_the_id_of_another_by_now_then_it_is_named_and_the_other_is_there(
    tmp_path: Path,
) -> None:
    path, good = _small(tmp_path)
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'profile'"
        (page,) = connection.execute(query).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    place = content.index(b"p-04", (page - 1) * size, page * size) + 2
    path.write_bytes(with_bit_turned(content, 8 * place))
    with closing(Database(str(path))) as database:
        named, shown = _changed(database), _all(database)

    # Whom SQLite no longer finds because of it is named too.
    assert "p-04" in named
    assert shown == {id_: profile for id_, profile in good.items() if id_ not in named}


_texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
_marked = st.text("ab\x15\x1e\x1f\0'\"\n,", min_size=1, max_size=8)


@st.composite
def _statements(draw: st.DrawFn) -> Statement:
    fields = draw(st.sets(st.sampled_from(["name", "city", "bio", "languages", "phone", UNSORTED])))
    words = st.one_of(st.none(), st.just(""), _texts, _marked)
    values = {
        field: draw(st.sampled_from([None, (), ("en", "es:native")]))
        if field == "languages"
        else draw(words)
        for field in sorted(fields)
    }
    return Statement(
        draw(st.sampled_from(_IDS)),
        draw(st.sampled_from([*Source])),
        draw(st.sampled_from([None, _DAY, date(2026, 9, 2)])),
        values,
        draw(st.sampled_from([None, True, False])),
        frozenset(field for field, value in values.items() if value is None),
    )


_acts = st.one_of(
    st.lists(_statements(), min_size=1, max_size=4),
    st.tuples(st.just("merge"), st.sampled_from(_IDS), st.sampled_from(_IDS)),
    st.tuples(st.just("apart"), st.sampled_from(_IDS), st.sampled_from(_IDS)),
    st.tuples(st.just("undo"), st.integers(1, 6)),
    st.tuples(st.just("edit"), _statements()),
)


def _do(work: UnitOfWork, deed: object) -> None:
    with suppress(StoreError), work.part():
        match deed:
            case ("merge", str(keep), str(drop)):
                work.profiles.merge(keep, drop)
            case ("apart", str(one), str(other)):
                work.profiles.set_apart(one, other)
            case ("undo", int(number)):
                work.trail.undo(number)
            case ("edit", Statement() as statement):
                work.profiles.apply([statement], Deed(DeedKind.EDIT))
            case list(statements):
                work.profiles.apply(statements)


def _plainly_read(work: UnitOfWork) -> dict[str, list[tuple[object, ...]]]:
    """Return every fact column by column, as nothing else here reads it."""
    rows = work._connection.exec_driver_sql(
        "SELECT id, field, source, value, CAST(confirmed_on AS TEXT) "
        "FROM profile LEFT JOIN fact ON id = profile_id ORDER BY id, field, source"
    )
    facts: dict[str, list[tuple[object, ...]]] = {}
    for profile_id, *fact in rows:
        facts.setdefault(profile_id, []).extend([tuple(fact)] if fact[0] else [])
    return facts


@pytest.mark.versions
@pytest.mark.usefixtures("engine")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_acts, max_size=6))
def test_profiles_when_anything_is_done_to_them_then_all_stay_true(deeds: list[object]) -> None:
    with new_directory() as database, database.writing() as work:
        # No server takes such a sign in a text; whatever comes into the program is cleaned of it.
        assume(database.location.server is None or "\\x00" not in repr(deeds))
        for deed in deeds:
            _do(work, deed)
            assert work.profiles.look_through().ids == ()
        plainly = _plainly_read(work)
        for stored in work.profiles._stored():
            words = [
                (field, source, word.value, word.day and str(word.day))
                for field, source, word in stored.words
            ]
            assert sorted(words) == sorted(plainly.pop(stored.profile_id))
        assert plainly == {}


def test_database_of_the_fifth_version_when_opened_then_its_digests_are_made_once(
    path: Path,
) -> None:
    change_outside(path, "DROP TABLE whole_digest")
    change_outside(path, "DROP TABLE profile_digest")
    change_outside(path, "DROP TABLE kiosk_event")
    change_outside(path, "DROP TABLE reach")
    change_outside(path, "DROP TABLE reach_rules")
    change_outside(path, "UPDATE alembic_version SET version_num = '0005'")
    with closing(Database(str(path))) as database:
        assert (_changed(database), [*_all(database)]) == ([], ["p-1", "p-2"])
        change_outside(path, "UPDATE fact SET value = 'Bue' WHERE value = 'Aue'")
        assert _changed(database) == ["p-1"]
    with closing(Database(str(path))) as database:
        assert _changed(database) == ["p-1"]

    assert path.with_name("a-0005.sqlite").is_file()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


_TURNED = "UPDATE fact SET value = 'Bue' WHERE value = 'Aue'"


def test_profile_when_somebody_who_sees_it_edits_it_then_it_is_whole(
    database: Database, path: Path
) -> None:
    change_outside(path, _TURNED)
    change_outside(path, "UPDATE fact SET source = 'junk' WHERE value = 'Ems'")
    change_outside(path, "UPDATE profile SET published = 0 WHERE id = 'p-1'")
    with database.reading() as work:
        before = work.stamp
    right = make_statement("p-1", city="Aue", confirmed_on=date(2026, 10, 1))
    _apply(database, right, kind=DeedKind.EDIT)
    with database.reading() as work:
        after = work.stamp

    assert _changed(database) == []
    found = _all(database)["p-1"]
    assert (found.text("city"), found.published, before != after) == ("Aue", True, True)
    assert found.superseded == ()


@pytest.mark.parametrize("kind", [DeedKind.CONFIRM, DeedKind.IMPORT])
def test_profile_when_only_some_of_it_is_said_again_then_it_stays_left_out(
    kind: DeedKind, database: Database, path: Path
) -> None:
    change_outside(path, _TURNED)
    _apply(database, make_statement("p-1", bio="More", confirmed_on=_DAY), kind=kind)

    assert _changed(database) == ["p-1"]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(_TURNED, id="value"),
        pytest.param("UPDATE fact SET confirmed_on = '2029-09-09' WHERE value = 'Aue'", id="day"),
        pytest.param("UPDATE fact SET value = x'ff' WHERE value = 'Aue'", id="bytes"),
        pytest.param("UPDATE fact SET field = 'cjty' WHERE value = 'Aue'", id="field"),
        pytest.param("UPDATE profile SET published = 0 WHERE id = 'p-1'", id="hidden"),
        pytest.param("DELETE FROM profile_digest WHERE profile_id = 'p-1'", id="digest alone"),
    ],
)
def test_profile_when_its_lists_are_brought_in_again_then_it_is_as_it_was(
    statement: str, database: Database, path: Path
) -> None:
    before = _all(database)
    with database.reading() as work:
        stamp = work.stamp
    change_outside(path, statement)
    _apply(
        database,
        make_statement("p-1", name="Ana Vidal", city="Aue", confirmed_on=_DAY, bio="ñ\n東京"),
        make_statement("p-1", source=Source.REGISTER, confirmed_on=_EARLIER, city="Ems", phone=""),
    )
    with database.reading() as work:
        assert work.stamp != stamp

    assert _changed(database) == []
    assert _all(database) == before


def test_profile_when_changed_outside_then_to_merge_it_or_take_back_keeps_it_left_out(
    database: Database, path: Path
) -> None:
    _apply(database, make_statement("p-1", area="Old Mill"))
    with database.reading() as work:
        last = work.trail.last
    change_outside(path, _TURNED)
    with database.writing() as work:
        work.trail.undo(last)
        work.commit()
    assert _changed(database) == ["p-1"]

    with database.writing() as work:
        for pair in (("p-1", "p-2"), ("p-2", "p-1")):
            with pytest.raises(StoreError) as caught:
                work.profiles.merge(*pair)
            assert caught.value.messages[0].key == "error.store.changed_outside"


def _looked_at_by_staff(work: UnitOfWork) -> tuple[str, ...]:
    """Read in every way there is, none of which may stumble; return who is named."""
    through = work.profiles.look_through()
    [*work.profiles.overviews(["name", "city"], ["accepting"], through.unreadable)]
    [*work.profiles.records(), *work.profiles.with_facts_on(["name"]), *work.profiles.faults()]
    for profile_id in through.ids:
        work.profiles.get(profile_id)
    return through.ids


def _outcomes(
    path: Path, good: dict[str, Profile], places: list[int], *refusals: type[Exception]
) -> dict[str, int]:
    """Turn bits of a database, each alone, and tell what came of it."""
    content = path.read_bytes()
    counts = {"refused": 0, "noticed": 0, "no effect": 0, "wrong": 0}
    bad = path.with_name("bad.sqlite")
    for place in places:
        for beside in path.parent.glob("bad.sqlite*"):
            beside.unlink()
        bad.write_bytes(with_bit_turned(content, place))
        try:
            with closing(Database(str(bad))) as database, database.reading() as work:
                shown = {profile.id: profile for profile in work.profiles.published()}
                named = _looked_at_by_staff(work)
        except (StoreError, *refusals):
            counts["refused"] += 1
            continue
        is_wrong = any(good.get(id_) != profile for id_, profile in shown.items())
        is_missing = shown.keys() != good.keys() and not named
        outcome = "wrong" if is_wrong or is_missing else "noticed" if named else "no effect"
        counts[outcome] += 1
    return counts


def _small(tmp_path: Path) -> tuple[Path, dict[str, Profile]]:
    path = tmp_path / "small.sqlite"
    people = [f"Robin Example {number} of {'Lindenau ' * 3}" for number in range(40)]
    with closing(Database(str(path), create=True)) as database:
        _apply(
            database,
            *(
                make_statement(f"p-{number:02}", name=name, city="Aue", confirmed_on=_DAY)
                for number, name in enumerate(people)
            ),
        )
    settle(path)
    with closing(Database(str(path))) as database:
        return path, _all(database)


def test_database_when_a_bit_is_turned_then_no_profile_is_wrong_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, good = _small(tmp_path)
    used = [8 * place + place % 8 for place, byte in enumerate(path.read_bytes()) if byte]
    places = used[:: len(used) // 200]
    checked = _outcomes(path, good, places)
    with monkeypatch.context() as unchecked:
        unchecked.setattr("matcher.store.stored.is_true", lambda _row: True)
        unchecked.setattr("matcher.store.profiles.is_true", lambda _row: True)
        # What is wrong may stop the reading half way, which the pool has something to say of.
        unchecked.setattr(logging.getLogger("sqlalchemy.pool.impl.QueuePool"), "disabled", True)
        control = _outcomes(path, good, places[::3], LookupError, TypeError, ValueError)
    with capsys.disabled():
        print(f"\nbits turned: {len(places)}; checked {checked}; without the check {control}")

    assert len(places) >= 200
    assert checked["wrong"] == 0
    assert checked["noticed"] > 0
    assert control["wrong"] > 0


def _digests(work: UnitOfWork) -> list[list[tuple[object, ...]]]:
    tables = digests.DIGEST, digests.WHOLE_DIGEST
    found = [work.connection.execute(select(each).order_by(each.c.profile_id)) for each in tables]
    return [[*map(tuple, rows)] for rows in found]


@pytest.mark.versions
@pytest.mark.usefixtures("engine")
def test_digest_when_put_together_by_the_program_then_it_is_that_of_the_database() -> None:
    with new_directory() as database, database.writing() as work:
        work.profiles.apply(
            [
                make_statement(f"p-{n}", **{UNSORTED: "fees: ask", "city": ""} if n else {})
                for n in range(3)
            ]
        )
        before = _digests(work)
        digests.renew(work.connection, digests.PROFILE.c.id.is_not(None))
        after = _digests(work)

    assert [len(each) for each in before] == [3, 2]
    assert before == after


@pytest.mark.versions
@pytest.mark.usefixtures("engine")
def test_digest_when_staff_alone_see_a_part_then_it_is_as_without_that_and_another_is_of_all() -> (
    None
):
    facts = {"city": "Aue"}, {"city": "Aue", UNSORTED: "times: Sat"}
    noted = []
    for cells in facts:
        with new_directory() as database, database.writing() as work:
            work.profiles.apply([make_statement("p-1", **cells)])
            noted.append(_digests(work))
            number = work.trail.last
            work.profiles.apply([make_statement("p-1", **{UNSORTED: "fees: ask"})], Deed())
            work.trail.undo(number + 1)
            assert _digests(work) == noted[-1]
    (shown, of_none), (part, of_all) = noted

    assert shown == part
    assert (of_none, len(of_all)) == ([], 1)
    assert of_all != part


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET value = 'times: Sun' WHERE field = 'unsorted'",
        "DELETE FROM fact WHERE field = 'unsorted'",
        "DELETE FROM whole_digest",
        "UPDATE whole_digest SET digest = x'00'",
        "UPDATE fact SET value = 'Bue' WHERE value = 'Aue'",
    ],
)
def test_profile_of_which_staff_see_more_when_any_of_it_is_changed_outside_then_it_is_named(
    database: Database, path: Path, statement: str
) -> None:
    _apply(database, make_statement("p-1", **{UNSORTED: "times: Sat"}))
    assert _changed(database) == []
    change_outside(path, statement)

    assert _changed(database) == ["p-1"]


def test_database_of_the_tenth_version_when_opened_then_what_is_true_alone_has_two_digests(
    path: Path,
) -> None:
    with closing(Database(str(path))) as database:
        _apply(database, *(make_statement(f"p-{n}", **{UNSORTED: "fees: ask"}) for n in (1, 2, 3)))
        with database.reading() as work:
            made = _digests(work)
    all_in_one = "UPDATE profile_digest SET digest = whole_digest.digest FROM whole_digest "
    change_outside(path, f"{all_in_one} WHERE whole_digest.profile_id = profile_digest.profile_id")
    change_outside(path, "DROP TABLE whole_digest")
    change_outside(path, "UPDATE fact SET value = 'fees: no' WHERE profile_id = 'p-3'")
    change_outside(path, "UPDATE alembic_version SET version_num = '0010'")
    assert look_through(path).changed_outside == ("p-3",)

    with closing(Database(str(path))) as database, database.reading() as work:
        assert work.profiles.look_through().ids == ("p-3",)
        found = _digests(work)
    of_all = dict(made[1])
    assert found == [[*made[0][:2], ("p-3", of_all["p-3"])], made[1][:2]]
