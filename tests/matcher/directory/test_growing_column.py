import numpy as np
import pytest

from matcher.directory.growing_column import GrowingCodes, GrowingNumbers, GrowingTexts, sealed
from matcher.directory.levels import DENIED, FIRST_LEVEL, NAMED


def test_numbers_when_put_by_row_then_the_others_are_missing() -> None:
    numbers = GrowingNumbers("i", -1)
    numbers.put(1, 40)
    numbers.put(3, 7)

    assert numbers.column(5).tolist() == [-1, 40, -1, 7, -1]
    assert numbers.is_put(5).tolist() == [False, True, False, True, False]
    assert numbers.column(5).dtype == np.int32


def test_numbers_when_there_are_none_then_all_are_missing() -> None:
    assert GrowingNumbers("d", 0.5).column(2).tolist() == [0.5, 0.5]
    assert GrowingNumbers("B", 0).column(0).tolist() == []


def test_texts_when_added_then_they_stand_in_order() -> None:
    texts = GrowingTexts()
    for text in ("b", "", "ñ"):
        texts.add(text)

    assert [*texts.column()] == ["b", "", "ñ"]


def test_codes_when_a_term_comes_twice_then_the_later_word_holds() -> None:
    codes = GrowingCodes("issues")
    codes.put(0, ("worry:focus", "worry:no"))
    codes.put(2, ("worry:no", "sleep", "worry:training"))

    assert codes.column(3).levels("worry").tolist() == [DENIED, 0, FIRST_LEVEL]


def test_codes_when_a_list_is_left_open_then_what_it_does_not_name_is_not_stated() -> None:
    codes = GrowingCodes("issues")
    codes.put(0, ("sleep",))
    codes.put(1, ("sleep",))
    codes.leave_open(1)
    codes.leave_open(2)
    column = codes.column(3)

    assert column.levels("sleep").tolist() == [NAMED, NAMED, 0]
    assert column.levels("worry").tolist() == [DENIED, 0, 0]


def test_codes_when_a_text_holds_a_colon_then_it_is_one_term() -> None:
    codes = GrowingCodes("area")
    codes.put(0, "North: upper")
    codes.put(1, "")
    column = codes.column(2)

    assert column.levels("North: upper").tolist() == [NAMED, DENIED]
    assert [*column.named] == ["North: upper"]


def test_array_when_sealed_then_it_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        sealed(np.zeros(2))[0] = 1
