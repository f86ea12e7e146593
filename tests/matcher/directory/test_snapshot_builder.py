"""The arrays say what the profiles say, and leave out nothing but the unpublished."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.strategies import directories

from matcher.directory import snapshot_builder
from matcher.directory.code_column import CODE_FIELDS, is_open, state_numbers
from matcher.directory.levels import DENIED, NAMED, NOT_STATED
from matcher.directory.profile import Profile
from matcher.directory.profile_json import revision_of
from matcher.directory.snapshot import STEP_NOT_STATED, Snapshot
from matcher.directory.snapshot_builder import (
    DAY_COLUMNS,
    NUMBER_FIELDS,
    STEP_FIELDS,
    TEXT_FIELDS,
    SnapshotBuilder,
    build_snapshot,
    reading_rules,
)
from matcher.directory.week import CELLS, free_cells


def _level(profile: Profile, field: str, code: str) -> int:
    """Read what a profile says of a term, the slow way."""
    value = profile.value(field)
    if value is None:
        return NOT_STATED
    tokens = (value,) if isinstance(value, str) and value else value or ()
    for token in map(str, tokens):  # type: ignore[arg-type]
        found, *details = token.split(":")
        if found == code:
            return state_numbers(field).get(details[0], NAMED) if details else NAMED
    return NOT_STATED if tokens and is_open(field) else DENIED


def _assert_row(snapshot: Snapshot, row: int, profile: Profile) -> None:
    assert (snapshot.ids[row], snapshot.names[row]) == (profile.id, profile.name)
    for field in STEP_FIELDS:
        stated = profile.value(field) or (STEP_NOT_STATED, STEP_NOT_STATED)
        assert tuple(snapshot.steps[field][:, row]) == stated
    for field in NUMBER_FIELDS:
        value = profile.value(field)
        assert snapshot.numbers[field][row] == (-1 if value is None else value * 100)  # type: ignore[operator]
    for field in TEXT_FIELDS:
        assert snapshot.texts[field][row] == {None: 0, "": 1}.get(profile.value(field), 2)  # type: ignore[arg-type]
    bits = {cell for place, cell in enumerate(CELLS) if int(snapshot.times[row]) >> place & 1}
    assert bits == free_cells(profile.tokens("times"))
    assert snapshot.times_stated[row] == (profile.value("times") is not None)
    for column in DAY_COLUMNS:
        field, _, is_confirmed = column.partition(":")
        fact = profile.facts.get(field)
        day = None if fact is None else fact.confirmed_on if is_confirmed else fact.value
        assert snapshot.days[column][row] == (day.toordinal() if isinstance(day, date) else -1)


@given(directories, st.data())
def test_build_snapshot_when_profiles_state_things_then_each_row_says_the_same(
    people: list[Profile], data: st.DataObject
) -> None:
    shown = {person.id for person in people if data.draw(st.booleans(), label=person.id)}
    all_people = [Profile(p.id, p.facts, p.superseded, p.id in shown) for p in people]
    snapshot = build_snapshot(all_people)
    published = sorted((p for p in all_people if p.published), key=lambda profile: profile.id)

    assert snapshot.size == len(published)
    for row, profile in enumerate(published):
        _assert_row(snapshot, row, profile)
    for field in CODE_FIELDS:
        column = snapshot.codes[field]
        for code in {*column.named, "nothing"}:
            expected = [_level(profile, field, code) for profile in published]
            assert column.levels(code).tolist() == expected


def test_build_snapshot_when_there_are_many_then_rare_and_common_terms_are_both_right() -> None:
    """More rows than a bit set needs to be smaller than a list of rows."""
    cells = [
        f"{a};{b}" for a, b in product(("worry:focus", "worry:no", "sleep"), ("panic", "anger"))
    ]
    people = [make_profile(f"p-{n:03}", issues=cells[n % 6] if n % 7 else "-") for n in range(299)]
    people.append(make_profile("p-299", issues="self_worth:training"))
    column = build_snapshot(people).codes["issues"]

    for code in ("worry", "sleep", "panic", "anger", "self_worth"):
        assert column.levels(code).tolist() == [_level(p, "issues", code) for p in people]


def test_build_snapshot_when_profiles_state_places_and_days_then_each_has_its_row() -> None:
    snapshot = build_snapshot(
        [
            make_profile("p-2", name="Bo", fee_max="62.5", style_steer="-1..1", times="mon-late"),
            make_profile("p-1", latitude="1.5", longitude="2.5", next_opening="2026-12-01"),
            make_profile("p-3", published=False),
        ]
    )

    assert [*snapshot.ids] == ["p-1", "p-2"]
    assert [*snapshot.names] == ["p-1", "Bo"]
    assert snapshot.numbers["fee_max"].tolist() == [-1, 6250]
    assert snapshot.steps["style_steer"].tolist() == [[STEP_NOT_STATED, -1], [STEP_NOT_STATED, 1]]
    assert snapshot.times.tolist() == [0, 1 << CELLS.index("mon-late")]
    assert snapshot.days["next_opening"].tolist() == [date(2026, 12, 1).toordinal(), -1]
    assert snapshot.latitude[0] == 1.5
    assert np.isnan(snapshot.latitude[1])


def test_build_snapshot_when_only_a_postcode_is_stated_then_it_is_located() -> None:
    snapshot = build_snapshot([make_profile("p", postcode="97201", country="US")])

    assert 45 < snapshot.latitude[0] < 46


@given(directories)
def test_build_snapshot_when_profiles_come_in_another_order_then_the_same(
    people: list[Profile],
) -> None:
    one, other = build_snapshot(people), build_snapshot(people[::-1])

    assert ([*one.ids], one.revision) == ([*other.ids], other.revision)
    assert one.revision == revision_of(people)


@pytest.mark.parametrize("count", [0, 1, 18])
def test_build_snapshot_when_there_are_so_many_then_every_column_has_as_many(count: int) -> None:
    snapshot = build_snapshot(make_profile(f"p-{number:02}") for number in range(count))

    assert snapshot.size == len(snapshot.names) == count
    assert snapshot.latitude.shape == snapshot.times.shape == (count,)
    assert snapshot.steps["style_steer"].shape == (2, count)
    assert snapshot.codes["issues"].levels("worry").shape == (count,)


@pytest.mark.parametrize("later", ["p-1", "p-2"])
def test_add_when_an_id_does_not_come_after_the_last_then_refused(later: str) -> None:
    builder = SnapshotBuilder()
    builder.add(make_profile("p-2", published=False))

    with pytest.raises(ValueError, match="order of id"):
        builder.add(make_profile(later))


def test_add_when_profiles_come_one_by_one_then_none_is_kept() -> None:
    import weakref

    class Watched(Profile):
        """A profile that can be watched; slots leave no room for that."""

    def watched() -> Iterator[Profile]:
        for number in range(3):
            profile = Watched(f"p-{number}", {})
            assert all(reference() is None for reference in seen)
            seen.append(weakref.ref(profile))
            yield profile
            del profile

    seen: list[weakref.ref[Profile]] = []
    builder = SnapshotBuilder()
    for profile in watched():
        builder.add(profile)
        del profile

    assert builder.build().size == len(seen) == 3


def test_reading_rules_when_the_program_or_a_vocabulary_differs_then_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = reading_rules()
    reading_rules.cache_clear()
    assert reading_rules() == before

    for name, value in {"__version__": "99", "vocabulary_names": lambda: ("issues",)}.items():
        with monkeypatch.context() as patch:
            patch.setattr(snapshot_builder, name, value)
            reading_rules.cache_clear()
            assert reading_rules() != before
    reading_rules.cache_clear()


def test_lists_when_not_wholly_understood_then_the_rest_is_not_stated_and_never_a_no() -> None:
    profile = make_profile(
        times="mon-morning",
        payers="self_pay",
        issues="worry",
        unsorted="times: Mon 9-12, Tue 5-9\npayers: Aetna?",
    )

    snapshot = build_snapshot([profile])

    assert (snapshot.times[0] > 0, snapshot.times_stated.tolist()) == (True, [False])
    assert snapshot.codes["payers"].levels("self_pay").tolist() == [NAMED]
    assert snapshot.codes["payers"].levels("medicare").tolist() == [NOT_STATED]
    assert snapshot.codes["issues"].levels("sleep").tolist() == [DENIED]
