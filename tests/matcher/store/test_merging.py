from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import make_statement
from support.stores import new_directory
from support.trails import state_of

from matcher.directory.profile import Profile, Source
from matcher.directory.statement import Statement
from matcher.errors import StoreError
from matcher.store import UnitOfWork
from matcher.store.merging import moved_ids

pytestmark = pytest.mark.usefixtures("engine")

_JANUARY, _FEBRUARY, _MARCH = (date(2026, month, 1) for month in (1, 2, 3))


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
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


@pytest.mark.parametrize("silent_on", [None, _JANUARY, _FEBRUARY, _MARCH])
@pytest.mark.parametrize("keep", ["silent", "stated"])
def test_merge_when_one_is_silent_then_what_the_other_states_holds_whatever_the_day(
    work: UnitOfWork, keep: str, silent_on: date | None
) -> None:
    work.profiles.apply(
        [
            make_statement("silent", city="", confirmed_on=silent_on),
            make_statement("stated", city="Aue", confirmed_on=_FEBRUARY),
        ]
    )
    work.profiles.merge(keep, "stated" if keep == "silent" else "silent")

    assert _get(work, keep).text("city") == "Aue"


def _list(day: date | None) -> list[Statement]:
    return [
        make_statement("keep", city="Aue", phone="", website="w", confirmed_on=day),
        make_statement("drop", city="Ems", phone="1", website="", confirmed_on=day),
    ]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("before", "kept_before"), [(_JANUARY, _JANUARY), (None, None), (_JANUARY, _FEBRUARY)]
)
def test_list_when_it_comes_again_after_two_were_made_one_then_nothing_changes(
    work: UnitOfWork, before: date | None, kept_before: date | None, turned: bool
) -> None:
    rows = [_list(kept_before)[0], _list(before)[1]][:: -1 if turned else 1]
    work.profiles.apply(rows)
    work.profiles.merge("keep", "drop")
    after = state_of(work)
    again = work.profiles.apply(rows)

    assert (again.act_id, again.unheard, again.unchanged) == (0, (), 2)
    assert state_of(work) == after


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("chain", [["keep"], ["keep", "last"]])
def test_list_when_who_went_was_silent_since_then_it_still_takes_nothing_away(
    work: UnitOfWork, chain: Sequence[str], turned: bool
) -> None:
    rows = [
        make_statement("keep", city="Aue", confirmed_on=_JANUARY),
        make_statement("drop", city="", confirmed_on=_FEBRUARY),
        make_statement("last", city="", confirmed_on=_JANUARY),
    ][:: -1 if turned else 1]
    work.profiles.apply(rows)
    for keep, drop in zip(chain, ["drop", "keep"], strict=False):
        work.profiles.merge(keep, drop)
    after = state_of(work)

    assert work.profiles.apply(rows).act_id == 0
    assert state_of(work) == after
    work.profiles.apply([make_statement("drop", city="", confirmed_on=_MARCH)])
    assert not _get(work, chain[-1]).text("city")


def test_file_when_a_practitioner_takes_back_what_they_took_back_before_then_a_merge_still_holds(
    work: UnitOfWork,
) -> None:
    silence = replace(
        make_statement("keep", phone="", confirmed_on=_FEBRUARY), taken_back=frozenset({"phone"})
    )
    drop = make_statement("drop", source=Source.CLINIC, phone="1", confirmed_on=_JANUARY)
    work.profiles.apply([drop, silence])
    work.profiles.merge("keep", "drop")
    work.profiles.apply([silence])
    assert _get(work, "keep").text("phone") == "1"

    work.profiles.apply([replace(silence, confirmed_on=_MARCH)])
    assert not _get(work, "keep").text("phone")


_IDS = st.sampled_from(["a", "b", "c"])
_FILE = st.lists(
    st.builds(
        Statement,
        profile_id=_IDS,
        source=st.sampled_from([Source.CLINIC, Source.THERAPIST]),
        confirmed_on=st.sampled_from([None, _JANUARY, _FEBRUARY]),
        values=st.dictionaries(
            st.sampled_from(["city", "area"]), st.sampled_from([None, "Aue", "Ems"]), min_size=1
        ),
    ),
    min_size=2,
    max_size=6,
    unique_by=lambda each: (each.profile_id, each.source),
)


@given(_FILE, st.lists(st.tuples(_IDS, _IDS), min_size=1, max_size=2), st.randoms())
@settings(max_examples=60)
def test_file_when_it_comes_again_after_any_merges_then_it_takes_nothing_away(
    file: list[Statement], merges: list[tuple[str, str]], chance: Random
) -> None:
    with new_directory() as database, database.writing() as work:
        work.profiles.apply(file)
        for keep, drop in merges:
            with suppress(StoreError):
                work.profiles.merge(keep, drop)
        before = _stated(work)
        chance.shuffle(file)
        work.profiles.apply(file)

        assert before <= _stated(work)


def _stated(work: UnitOfWork) -> set[tuple[str, str, Source]]:
    return {
        (profile.id, field, fact.source)
        for profile in work.profiles.all()
        for field, fact in [*profile.facts.items(), *profile.superseded]
    }


@pytest.mark.parametrize("turned", [False, True])
def test_newer_list_when_it_has_both_then_each_fills_the_other_s_gaps_and_the_rest_is_told(
    work: UnitOfWork, turned: bool
) -> None:
    work.profiles.apply(_list(_JANUARY))
    work.profiles.merge("keep", "drop")
    counts = work.profiles.apply(_list(_MARCH)[:: -1 if turned else 1])
    kept = _get(work, "keep")

    assert [kept.text(field) for field in ("city", "phone", "website")] == ["Aue", "1", "w"]
    assert {fact.confirmed_on for fact in kept.facts.values()} == {_MARCH}
    assert counts.unheard == (("drop", "keep", "city"),)


def test_list_without_a_day_when_it_says_no_more_what_came_in_by_the_merge_then_that_is_told(
    work: UnitOfWork,
) -> None:
    work.profiles.apply(_list(None))
    work.profiles.merge("keep", "drop")
    silent = [each for each in _list(None) if each.profile_id == "keep"]
    gone = make_statement("drop", phone="", area="")
    again = work.profiles.apply([*silent, gone])

    assert again.unheard == (("drop", "keep", "phone"),)
    assert _get(work, "keep").text("phone") == "1"


def test_newer_list_when_it_has_the_kept_one_alone_then_its_empty_cell_withdraws(
    work: UnitOfWork,
) -> None:
    work.profiles.apply(_list(_JANUARY))
    work.profiles.merge("keep", "drop")
    work.profiles.apply(_list(_MARCH)[:1])

    assert not _get(work, "keep").text("phone")


def test_list_when_the_merge_was_taken_back_then_it_decides_nothing_any_more(
    work: UnitOfWork,
) -> None:
    work.profiles.apply(_list(_JANUARY))
    before = state_of(work)
    work.trail.undo(work.profiles.merge("keep", "drop"))
    work.profiles.apply(_list(_JANUARY))

    assert state_of(work) == before


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

    clinic, hidden = make_statement("drop", source=Source.CLINIC, published=False), _MARCH
    work.profiles.apply([replace(clinic, confirmed_on=hidden)])
    work.profiles.apply([make_statement("drop", city="Ulm", confirmed_on=_MARCH)])
    assert _get(work, "keep").text("city") == "Ulm"
    assert _get(work, "keep").published
    assert work.profiles.count() == 1


def test_practitioner_when_they_ask_not_to_be_shown_under_an_id_that_went_then_nobody_sees_them(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement("keep", city="Aue"), make_statement("drop", city="Ems")])
    work.profiles.merge("keep", "drop")

    work.profiles.apply([make_statement("drop", confirmed_on=_MARCH, published=False)])

    assert not _get(work, "keep").published


@pytest.mark.parametrize("hidden", ["keep", "drop"])
def test_profiles_when_one_of_two_is_hidden_then_the_one_that_stays_is_hidden(
    work: UnitOfWork, hidden: str
) -> None:
    file = [make_statement(each, name="Ana", confirmed_on=_JANUARY) for each in ("keep", "drop")]
    work.profiles.apply(file)
    asked = make_statement(hidden, confirmed_on=_JANUARY, published=False)
    work.profiles.apply([asked])

    act = work.profiles.merge("keep", "drop")
    shown = make_statement("keep", source=Source.CLINIC, confirmed_on=_MARCH, published=True)
    counts = work.profiles.apply([shown])

    assert not _get(work, "keep").published
    assert counts.hidden == (("keep", _JANUARY),)
    work.trail.undo(act)
    assert [each.published for each in work.profiles.all()] == [hidden == "keep", hidden == "drop"]


@pytest.mark.parametrize("day", [_JANUARY, _FEBRUARY, _MARCH])
def test_practitioner_when_they_take_it_back_under_the_id_that_went_then_a_newer_yes_counts(
    work: UnitOfWork, day: date
) -> None:
    asked = make_statement("drop", confirmed_on=_FEBRUARY, published=False)
    work.profiles.apply([make_statement("keep"), asked])
    work.profiles.merge("keep", "drop")

    counts = work.profiles.apply([make_statement("drop", confirmed_on=day, published=True)])

    assert _get(work, "keep").published is (day == _MARCH)
    if counts.act_id:
        work.trail.undo(counts.act_id)
    assert not _get(work, "keep").published


def test_list_when_it_shows_a_practitioner_under_the_id_that_went_then_it_is_told(
    work: UnitOfWork,
) -> None:
    asked = make_statement("drop", confirmed_on=_FEBRUARY, published=False)
    work.profiles.apply([make_statement("keep"), asked])
    work.profiles.merge("keep", "drop")
    clinic = make_statement("drop", source=Source.CLINIC, confirmed_on=_MARCH, published=True)

    counts = work.profiles.apply([clinic])

    assert counts.hidden == (("keep", _FEBRUARY),)
    assert not _get(work, "keep").published
