"""Pages to read on paper: whole, with their signs, and with help where somebody may need it."""

import io
from datetime import date

import pypdf
import pytest
from support.reading_sheets import words_of

from matcher.checklist.cues import load_cues
from matcher.document import Edition
from matcher.followup.reading import load_reading
from matcher.i18n import Catalogue, languages
from matcher.services.followup.files import followup_document, followup_pdf
from matcher.services.followup.reading_sheet import reading_sheet

_DAY = date(2026, 11, 24)


@pytest.mark.parametrize("language", languages())
def test_page_when_made_then_every_paragraph_and_sign_is_there(language: str) -> None:
    words = Catalogue(language, "us")
    for page in load_reading():
        said = words_of(reading_sheet(page, _DAY, words))
        keys = [*page.texts, page.title]
        if page.cue is not None:
            keys += [f"cue.{page.cue.topic}.good.{code}" for code in page.cue.good]
            keys += [f"cue.{page.cue.topic}.care.{code}" for code in page.cue.care]

        assert [key for key in keys if words.text(key) not in said] == []


def test_page_on_leaving_when_made_then_the_help_lines_of_the_region_are_on_it() -> None:
    *others, leaving = load_reading()

    assert "116 123" in words_of(reading_sheet(leaving, _DAY, Catalogue("en", "gb")))
    assert "988" in words_of(reading_sheet(leaving, _DAY, Catalogue("es", "us")))
    assert all("988" not in words_of(reading_sheet(each, _DAY, Catalogue("en"))) for each in others)


def test_signs_when_shown_then_those_of_the_topics_named() -> None:
    topics = [page.cue.topic for page in load_reading() if page.cue is not None]

    assert topics == ["reactions", "boundaries", "repair", "technology", "endings"]
    assert {*topics} <= {cue.topic for cue in load_cues()}


@pytest.mark.parametrize("language", languages())
def test_pages_when_printed_large_then_none_takes_more_than_two_sides(language: str) -> None:
    words = Catalogue(language, "us")
    for page in load_reading():
        document = followup_document([reading_sheet(page, _DAY, words)], words)
        data = followup_pdf(document, paper="A4", edition=Edition(is_large=True))

        assert len(pypdf.PdfReader(io.BytesIO(data)).pages) <= 2
