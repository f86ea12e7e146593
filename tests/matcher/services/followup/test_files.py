"""Notes as PDF: tagged, one sheet a kind, under a neutral name, and any words fit."""

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from support.followup_paper import TODAY, check_ins, profiles, search_log, talks, whole_month
from support.pdf_files import accessibility_findings

from matcher.document import Edition
from matcher.errors import OutputError
from matcher.followup.check_in import Answer
from matcher.followup.search_log import Contact
from matcher.i18n import Catalogue, languages
from matcher.services.followup.check_in_sheet import check_in_sheet
from matcher.services.followup.files import (
    FILE_NAME,
    followup_document,
    followup_pdf,
    write_followup,
)
from matcher.services.followup.search_sheet import search_sheet
from matcher.services.followup.talks_sheet import MetPerson, talks_sheet

_LARGE = Edition(is_large=True, is_airy=True)


def _text(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("edition", [Edition(), _LARGE], ids=["usual", "large"])
@pytest.mark.parametrize("language", languages())
def test_month_when_printed_then_it_can_be_read_aloud_and_is_the_same_again(
    language: str, edition: Edition, tmp_path: Path
) -> None:
    document = whole_month(Catalogue(language, "us"))
    data = followup_pdf(document, paper="A4", edition=edition)
    path = write_followup(tmp_path, data)

    assert path.name == FILE_NAME == "my-notes.pdf"
    assert path.stat().st_mode & 0o077 == 0
    assert accessibility_findings(path) == []
    assert data == followup_pdf(document, paper="A4", edition=edition)
    for sheet in document.sheets:
        assert sheet.title in _text(data)


def test_document_when_made_then_neither_title_nor_what_is_set_in_it_tells_of_anybody() -> None:
    data = followup_pdf(whole_month(Catalogue("en")), paper="Letter", edition=Edition())
    about = pypdf.PdfReader(io.BytesIO(data)).metadata

    assert about is not None
    assert about.title == "My notes"
    assert not about.author
    assert not about.subject


def test_people_when_invented_then_each_foot_says_so() -> None:
    words = Catalogue("en")
    sheets = (search_sheet(search_log(), TODAY, words),)

    assert "Invented people" in followup_document(sheets, words, is_sample=True).sheets[0].footer
    assert "Invented people" not in followup_document(sheets, words).sheets[0].footer


@pytest.mark.parametrize("words", ["long " * 900, "W" * 4000, "\u05d0\u4e2d\u0644 \n\t\x00"])
def test_words_when_long_or_strange_then_they_are_printed_all_the_same(words: str) -> None:
    catalogue = Catalogue("en")
    log, (before, now), (ana, ben) = search_log(), check_ins(), talks()
    one = replace(log.people[0], note=words, contacts=(Contact(TODAY, line=words),))
    note = replace(ana.notes[0], line=words)
    ana = ana.with_note(note).with_impression("how_it_felt", words)
    met = [MetPerson(talk, profiles()[talk.profile_id]) for talk in (ana, ben)]
    now = replace(now.with_answer(Answer("heard", line=words)), outside=words, name=words)
    sheets = (
        search_sheet(log.with_candidate(one), TODAY, catalogue),
        talks_sheet(met, (), TODAY, catalogue),
        check_in_sheet(now, before, catalogue, words),
    )

    data = followup_pdf(followup_document(sheets, catalogue), paper="A4", edition=_LARGE)

    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) >= 3


def test_file_when_something_else_is_in_its_place_then_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError):
        write_followup(tmp_path / FILE_NAME, b"%PDF-1.4")
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "mine"
