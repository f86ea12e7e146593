from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from support.builders import make_statement
from support.trails import state_of

from matcher.directory.profile import Profile, Source
from matcher.errors import StoreError
from matcher.store import Database, UnitOfWork
from matcher.store.merging import moved_ids

_JANUARY, _FEBRUARY, _MARCH = (date(2026, month, 1) for month in (1, 2, 3))


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with closing(Database("sqlite://", create=True)) as database, database.writing() as work:
        yield work


def _get(work: UnitOfWork, profile_id: str) -> Profile:
    profile = work.profiles.get(profile_id)
    assert profile is not None
    return profile


def test_profiles_when_merged_then_each_source_s_newer_word_is_its_word(work: UnitOfWork) -> None:
    work.profiles.apply(
        [
            make_statement("keep", city="Aue", phone="1", area="A", confirmed_on=_JANUARY),
            make_statement("drop", city="Ems", website="w", confirmed_on=_FEBRUARY),
            make_statement("drop", area="B", confirmed_on=_JANUARY),
            make_statement("drop", source=Source.REGISTER, city="Ulm", confirmed_on=_MARCH),
        ]
    )
    work.profiles.merge("keep", "drop", "Kim")
    kept = _get(work, "keep")

    assert work.profiles.get("drop") is None
    assert {field: kept.text(field) for field in ("city", "phone", "area", "website")} == {
        "city": "Ulm",
        "phone": "1",
        "area": "A",
        "website": "w",
    }
    assert [(field, fact.value) for field, fact in kept.superseded] == [("city", "Ems")]
    assert work.trail.acts(1)[0].deed.who == "Kim"


def test_merge_when_one_is_hidden_then_the_one_that_is_kept_stays_as_it_was(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement("keep", published=False), make_statement("drop")])
    work.profiles.merge("keep", "drop")

    assert not _get(work, "keep").published


@pytest.mark.parametrize(
    ("keep", "drop", "key"),
    [
        ("a", "a", "merge_same"),
        ("a", "nobody", "no_profile"),
        ("nobody", "a", "no_profile"),
    ],
)
def test_merge_when_it_cannot_be_then_says_why_and_changes_nothing(
    work: UnitOfWork, keep: str, drop: str, key: str
) -> None:
    work.profiles.apply([make_statement("a", city="Aue")])
    before = state_of(work)
    with pytest.raises(StoreError) as caught:
        work.profiles.merge(keep, drop)

    assert caught.value.messages[0].key == f"error.store.{key}"
    assert state_of(work) == before


def test_ids_when_merged_one_after_the_other_then_each_leads_to_the_last(work: UnitOfWork) -> None:
    work.profiles.apply(make_statement(name, city="Aue") for name in "abc")
    work.profiles.merge("b", "a")
    work.profiles.merge("c", "b")

    assert moved_ids(work._connection) == {"a": "c", "b": "c"}


def test_file_when_it_names_who_was_merged_then_it_is_about_the_one_that_was_kept(
    work: UnitOfWork,
) -> None:
    file = [
        make_statement("keep", city="Aue", confirmed_on=_JANUARY),
        make_statement("drop", city="Ems", phone="1", confirmed_on=_JANUARY, published=True),
    ]
    work.profiles.apply(file)
    work.profiles.merge("keep", "drop")
    after = state_of(work)
    again = work.profiles.apply(file)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
    assert state_of(work) == after

    work.profiles.apply([make_statement("drop", city="Ulm", confirmed_on=_MARCH, published=False)])
    assert _get(work, "keep").text("city") == "Ulm"
    assert _get(work, "keep").published
    assert work.profiles.count() == 1
