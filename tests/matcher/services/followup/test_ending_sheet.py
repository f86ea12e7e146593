"""The page for the end: what is written goes in, and there is room for the rest."""

import pytest
from support.reading_sheets import words_of

from matcher.document import Blank, Paragraph
from matcher.followup.ending import load_ending
from matcher.followup.sentences import GAP
from matcher.i18n import Catalogue, languages
from matcher.services.followup.ending_sheet import ending_sheet


@pytest.mark.parametrize("language", languages())
def test_page_when_nothing_is_written_then_there_is_room_for_each_line(language: str) -> None:
    sheet = ending_sheet(Catalogue(language))
    blanks = [block for block in sheet.sections[0].blocks if isinstance(block, Blank)]

    assert len(blanks) == len(load_ending().letter) == 5
    assert GAP not in words_of(sheet)


def test_page_when_a_line_is_written_then_it_stands_there_whole() -> None:
    key = load_ending().letter[0]
    sheet = ending_sheet(Catalogue("en"), {key: "your\npatience", "other": "x"})

    assert Paragraph("Thank you for your patience.") in sheet.sections[0].blocks
    assert sum(isinstance(block, Blank) for block in sheet.sections[0].blocks) == 4
