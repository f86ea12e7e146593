from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import make_statement
from support.kept_directories import kept_directory
from support.staff_people import AGING, FRESH, OLD, staff_directory

from matcher.directory.cells import write_cell
from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.services.directory.stored_directory import DirectoryService
from matcher.store import Overview

_FIELDS, _AGING = ("name", "city"), ("accepting", "fee_min")


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(staff_directory(tmp_path)) as directory:
        yield directory


def _overviews(directory: DirectoryService) -> list[Overview]:
    with directory.database().reading() as work:
        return [*work.profiles.overviews(_FIELDS, _AGING)]


def test_overviews_when_read_then_everybody_is_there_by_id_with_what_holds(
    directory: DirectoryService,
) -> None:
    found = _overviews(directory)

    assert [one.profile_id for one in found] == ["p-1", "p-2", "p-3", "p-4", "p-5"]
    assert [one.published for one in found] == [True, True, True, True, False]
    assert found[0].cells == ("Zoë O’Hara", "Aue")
    assert found[4].cells == (None, None)


def test_overviews_when_read_then_dates_and_sources_are_told(directory: DirectoryService) -> None:
    found = _overviews(directory)

    assert [one.newest for one in found] == [FRESH, AGING, OLD, None, FRESH]
    assert found[0].sources == (Source.THERAPIST, Source.REGISTER)
    assert found[0].days == (str(FRESH), None)
    assert found[3].days == (None, "")


def test_overviews_when_sources_differ_then_the_same_holds_as_in_the_profile(
    tmp_path: Path,
) -> None:
    day = date(2026, 5, 1)
    said = [
        make_statement(source=Source.REGISTER, city="Old", confirmed_on=date(2026, 4, 1)),
        make_statement(source=Source.CLINIC, city="Zwei", confirmed_on=day, name="Kim"),
        make_statement(source=Source.THERAPIST, city="Aue", confirmed_on=day),
        make_statement(source=Source.REGISTER, city="", confirmed_on=date(2026, 6, 1)),
    ]
    with closing(kept_directory(tmp_path, said)) as directory:
        (found,) = _overviews(directory)

        assert found.cells == ("Kim", directory.profile("p-001").text("city")) == ("Kim", "Aue")


def test_overviews_when_sources_differ_then_only_those_profiles_are_told(
    directory: DirectoryService,
) -> None:
    with directory.changing() as work:
        again = make_statement("p-2", source=Source.REGISTER, city="Ems", confirmed_on=OLD)
        work.profiles.apply([again])

    assert [one.profile_id for one in _overviews(directory) if one.differs] == ["p-1"]


def test_overviews_when_a_profile_states_nothing_then_it_is_there_all_the_same(
    tmp_path: Path,
) -> None:
    nothing = make_statement("p-9", published=False)
    with closing(kept_directory(tmp_path, [nothing])) as directory:
        assert _overviews(directory) == [
            Overview("p-9", False, None, (), False, (None, None), (None, None))
        ]


_SAID = st.builds(
    make_statement,
    source=st.sampled_from(Source),
    confirmed_on=st.sampled_from([None, OLD, AGING, FRESH]),
    city=st.sampled_from(["", "Aue", "Ems"]),
    accepting=st.sampled_from(["", "yes", "no"]),
)


@settings(max_examples=30)
@given(said=st.lists(_SAID, max_size=4))
def test_overviews_when_several_say_anything_then_they_are_what_the_profile_says(
    tmp_path_factory: pytest.TempPathFactory, said: list[Statement]
) -> None:
    said = [*said, make_statement(source=Source.REGISTER, name="Kim", confirmed_on=OLD)]
    with closing(kept_directory(tmp_path_factory.mktemp("said"), said)) as directory:
        profile = directory.profile("p-001")
        with directory.database().reading() as work:
            (found,) = work.profiles.overviews(("city", "accepting"), ("city", "accepting"))
    facts = [profile.facts.get(field) for field in ("city", "accepting")]
    spoken = [*profile.facts.items(), *profile.superseded]
    values = {(field, fact.value) for field, fact in spoken}

    assert found.cells == tuple(fact and write_cell(fact.value) for fact in facts)
    assert found.days == tuple(fact and str(fact.confirmed_on or "") for fact in facts)
    assert {*found.sources} == {fact.source for _, fact in spoken}
    assert found.differs == (len(values) > len(profile.facts))
