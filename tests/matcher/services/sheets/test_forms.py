"""Forms as files: printed, tagged, private, and never over somebody's work."""

import stat
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from matcher.errors import OutputError
from matcher.i18n import Catalogue
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.response import Response, ResponseSet
from matcher.services.sheets.forms import (
    FILE_NAME,
    place_for_answers,
    write_blank,
    write_blank_questionnaire,
    write_profile_csv,
    write_profile_form,
    write_typed_answers,
)

_TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("is_full", [False, True], ids=["express", "full"])
def test_questionnaire_when_written_then_it_is_a_tagged_pdf_in_its_language(
    tmp_path: Path, language: str, is_full: bool
) -> None:
    words = Catalogue(language, "us")
    path = write_blank_questionnaire(tmp_path / "q.pdf", words, is_full=is_full)

    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title) == words.text(
            "form.title.full" if is_full else "form.title.express"
        )
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert words.text("item.participants.heading") in text


def test_questionnaire_when_written_twice_then_the_bytes_are_equal(tmp_path: Path) -> None:
    first, second = (
        write_blank_questionnaire(tmp_path / name, Catalogue()) for name in ("1.pdf", "2.pdf")
    )

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("region", "paper", "width"),
    [("us", None, 612), ("de", None, 595), ("us", "A4", 595), ("de", "Letter", 612)],
)
def test_paper_when_left_out_then_it_is_the_regions(
    tmp_path: Path, region: str, paper: str | None, width: int
) -> None:
    path = write_profile_form(tmp_path, Catalogue("en", region), paper=paper)  # type: ignore[arg-type]

    page = PdfReader(BytesIO(path.read_bytes())).pages[0]
    assert path.name == "profile-form.pdf"
    assert int(page.mediabox.width) == width


def test_questionnaire_when_its_name_says_another_kind_then_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised:
        write_blank(tmp_path / "q.txt", b"%PDF-")

    assert raised.value.messages[0].key == "error.output.other_ending"
    assert write_blank(tmp_path, b"%PDF-").name == FILE_NAME


def test_questionnaire_when_printed_then_no_text_is_smaller_than_eleven_points(
    tmp_path: Path,
) -> None:
    path = write_blank_questionnaire(tmp_path / "q.pdf", Catalogue())
    small: set[str] = set()

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip() and size * matrix[3] < 11:
            small.add(text.strip())

    for page in PdfReader(path).pages:
        page.extract_text(visitor_text=visit)

    footers = {text for text in small if text.startswith(("My questions", "Page"))}
    assert footers, "the foot of a page is smaller, and would be found"
    assert small == footers


def test_answers_when_written_then_only_their_owner_may_read_them(tmp_path: Path) -> None:
    answers = ResponseSet("preferences/1", responses={"participants": Response("me")})
    path = write_typed_answers(tmp_path / "a.json", answers)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_answers(path).value("participants") == "me"


def test_answers_when_another_file_is_there_then_it_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "directory.db"
    other.write_bytes(b"SQLite format 3\0")

    with pytest.raises(OutputError):
        write_typed_answers(other, ResponseSet("preferences/1"))
    assert other.read_bytes() == b"SQLite format 3\0"


def test_answers_when_those_of_somebody_else_are_there_then_they_stay(tmp_path: Path) -> None:
    first = write_typed_answers(tmp_path / "k.json", ResponseSet("preferences/1"))
    before = first.read_bytes()
    other = ResponseSet("preferences/1", responses={"participants": Response("me")})

    for write in (lambda: place_for_answers(first), lambda: write_typed_answers(first, other)):
        with pytest.raises(OutputError) as raised:
            write()
        assert raised.value.messages[0].key == "error.output.there_already"
    assert first.read_bytes() == before


def test_profile_csv_when_written_then_its_codes_stand_beside_it(tmp_path: Path) -> None:
    written, codes = write_profile_csv(tmp_path / "list.csv", Catalogue(), _TODAY)

    assert (written.name, codes.name) == ("list.csv", "list-codes.csv")
    assert codes.read_text(encoding="utf-8-sig").startswith("column,code,")


@pytest.mark.parametrize(
    ("name", "there", "key"),
    [
        pytest.param("list.csv", "id,published\np-1,yes\n", "other_file", id="foreign list"),
        pytest.param("list.csv", "id,published,name\np-1,yes,A\n", "there_already", id="filled in"),
        pytest.param("list-codes.csv", "mine", "other_file", id="foreign codes"),
        pytest.param("list-codes.csv", "\ufeffcolumn,code,mine\n", "there_already", id="own codes"),
    ],
)
def test_profile_csv_when_one_of_both_is_there_then_nothing_is_written_and_nothing_lost(
    tmp_path: Path, name: str, there: str, key: str
) -> None:
    (tmp_path / name).write_text(there, encoding="utf-8")

    with pytest.raises(OutputError) as raised:
        write_profile_csv(tmp_path / "list.csv", Catalogue(), _TODAY)

    assert raised.value.messages[0].key == f"error.output.{key}"
    assert (tmp_path / name).read_text(encoding="utf-8") == there
    assert [*tmp_path.iterdir()] == [tmp_path / name]


def test_place_for_answers_when_there_is_no_folder_then_it_is_told_before_any_is_typed(
    tmp_path: Path,
) -> None:
    with pytest.raises(OutputError) as raised:
        place_for_answers(tmp_path / "nowhere" / "a.json")

    assert raised.value.messages[0].key == "error.output.no_folder"
