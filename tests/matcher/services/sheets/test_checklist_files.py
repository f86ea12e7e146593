"""The sheets as files: each form, where they go, and what may be in the way."""

import errno
import os
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.checklist.part import PartId
from matcher.document import Edition
from matcher.errors import OutputError
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Response, State
from matcher.region import Paper
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import ChecklistOptions
from matcher.services.sheets.checklist_files import (
    FILE_NAME,
    SHARED_FILE_NAME,
    make_checklist,
    make_edition,
    place_for_sheets,
    write_checklist,
    write_sheets,
)
from matcher.services.sheets.sheet_form import Form

_ENGLISH = Catalogue("en")


def _match() -> Match:
    profiles = [
        make_profile(f"p-{n}", name=f"Person {n}", accepting="yes", register="Example register")
        for n in range(5)
    ]
    answers = make_answers(
        {"style_feelings": Response(state=State.NOT_SURE)}, style_steer=-2, goals="in_writing"
    )
    return match(MemoryDirectory(profiles), answers, seed=7)


def test_make_checklist_when_made_twice_then_equal_bytes() -> None:
    first, second = (make_checklist(_match(), ["p-0", "p-1"], _ENGLISH) for _ in range(2))

    assert first == second
    assert first.startswith(b"%PDF-")


def test_write_sheets_when_a_folder_is_named_then_the_file_has_a_neutral_name(
    tmp_path: Path,
) -> None:
    written = write_sheets(tmp_path, b"sheets")

    assert written == tmp_path / FILE_NAME
    assert written.read_bytes() == b"sheets"
    assert [*tmp_path.iterdir()] == [written]


def test_write_sheets_when_the_folder_is_missing_then_it_says_which(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised:
        write_sheets(tmp_path / "no" / "file.pdf", b"sheets")

    (message,) = raised.value.messages
    assert message.key == "error.output.no_folder"
    assert str(tmp_path / "no") in _ENGLISH.render(message)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.EACCES, "read_only"),
        (errno.EROFS, "read_only"),
        (errno.ENOSPC, "full"),
        (errno.EIO, "failed"),
    ],
)
def test_write_sheets_when_writing_fails_then_the_old_file_is_whole_and_nothing_is_left(
    number: int, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.pdf"
    old = make_checklist(_match(), ["p-0"], _ENGLISH)
    target.write_bytes(old)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError) as raised:
        write_sheets(target, b"%PDF-new")

    (message,) = raised.value.messages
    assert message.key == f"error.output.{key}"
    assert str(target) in _ENGLISH.render(message)
    assert target.read_bytes() == old
    assert [*tmp_path.iterdir()] == [target]


def test_write_sheets_when_a_link_is_named_then_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "file.pdf").write_bytes(make_checklist(_match(), ["p-0"], _ENGLISH))
    (tmp_path / "link.pdf").symlink_to("file.pdf")

    write_sheets(tmp_path / "link.pdf", b"%PDF-new")

    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "file.pdf").read_bytes() == b"%PDF-new"


def test_write_sheets_when_a_pipe_is_named_then_it_takes_the_bytes_and_stays_a_pipe(
    tmp_path: Path,
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    write_sheets(pipe, b"sheets")

    assert os.read(reader, 100) == b"sheets"
    assert pipe.is_fifo()
    os.close(reader)


def test_write_sheets_when_the_name_is_too_long_then_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised:
        write_sheets(tmp_path / ("n" * 300), b"sheets")

    assert raised.value.messages[0].key == "error.output.long_name"


def _pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "edition",
    [
        pytest.param(Edition(), id="usual"),
        pytest.param(Edition(is_large=True, is_airy=True), id="large and airy"),
    ],
)
def test_make_checklist_when_one_sheet_then_questions_stand_on_its_two_sides(
    edition: Edition, language: str, paper: Paper
) -> None:
    options = ChecklistOptions(
        parts=(PartId.TAKE_IN,), paper=paper, edition=edition, is_one_sheet=True
    )

    pages = _pages(make_checklist(_match(), ["p-0"], Catalogue(language), options))

    assert len(pages) == 2
    assert "?" in pages[0]
    assert "?" in pages[1]


def test_make_checklist_when_large_then_the_file_is_set_in_18_points() -> None:
    options = ChecklistOptions(parts=(PartId.TAKE_IN,), edition=Edition(is_large=True))
    sizes: set[float] = set()

    page = PdfReader(BytesIO(make_checklist(_match(), ["p-0"], _ENGLISH, options))).pages[0]
    page.extract_text(visitor_text=lambda _text, _cm, _tm, _font, size: sizes.add(size))

    assert 18 in sizes
    assert 13 not in sizes


def test_make_checklist_when_fillable_then_the_file_has_fields() -> None:
    usual, fillable = (
        PdfReader(
            BytesIO(make_checklist(_match(), ["p-0"], _ENGLISH, ChecklistOptions(is_fillable=each)))
        )
        for each in (False, True)
    )

    assert "/AcroForm" not in usual.root_object
    assert "/AcroForm" in fillable.root_object


@pytest.mark.parametrize("form", ["html", "txt"])
def test_make_edition_when_it_has_no_pages_then_one_sheet_of_paper_cuts_nothing(form: Form) -> None:
    usual = make_edition(_match(), ["p-0"], _ENGLISH, form=form)

    one_sheet = make_edition(_match(), ["p-0"], _ENGLISH, ChecklistOptions(is_one_sheet=True), form)

    assert one_sheet == usual


@pytest.mark.parametrize("is_large", [False, True])
def test_make_checklist_when_own_words_are_very_long_then_they_are_whole(is_large: bool) -> None:
    wrote = "May I bring my dog and sit near the door, please? " * 80
    options = ChecklistOptions(
        own={"p-0": [wrote]}, parts=(PartId.TAKE_IN,), edition=Edition(is_large=is_large)
    )

    made = make_checklist(_match(), ["p-0"], _ENGLISH, options)

    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    assert text.replace("\n", " ").count(" dog ") == 80


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("txt", b"First visit")]
)
def test_make_edition_when_a_form_is_named_then_it_has_it_and_the_same_words(
    form: Form, begins: bytes, tmp_path: Path
) -> None:
    data = make_edition(_match(), ["p-0"], _ENGLISH, form=form)

    written = write_sheets(tmp_path, data, form)

    assert data.startswith(begins)
    assert written.name == f"first-visit-notes.{form}"
    assert written.stat().st_mode & 0o777 == 0o600
    assert form == "pdf" or "What I’d like to ask" in data.decode()
    assert make_edition(_match(), ["p-0"], _ENGLISH, form=form) == data


@pytest.mark.parametrize("form", ["pdf", "html", "txt"])
def test_write_sheets_when_another_kind_of_file_is_there_then_it_stays(
    form: Form, tmp_path: Path
) -> None:
    target = tmp_path / "answers.json"
    target.write_text("{}", encoding="utf-8")

    with pytest.raises(OutputError) as raised:
        write_sheets(target, make_edition(_match(), ["p-0"], _ENGLISH, form=form), form)

    assert raised.value.messages[0].key == "error.output.other_file"
    assert target.read_text(encoding="utf-8") == "{}"


def test_write_sheets_when_a_plain_pdf_is_written_again_then_it_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "sheets.pdf"
    for profile_id in ("p-0", "p-1"):
        write_sheets(target, make_checklist(_match(), [profile_id], _ENGLISH))

    assert target.read_bytes() == make_checklist(_match(), ["p-1"], _ENGLISH)


@pytest.mark.parametrize("form", ["html", "txt"])
def test_write_sheets_when_notes_may_be_in_them_then_the_newer_ones_get_another_name(
    form: Form, tmp_path: Path
) -> None:
    data = make_edition(_match(), ["p-0"], _ENGLISH, form=form)
    noted = data + b"my notes"
    first = write_sheets(tmp_path, data, form)
    first.write_bytes(noted)

    second = write_sheets(tmp_path, data, form)
    with pytest.raises(OutputError) as raised:
        write_sheets(first, data, form)

    assert second.name == f"first-visit-notes-2.{form}"
    assert raised.value.messages[0].key == "error.output.there_already"
    assert first.read_bytes() == noted


@pytest.mark.parametrize("form", ["pdf", "html", "txt"])
def test_write_sheets_when_a_copy_to_share_then_no_other_sheets_take_its_place(
    form: Form, tmp_path: Path
) -> None:
    data = make_edition(_match(), ["p-0"], _ENGLISH, form=form)

    names = [
        write_sheets(tmp_path, data, form, is_share_copy=is_share_copy).name
        for is_share_copy in (True, False)
    ]

    assert names == [f"first-visit-notes-to-share.{form}", f"first-visit-notes.{form}"]
    assert SHARED_FILE_NAME == "first-visit-notes-to-share.pdf"


def test_write_checklist_when_a_copy_to_share_then_its_name_says_so(tmp_path: Path) -> None:
    written = write_checklist(_match(), ["p-0"], tmp_path, ChecklistOptions(is_share_copy=True))

    assert written.name == SHARED_FILE_NAME


@pytest.mark.parametrize("name", ["a.docx", "a.xhtml", ".odt"])
def test_write_checklist_when_no_form_has_the_ending_then_it_says_which_have(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(OutputError) as raised:
        write_checklist(_match(), ["p-0"], tmp_path / name)

    (message,) = raised.value.messages
    assert message.key == "error.output.other_ending"
    assert message.params["right"] == ".pdf, .html, .htm, .txt"
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(("name", "begins"), [("a.html", b"<!DOCTYPE"), ("a.txt", b"First")])
def test_write_checklist_when_the_name_ends_as_a_form_does_then_it_is_that(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    written = write_checklist(_match(), ["p-0"], tmp_path / name)

    assert written.read_bytes().startswith(begins)


def test_place_for_sheets_when_it_is_free_then_nothing_is_written(tmp_path: Path) -> None:
    assert place_for_sheets(tmp_path) == tmp_path / FILE_NAME
    assert not [*tmp_path.iterdir()]
