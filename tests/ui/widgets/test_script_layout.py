"""How long a word is, is told by how many signs it has: ten pixels each, or as the test says."""

import pytest

from ui.widgets.script_layout import Piece, laid_out

_LONG = "rapport import list.csv --mapping map.json --dry-run"


def _tens(words: str) -> int:
    return 10 * len(words)


def _uneven(words: str) -> int:
    return sum(4 if sign in "il-." else 10 for sign in words)


def _shown(lines: list[str], width: int) -> list[tuple[int, str]]:
    pieces = sorted(laid_out(lines, width, _tens), key=lambda one: (one.line, one.left))
    return [(piece.left // 10, piece.words) for piece in pieces]


def test_lines_when_they_have_room_then_each_stands_as_it_was_typed() -> None:
    assert laid_out(["a b", "", "  c"], 100, _tens) == [Piece(0, 0, "a b"), Piece(20, 2, "c")]


def test_line_when_it_is_too_long_then_it_goes_on_further_in_and_no_word_is_torn() -> None:
    shown = _shown([_LONG, "ls"], 450)

    assert shown == [(0, "rapport import list.csv --mapping map.json"), (4, "--dry-run"), (0, "ls")]


def test_word_when_it_alone_is_too_long_then_all_of_it_is_there_and_none_beyond_the_edge() -> None:
    pieces = laid_out(["ab 0123456789012345678901234567890"], 120, _tens)

    assert "".join(piece.words for piece in pieces) == "ab0123456789012345678901234567890"
    assert all(piece.left + _tens(piece.words) <= 120 for piece in pieces)


@pytest.mark.parametrize("measure", [_tens, _uneven])
def test_columns_when_letters_are_not_of_one_width_then_they_begin_below_each_other(
    measure: object,
) -> None:
    lines = ["local   all  i", "hostssl all  b"]

    pieces = laid_out(lines, 400, measure)  # type: ignore[arg-type]

    assert {piece.left for piece in pieces if piece.words in {"i", "b"}} == {130}


def test_terms_when_lines_are_too_long_then_what_is_said_of_them_stands_in_a_column() -> None:
    lines = [
        "rapport      the window",
        "rapport doctor --json  is everything there, and where is it?",
    ]

    shown = _shown([*lines, "rapport kiosks"], 560)

    assert shown == [
        *((0, "rapport"), (24, "the window"), (0, "rapport doctor --json")),
        *((24, "is everything there, and where"), (24, "is it?"), (0, "rapport kiosks")),
    ]


def test_terms_when_there_is_no_room_beside_them_then_what_is_said_stands_below_further_in() -> (
    None
):
    assert _shown(["rapport doctor  is everything in place?"], 320) == [
        (0, "rapport doctor"),
        (8, "is everything in place?"),
    ]


def test_columns_when_there_are_many_and_no_room_then_they_follow_each_other() -> None:
    assert _shown(["host   all   rapport   md5"], 200) == [(0, "host all rapport md5")]
