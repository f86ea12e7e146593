import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.bit_set import pack
from matcher.directory.levels import DENIED, NAMED
from matcher.directory.term_states import BitPlanes, RowStates, TermStates, pack_states

_NAMING = st.dictionaries(st.integers(0, 299), st.integers(1, 7), min_size=1)


def _packed(naming: dict[int, int], size: int) -> TermStates:
    rows = sorted(naming)
    states = np.array([naming[row] for row in rows], dtype=np.uint8)
    return pack_states(np.array(rows, dtype=np.uint32), states, size)


@given(_NAMING, st.sets(st.integers(0, 299)))
def test_states_when_packed_then_each_row_says_its_own_and_the_others_what_is_implied(
    naming: dict[int, int], implied: set[int]
) -> None:
    denied = pack(np.array([row in implied for row in range(300)]))
    states = _packed(naming, 300)

    assert states.levels(denied, 300).tolist() == [
        naming.get(row, DENIED if row in implied else 0) for row in range(300)
    ]
    assert states.highest == max(naming.values())


def test_plain_list_when_many_are_named_then_one_bit_a_profile() -> None:
    states = _packed(dict.fromkeys(range(0, 800, 2), NAMED), 800)

    assert isinstance(states, BitPlanes)
    assert {position: plane.nbytes for position, plane in states.planes.items()} == {1: 100}


def test_term_when_few_name_it_then_their_rows_are_kept() -> None:
    states = _packed({7: NAMED, 700: 5}, 800)

    assert isinstance(states, RowStates)
    assert states.rows.nbytes + states.states.nbytes == 10


@pytest.mark.parametrize("count", [1, 10, 100, 1000], ids=str)
def test_term_when_packed_then_never_more_than_five_bytes_a_row_that_names_it(count: int) -> None:
    states = _packed(dict.fromkeys(range(count), 7), 8000)
    arrays = (
        states.planes.values() if isinstance(states, BitPlanes) else (states.rows, states.states)
    )

    assert sum(values.nbytes for values in arrays) <= 5 * count
