from collections.abc import Iterator
from datetime import date

import pytest
from support.builders import make_statement
from support.stores import new_directory

from matcher.directory.profile import Source
from matcher.store import Profiles
from matcher.store.trail import Trail

pytestmark = [pytest.mark.usefixtures("engine"), pytest.mark.versions]


@pytest.fixture
def profiles() -> Iterator[Profiles]:
    with new_directory() as database, database.writing() as work:
        yield work.profiles


def test_get_when_there_is_none_then_gives_none(profiles: Profiles) -> None:
    assert profiles.get("p-001") is None


def test_get_when_there_are_several_then_gives_the_one(profiles: Profiles) -> None:
    profiles.apply([make_statement("p-001", city="Lindenau"), make_statement("p-002", city="Aue")])

    profile = profiles.get("p-002")

    assert profile is not None
    assert (profile.id, profile.text("city")) == ("p-002", "Aue")


def test_get_when_id_looks_like_sql_then_it_is_only_an_id(profiles: Profiles) -> None:
    odd = "x' OR '1'='1"
    profiles.apply([make_statement("p-001"), make_statement(odd)])

    profile = profiles.get(odd)

    assert profile is not None
    assert profile.id == odd


def test_all_when_read_then_sorted_by_id_as_python_sorts(profiles: Profiles) -> None:
    ids = ["p-2", "P-1", "p-10", "élan", "z", "p-1", "東京-1", "a"]
    profiles.apply(make_statement(profile_id) for profile_id in ids)

    assert [profile.id for profile in profiles.all()] == sorted(ids)


def test_all_when_profiles_have_many_facts_then_none_is_cut_in_two(profiles: Profiles) -> None:
    count = 2_600  # more rows than are fetched at a time
    profiles.apply(
        make_statement(f"p-{number:04}", name=f"N {number}", city="Aue", country="DE")
        for number in range(count)
    )

    found = [*profiles.all()]

    assert len(found) == count == profiles.count()
    assert {len(profile.facts) for profile in found} == {3}


def test_count_when_a_profile_is_not_published_then_it_counts_too(profiles: Profiles) -> None:
    profiles.apply([make_statement("p-001", published=False), make_statement("p-002")])

    assert profiles.count() == 2
    assert [profile.published for profile in profiles.all()] == [False, True]


def test_published_when_read_then_sorted_by_id_without_those_nobody_sees(
    profiles: Profiles,
) -> None:
    profiles.apply(
        [make_statement("p-3"), make_statement("p-2", published=False), make_statement("p-1")]
    )

    assert [profile.id for profile in profiles.published()] == ["p-1", "p-3"]


def test_profile_when_everything_is_withdrawn_then_it_stays_without_facts(
    profiles: Profiles,
) -> None:
    profiles.apply([make_statement(city="Aue", confirmed_on=date(2026, 1, 1))])
    profiles.apply([make_statement(city="", confirmed_on=date(2026, 2, 1))])

    profile = profiles.get("p-001")

    assert profile is not None
    assert dict(profile.facts) == {}


def test_facts_when_two_sources_state_one_then_both_are_given(profiles: Profiles) -> None:
    profiles.apply([make_statement(city="Aue", source=Source.REGISTER)])
    profiles.apply([make_statement(city="Lindenau", source=Source.THERAPIST)])

    profile = profiles.get("p-001")

    assert profile is not None
    assert profile.text("city") == "Lindenau"
    assert [fact.source for _, fact in profile.superseded] == [Source.REGISTER]


def test_faults_when_all_words_are_known_then_there_are_none(profiles: Profiles) -> None:
    profiles.apply([make_statement(issues="worry:focus", name="A")])

    assert [*profiles.faults()] == []


def test_faults_when_a_word_has_left_its_vocabulary_then_it_is_named(profiles: Profiles) -> None:
    statement = make_statement(issues="worry")
    profiles.apply([statement])
    profiles.apply([make_statement("p-002")])
    values = {**statement.values, "issues": ("worry", "no_longer_there")}
    profiles.apply(
        [type(statement)("p-001", statement.source, statement.confirmed_on, values, None)]
    )

    ((profile_id, field, message),) = profiles.faults()

    assert (profile_id, field) == ("p-001", "issues")
    assert message.params["code"] == "no_longer_there"


def test_statements_when_applied_then_the_act_that_it_was_is_told(profiles: Profiles) -> None:
    counts = [profiles.apply([make_statement(city=city)]) for city in ("Aue", "Aue", "Ems")]

    acts = [act.id for act in Trail(profiles._connection).acts(9)]
    assert [each.act_id for each in counts] == [acts[1], 0, acts[0]]
