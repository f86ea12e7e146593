import pytest

from matcher.importers.sheet_survey import (
    ERROR_VALUE,
    MOST_COLUMNS,
    MOST_ROWS,
    Part,
    SheetSurvey,
)


def test_cells_when_added_then_they_are_counted_with_their_repeats() -> None:
    survey = SheetSurvey()
    survey.add(0, 0, 10)
    survey.add(1, 2, 5, (3, 4))

    assert (survey.filled, survey.text, survey.width, survey.far) == (13, 70, 6, "")


@pytest.mark.parametrize(
    ("row", "column", "repeats", "far"),
    [
        (MOST_ROWS - 1, MOST_COLUMNS - 1, (1, 1), ""),
        (MOST_ROWS, 0, (1, 1), "A5001"),
        (0, MOST_COLUMNS, (1, 1), "DY1"),
        (0, 0, (10**6, 1), "A1000000"),
        (1048575, 16383, (1, 1), "XFD1048576"),
        (0, 701, (1, 1), "ZZ1"),
        (0, 702, (1, 1), "AAA1"),
    ],
)
def test_cell_when_far_outside_then_it_is_named_as_in_the_sheet(
    row: int, column: int, repeats: tuple[int, int], far: str
) -> None:
    survey = SheetSurvey()
    survey.add(row, column, 1, repeats)

    assert survey.far == far
    assert survey.filled > 0


def test_columns_when_hidden_then_only_those_with_cells_count() -> None:
    survey = SheetSurvey(hidden_columns=[5])
    survey.add(0, 4, 1)
    assert not survey.is_partly_hidden

    survey.add(0, 5, 1)
    assert survey.is_partly_hidden
    assert SheetSurvey(has_hidden_rows=True).is_partly_hidden


@pytest.mark.parametrize(
    ("text", "is_error"),
    [
        *((text, True) for text in ("#REF!", "#N/A", "#DIV/0!", "#NAME?", "#SPILL!", "Err:502")),
        *((text, False) for text in ("#1", "# 12", "#", "#MeToo", "N/A", "Suite #REF!")),
    ],
)
def test_text_when_it_looks_like_an_error_then_only_those_of_spreadsheets_count(
    text: str, is_error: bool
) -> None:
    assert bool(ERROR_VALUE.fullmatch(text)) is is_error


def test_part_when_of_no_interest_then_it_takes_everything() -> None:
    part = Part()
    part.start("a", {})
    part.text("b")
    part.end("a")

    assert part.is_decided
