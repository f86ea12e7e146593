"""A letter to hand over, and what to keep: each a sheet, and neither holds what is on the other."""

import pytest
from support.reading_sheets import words_of

from matcher.document import Blank, Paragraph
from matcher.followup.ending import load_ending
from matcher.followup.sentences import GAP
from matcher.i18n import Catalogue, languages
from matcher.services.followup.ending_sheet import keeping_sheet, letter_sheet


@pytest.mark.parametrize("language", languages())
def test_letter_when_nothing_is_written_then_there_is_room_for_each_line(language: str) -> None:
    sheet = letter_sheet(Catalogue(language))
    blanks = [block for block in sheet.sections[0].blocks if isinstance(block, Blank)]

    assert len(blanks) == len(load_ending().letter) + 1 == 6
    assert blanks[-1] == Blank(Catalogue(language).text("followup.ending.letter_from"))
    assert GAP not in words_of(sheet)


def test_letter_when_something_is_written_then_it_stands_there_whole_with_room_for_a_name() -> None:
    key = load_ending().letter[0]
    sheet = letter_sheet(Catalogue("en"), {key: "your\npatience", "other": "x"})

    assert sheet.sections[0].blocks == (Paragraph("Thank you for your patience."), Blank("From"))


@pytest.mark.parametrize("language", languages())
def test_letter_when_handed_over_then_nothing_on_it_is_for_its_writer(language: str) -> None:
    words = Catalogue(language)
    own = dict.fromkeys(load_ending().letter, "x")
    said = words_of(letter_sheet(words, own)) + words_of(letter_sheet(words))

    for key in (
        *load_ending().keep,
        "followup.ending.title",
        "followup.ending.letter_hint",
        "followup.ending.keep_title",
        "followup.ending.keep_blank",
    ):
        assert words.text(key) not in said


@pytest.mark.parametrize("language", languages())
def test_what_to_keep_when_printed_then_all_of_it_and_room_to_remember(language: str) -> None:
    words = Catalogue(language)
    sheet = keeping_sheet(words)

    assert all(words.text(key) in words_of(sheet) for key in load_ending().keep)
    assert isinstance(sheet.sections[0].blocks[-1], Blank)
    assert words.text("followup.ending.letter_title") not in words_of(sheet)
