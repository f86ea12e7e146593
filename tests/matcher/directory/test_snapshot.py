import numpy as np
import pytest
from hypothesis import given
from support.builders import make_profile
from support.strategies import directories

from matcher.directory.profile import Profile
from matcher.directory.snapshot import cell_bits
from matcher.directory.snapshot_builder import build_snapshot
from matcher.directory.week import CELLS


@given(directories)
def test_row_of_when_a_profile_is_known_then_its_row_else_key_error(people: list[Profile]) -> None:
    snapshot = build_snapshot(people)

    for person in people:
        assert snapshot.has(person.id)
        assert snapshot.ids[snapshot.row_of(person.id)] == person.id
    for nobody in ("", "nobody", "p-", "z"):
        assert not snapshot.has(nobody)
        with pytest.raises(KeyError):
            snapshot.row_of(nobody)


def test_arrays_when_written_to_then_refused() -> None:
    snapshot = build_snapshot([make_profile("p", times="mon-late", fee_max="60")])
    arrays: list[np.ndarray] = [
        snapshot.times,
        snapshot.times_stated,
        snapshot.latitude,
        *snapshot.numbers.values(),
        *snapshot.days.values(),
        *snapshot.steps.values(),
        *snapshot.texts.values(),
        *(column.stated for column in snapshot.codes.values()),
    ]

    assert not any(values.flags.writeable for values in arrays)


def test_cell_bits_when_cells_are_given_then_one_bit_each() -> None:
    assert cell_bits(()) == 0
    assert cell_bits(CELLS).bit_count() == 35
