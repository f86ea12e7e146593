import pytest

from ui.phone_code import LONGEST, code_rows


@pytest.mark.parametrize("text", ["Ana\n555-0101", "é" * (LONGEST // 2)], ids=["short", "longest"])
def test_code_rows_when_made_then_it_is_a_square_with_its_three_corners(text: str) -> None:

    rows = code_rows(text)

    assert {len(row) for row in rows} == {len(rows)}
    corner = [rows[down][:7] for down in range(7)]
    assert corner == [rows[down][-7:] for down in range(7)] == [row[:7] for row in rows[-7:]]
    assert len(rows) <= 120
