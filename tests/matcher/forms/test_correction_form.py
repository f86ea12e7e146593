from collections.abc import Iterator

import pytest

from matcher.document import Ask, Blank, Block, Callout, Questions, Section, Ticks
from matcher.forms.correction_form import StatedLine, correction_sections
from matcher.forms.profile_form import PARTS_OF_FORM
from matcher.i18n import Catalogue, languages

_WORDS = Catalogue("en")
_CITY = StatedLine("city", "Aue", "Said by the clinic, May 5, 2026")


def _sections(*stated: StatedLine, is_shown: bool = True) -> tuple[Section, ...]:
    return correction_sections("p-7", stated, _WORDS, is_shown=is_shown)


def _blocks(sections: tuple[Section, ...]) -> Iterator[Block]:
    return (block for section in sections for block in section.blocks)


def test_form_when_a_fact_is_stated_then_it_stands_there_with_its_source_and_three_boxes() -> None:
    (ask,) = (block for block in _blocks(_sections(_CITY)) if isinstance(block, Ask))

    assert ask.text == "Town: Aue"
    assert ask.reason == "Said by the clinic, May 5, 2026"
    assert ask.boxes == ("Still true", "Change to:", "Take it off")
    assert ask.lines == 1


def test_form_when_made_then_each_field_has_its_place_once() -> None:
    of_theirs = [
        field for part, fields in PARTS_OF_FORM.items() if part != "row" for field in fields
    ]
    lines = [StatedLine(field, "x", "") for field in of_theirs[::2]]

    blocks = [*_blocks(_sections(*lines))]

    asks = sum(isinstance(block, Ask) for block in blocks)
    signed, shown = 3, 1
    others = sum(isinstance(block, Blank | Ticks | Questions) for block in blocks)
    assert asks == len(lines)
    assert asks + others - signed - shown == len(of_theirs)


def test_form_when_areas_are_named_without_levels_then_there_is_a_place_for_them() -> None:
    areas = StatedLine("issues", "Worry; Sleep", "", lacks_levels=True)

    (section,) = (each for each in _sections(areas) if any(isinstance(b, Ask) for b in each.blocks))

    asked = section.blocks[-1]
    assert isinstance(asked, Blank)
    assert asked.label == (
        "What people come with: your experience with each. Write its name, and one of these: "
        "In training; Some experience; Works with it often; A main part of the work."
    )
    assert asked.lines > 1


def test_form_when_a_fact_is_not_stated_then_short_lists_are_to_be_ticked() -> None:
    blocks = [*_blocks(_sections())]

    ticks = {block.text: block.boxes for block in blocks if isinstance(block, Ticks)}
    axes = {block.heading for block in blocks if isinstance(block, Questions)}
    assert ticks["Taking new people"] == ("Yes", "No", "There is a waiting list")
    assert len(axes) == 10


@pytest.mark.parametrize(
    ("is_shown", "boxes"),
    [
        (True, ("Keep showing it", "Withdraw it")),
        (False, ("Show it again", "Keep it withdrawn")),
    ],
)
def test_form_when_made_then_the_way_out_comes_first(
    is_shown: bool, boxes: tuple[str, ...]
) -> None:
    sections = _sections(_CITY, is_shown=is_shown)

    assert sections[1].heading == "Withdraw your page"
    assert isinstance(sections[1].blocks[0], Ticks)
    assert sections[1].blocks[0].boxes == boxes


def test_form_when_it_ends_then_it_is_signed_and_staff_are_told_the_id() -> None:
    end = _sections(_CITY)[-1]

    assert [block.label for block in end.blocks if isinstance(block, Blank)] == [
        "Name:",
        "Signature:",
        "Day, month and year:",
    ]
    assert isinstance(end.blocks[-1], Callout)
    assert "p-7" in end.blocks[-1].text


def test_form_when_it_speaks_of_shares_then_it_names_no_list_that_is_not_there() -> None:
    labels = [block.label for block in _blocks(_sections()) if isinstance(block, Blank)]

    assert not any("list above" in label for label in labels)


@pytest.mark.parametrize("language", languages())
def test_form_when_in_a_language_then_each_heading_stands_once(language: str) -> None:
    sections = correction_sections("p-7", (_CITY,), Catalogue(language), is_shown=True)
    headings = [section.heading for section in sections if section.heading]

    assert len(headings) == len({*headings}) == 4
