import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.bit_set import pack, pack_rows, packed_size, unpack


@given(st.lists(st.booleans(), max_size=40))
def test_flags_when_packed_then_they_come_back_from_an_eighth_of_the_bytes(
    flags: list[bool],
) -> None:
    bits = pack(np.array(flags, dtype=bool))

    assert unpack(bits, len(flags)).tolist() == flags
    assert bits.nbytes == packed_size(len(flags)) == -(-len(flags) // 8)


def test_bits_when_written_to_then_refused() -> None:
    with pytest.raises(ValueError, match="read-only"):
        pack(np.ones(9, dtype=bool))[0] = 0


def test_bits_when_looked_at_then_the_first_row_is_the_lowest_bit() -> None:
    assert pack_rows(np.array([0, 9], dtype=np.uint32), 10).tolist() == [1, 2]


def test_rows_when_none_then_no_bit() -> None:
    assert pack_rows(np.array([], dtype=np.uint32), 9).tolist() == [0, 0]
