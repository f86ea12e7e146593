"""Who is asked for by states comes, whatever was done before, and an index leads there."""

from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import true
from support.builders import make_statement
from support.rotten import change_outside
from support.stores import new_directory

from matcher.directory.profile import Profile, Source
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind
from matcher.errors import StoreError
from matcher.store import Database, UnitOfWork
from matcher.store.reach import renew_reach

_STATES = ("US-OR", "US-ID", "US-WA", "AT-9")
_OFFICES = {"97201": "US-OR", "83702": "US-ID", "98101": "US-WA"}
_DAYS = [None, date(2026, 1, 1), date(2026, 3, 1)]

_statements = st.builds(
    make_statement,
    st.sampled_from(["p-1", "p-2", "p-3"]),
    source=st.sampled_from([*Source]),
    confirmed_on=st.sampled_from(_DAYS),
    published=st.sampled_from([None, None, True, False]),
    postcode=st.sampled_from(["", "-", "97201", "83702", "98101-1234", "00000", "1010"]),
    country=st.sampled_from(["", "US", "us", "AT"]),
    licensed_areas=st.sampled_from(
        ["", "-", "US", "US-OR", "US-WA;US-ID", "US-OR:no", "us-or;AT-9", "Oregon"]
    ),
)
_deeds = st.one_of(
    st.lists(_statements, min_size=1, max_size=4),
    st.tuples(st.sampled_from(["p-1", "p-2"]), st.sampled_from(["p-2", "p-3"])),
    st.integers(0, 2),
)


def _in(postcode: str, licensed_areas: str) -> Statement:
    return make_statement(
        "p-1",
        confirmed_on=_DAYS[1],
        postcode=postcode,
        country="US",
        licensed_areas=licensed_areas,
    )


def _do(work: UnitOfWork, deed: object) -> None:
    with suppress(StoreError), work.part():
        if isinstance(deed, list):
            work.profiles.apply(deed, Deed(DeedKind.EDIT if len(deed) == 1 else DeedKind.IMPORT))
        elif isinstance(deed, tuple):
            work.profiles.merge(*deed)
        elif isinstance(deed, int) and (acts := work.trail.acts(9)):
            work.trail.undo(acts[min(deed, len(acts) - 1)].id)


def _may_be_seen_from(profile: Profile, states: Iterable[str]) -> bool:
    """Tell it step by step, as somebody would who looks at the profile's page."""
    postcodes = [str(fact.value)[:5] for fact in profile.said("postcode")]
    countries = {str(fact.value).upper() for fact in profile.said("country")}
    offices = [_OFFICES.get(each) for each in postcodes]
    if not offices or None in offices or countries != {"US"}:
        return True
    licences = []
    for fact in profile.said("licensed_areas"):
        assert isinstance(fact.value, tuple)
        named = [str(each).upper() for each in fact.value if not str(each).endswith(":no")]
        if not named or any("-" not in each for each in named):
            return True
        licences += named
    return not licences or not {*states}.isdisjoint([*offices, *licences])


def _rows(work: UnitOfWork) -> list[tuple[str, str]]:
    rows = work.connection.exec_driver_sql("SELECT area, profile_id FROM reach ORDER BY 2, 1")
    return [(area, profile_id) for area, profile_id in rows]


@pytest.mark.usefixtures("engine")
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    deeds=st.lists(_deeds, max_size=6),
    states=st.lists(st.sampled_from(_STATES), max_size=3, unique=True),
)
@example(deeds=[[_in("97201", "US-OR")], [_in("83702", "US-ID")]], states=["US-ID"])
@example(deeds=[[_in("97201", "US-OR")], [_in("83702", "US-ID")], 0], states=["US-ID"])
@example(deeds=[[_in("97201", "US-OR")], [_in("97201", "")]], states=["US-ID"])
def test_profiles_when_asked_for_by_states_then_they_are_those_one_would_pick_by_hand(
    deeds: list[object], states: list[str]
) -> None:
    with new_directory() as database, database.writing() as work:
        for deed in deeds:
            _do(work, deed)
        everybody = [*work.profiles.published()]
        chosen = [*work.profiles.published(states)]

        assert chosen == [
            each for each in everybody if not states or _may_be_seen_from(each, states)
        ]
        as_noted = _rows(work)
        renew_reach(work.connection, true())
        assert _rows(work) == as_noted


@pytest.mark.usefixtures("engine")
def test_profiles_when_one_is_unknown_then_they_are_in_every_state_and_who_is_hidden_in_none() -> (
    None
):
    with new_directory() as database, database.writing() as work:
        elsewhere = {"postcode": "98101", "country": "US", "licensed_areas": "US-WA"}
        work.profiles.apply(
            [
                make_statement("p-1", name="Silent"),
                make_statement("p-2", **elsewhere),
                make_statement("p-3", **elsewhere | {"licensed_areas": "US-WA;US-OR"}),
                make_statement("p-4", **elsewhere | {"postcode": "97201"}),
                make_statement("p-5", published=False),
            ]
        )
        chosen = [each.id for each in work.profiles.published(["US-OR"])]

    assert chosen == ["p-1", "p-3", "p-4"]


@pytest.mark.usefixtures("engine")
def test_states_when_asked_for_then_an_index_leads_to_their_people_and_no_fact_is_read() -> None:
    with new_directory() as database, database.writing() as work:
        people = range(2_000)
        work.profiles.apply(
            make_statement(
                f"p-{number}",
                postcode="97201" if number % 50 == 0 else "98101",
                country="US",
                licensed_areas="US-OR" if number % 50 == 0 else "US-WA",
            )
            for number in people
        )
        work.connection.exec_driver_sql("ANALYZE")
        is_file = database.location.server is None
        how = work.connection.exec_driver_sql(
            f"EXPLAIN {'QUERY PLAN' if is_file else ''} "
            "SELECT profile_id FROM reach WHERE area IN ('', 'US-OR')"
        ).all()

    plan = "\n".join(str(row[-1]) for row in how)
    assert ("SEARCH reach USING PRIMARY KEY (area=?)" if is_file else "pk_reach") in plan
    assert "Seq Scan" not in plan


def _kept_by_other_rules(work: UnitOfWork) -> None:
    """Leave it as another version would, for which nobody is in Oregon."""
    work.connection.exec_driver_sql("DELETE FROM reach")
    work.connection.exec_driver_sql("INSERT INTO reach VALUES ('US-WA', 'p-1')")
    work.connection.exec_driver_sql("UPDATE reach_rules SET digest = 'of another version'")


@pytest.mark.usefixtures("engine")
def test_states_when_other_rules_noted_them_then_nobody_is_left_out_until_they_are_noted_anew() -> (
    None
):
    there = {"postcode": "97201", "country": "US", "licensed_areas": "US-OR"}
    with new_directory() as database:
        with database.writing() as work:
            work.profiles.apply([make_statement("p-1", **there), make_statement("p-2", city="Aue")])
            as_noted = _rows(work)
            _kept_by_other_rules(work)
            work.commit()
        with database.reading() as work:
            found = {
                state: [each.id for each in work.profiles.published([state])]
                for state in ("US-OR", "US-WA")
            }
            assert not work.profiles.knows_states
        with database.writing() as work:
            work.profiles.apply([make_statement("p-2", city="Ems")])
            work.commit()
        with database.reading() as work:
            assert work.profiles.knows_states
            assert _rows(work) == as_noted

    assert found == {"US-OR": ["p-1", "p-2"], "US-WA": ["p-2"]}


@pytest.mark.usefixtures("engine")
def test_states_when_these_rules_noted_them_then_who_writes_leaves_them() -> None:
    with new_directory() as database:
        with database.writing() as work:
            work.profiles.apply([make_statement("p-1")])
            work.connection.exec_driver_sql("INSERT INTO reach VALUES ('US-WA', 'p-1')")
            work.commit()
        with database.writing() as work:
            assert ("US-WA", "p-1") in _rows(work)
            work.profiles.apply([make_statement("p-1", city="Aue")])
            work.commit()


def test_directory_of_the_seventh_version_when_opened_then_it_knows_the_states_of_all(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.sqlite"
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        here = {"postcode": "97201", "country": "US", "licensed_areas": "US-OR;US-ID"}
        work.profiles.apply([make_statement("p-1", **here), make_statement("p-2", city="Aue")])
        work.commit()
    change_outside(path, "DROP TABLE whole_digest")
    change_outside(path, "DROP TABLE reach")
    change_outside(path, "DROP TABLE reach_rules")
    change_outside(path, "UPDATE fact SET value = CAST(X'ff' AS TEXT) WHERE value = 'Aue'")
    change_outside(path, "UPDATE alembic_version SET version_num = '0007'")

    with closing(Database(str(path))) as database, database.reading() as work:
        assert _rows(work) == [("US-ID", "p-1"), ("US-OR", "p-1"), ("", "p-2")]
