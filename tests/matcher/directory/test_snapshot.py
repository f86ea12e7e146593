"""The directory as arrays says what its profiles say, and leaves out nothing but the unpublished."""

# ruff: noqa: E501 - one row of a table on one line

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from support.builders import make_profile
from support.strategies import directories

from matcher.directory.levels import DENIED, FIRST_LEVEL, NAMED, NOT_STATED
from matcher.directory.profile import Profile
from matcher.directory.profile_json import revision_of
from matcher.directory.snapshot import STEP_NOT_STATED, build_snapshot, cell_bits
from matcher.directory.week import CELLS


@pytest.mark.parametrize(
    ("cell", "code", "level"),
    [
        pytest.param("", "worry", NOT_STATED, id="empty cell"),
        pytest.param("-", "worry", DENIED, id="stated none"),
        pytest.param("worry", "worry", NAMED, id="named"),
        pytest.param("worry:no", "worry", DENIED, id="named as no"),
        pytest.param("worry:training", "worry", FIRST_LEVEL, id="lowest level"),
        pytest.param("worry:focus", "worry", FIRST_LEVEL + 3, id="highest level"),
        pytest.param("sleep", "worry", DENIED, id="unnamed in a closed list"),
    ],
)
def test_levels_when_a_closed_list_is_read_then_what_it_does_not_name_is_a_no(
    cell: str, code: str, level: int
) -> None:
    snapshot = build_snapshot([make_profile("p", issues=cell)])

    assert snapshot.codes["issues"].levels(code).tolist() == [level]


@pytest.mark.parametrize(
    ("cell", "level"),
    [("", NOT_STATED), ("-", DENIED), ("lift", NAMED), ("lift:no", DENIED), ("low_scent", NOT_STATED)],
)  # fmt: skip
def test_levels_when_an_open_list_is_read_then_what_it_does_not_name_is_not_stated(
    cell: str, level: int
) -> None:
    snapshot = build_snapshot([make_profile("p", access=cell)])

    assert snapshot.codes["access"].levels("lift").tolist() == [level]


def test_build_snapshot_when_profiles_state_things_then_each_column_has_its_row() -> None:
    snapshot = build_snapshot(
        [
            make_profile("p-2", name="Bo", fee_max="62.5", style_steer="-1..1", times="mon-late"),
            make_profile("p-1", latitude="1.5", longitude="2.5", next_opening="2026-12-01"),
            make_profile("p-3", published=False),
        ]
    )

    assert snapshot.ids == ("p-1", "p-2")
    assert snapshot.names == ("p-1", "Bo")
    assert snapshot.numbers["fee_max"].tolist() == [-1, 6250]
    assert snapshot.steps["style_steer"].tolist() == [[STEP_NOT_STATED, -1], [STEP_NOT_STATED, 1]]
    assert snapshot.times.tolist() == [0, 1 << CELLS.index("mon-late")]
    assert snapshot.times_stated.tolist() == [False, True]
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

    assert (one.ids, one.revision) == (other.ids, other.revision)
    assert one.revision == revision_of(people)
    for name, column in one.codes.items():
        assert column.stated.tolist() == other.codes[name].stated.tolist()


@given(directories)
def test_row_of_when_a_profile_is_known_then_its_row_else_key_error(people: list[Profile]) -> None:
    snapshot = build_snapshot(people)

    for person in people:
        assert snapshot.ids[snapshot.row_of(person.id)] == person.id
    with pytest.raises(KeyError):
        snapshot.row_of("nobody")


def test_cell_bits_when_cells_are_given_then_one_bit_each() -> None:
    assert cell_bits(()) == 0
    assert cell_bits(CELLS).bit_count() == 35
