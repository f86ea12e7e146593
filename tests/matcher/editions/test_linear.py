"""What the editions without pages share: texts without unseen signs, contrasts without columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strange_documents import UNSEEN

from matcher.document import Block, Contrast, Paragraph, Sheet
from matcher.editions.linear import (
    ISOLATED,
    Sides,
    closing,
    in_line,
    label_of_room,
    pieces_of,
    readable,
)
from matcher.text_direction import isolated

_KEPT = {
    "arabic": "نادية الحداد",
    "persian_joiner": "می‌خواهم",
    "hindi_joiner": "क्‍ष",
    "vietnamese": "Trần Thị Ngọc Ánh",
    "chinese": "欧阳小明",
    "accents_apart": "Jose\u0301",
    "held_together": "4\u202fpm to 8\u00a0pm",
}


@pytest.mark.parametrize("text", _KEPT.values(), ids=_KEPT)
def test_readable_when_letters_are_of_any_script_then_they_stay(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize("text", UNSEEN, ids=ascii)
def test_readable_when_signs_are_unseen_then_the_name_is_left(text: str) -> None:
    cleaned = readable(text, isolates=True)

    assert cleaned.replace("[31m", "").split() == ["Ana", "Vidal"] or "ladiV" in cleaned
    assert all(sign.isprintable() for sign in cleaned)


def test_readable_when_a_name_was_set_apart_then_the_caller_decides() -> None:
    text = f"Ask {isolated('ليلى', 'ltr')} first"

    assert readable(text) == "Ask ليلى first"
    assert readable(text, isolates=True) == text


def test_readable_when_a_mark_lacks_its_half_then_only_whole_pairs_stay() -> None:
    assert readable("\u2068a \u2068b\u2069 c", isolates=True) == "a \u2068b\u2069 c"


@given(st.text(), st.booleans())
def test_readable_when_done_again_then_nothing_changes(text: str, isolates: bool) -> None:
    once = readable(text, isolates=isolates)

    assert readable(once, isolates=isolates) == once
    assert "\n" not in once
    once.encode()


@given(st.text())
def test_readable_when_isolates_stay_then_they_come_in_pairs(text: str) -> None:
    pieces = ISOLATED.split(readable(text, isolates=True))

    assert not any(mark in piece for piece in pieces for mark in "\u2066\u2067\u2068\u2069")
    assert readable("".join(pieces)) == readable(text)


def test_pieces_of_when_dots_part_them_then_each_stands_alone() -> None:
    assert pieces_of("Phone 1  ·  E-mail 2") == ["Phone 1", "E-mail 2"]
    assert pieces_of("One · two") == ["One · two"]


def test_in_line_when_labels_stand_above_contrasts_then_each_list_has_its_own() -> None:
    blocks = (
        Contrast("", ("Good",), ("Care",)),
        Contrast("Heard", ("a", "b"), ("c",)),
        Contrast("Ends", (), ("d",)),
    )

    assert [*in_line(blocks)] == [
        Sides("Heard", (("Good", ("a", "b")), ("Care", ("c",)))),
        Sides("Ends", (("Care", ("d",)),)),
    ]


@pytest.mark.parametrize(
    "follower",
    [
        pytest.param((), id="last"),
        pytest.param((Paragraph("p"),), id="before_a_text"),
        pytest.param((Contrast("", ("c",), ("d",)),), id="before_another_without_heading"),
    ],
)
def test_in_line_when_no_contrast_takes_the_labels_then_they_are_read(
    follower: tuple[Block, ...],
) -> None:
    first, *_ = in_line((Contrast("", ("a",), ("b",)), *follower))

    assert first == Sides("", (("", ("a",)), ("", ("b",))))


@pytest.mark.parametrize(("footer", "said"), [("Title", ""), ("Invented", "Invented")])
def test_closing_when_the_footer_only_repeats_the_title_then_nothing(
    footer: str, said: str
) -> None:
    assert closing(Sheet("Title", (), (), footer)) == said


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Date ____________", "Date"),
        ("Date", ""),
        ("Call me at: ____________. Thank you.", ""),
        ("____", ""),
        ("", ""),
    ],
)
def test_label_of_room_when_a_line_to_write_on_ends_a_text_then_what_it_asks_for(
    text: str, label: str
) -> None:
    assert label_of_room(text) == label
