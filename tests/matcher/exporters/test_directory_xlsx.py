import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook
from support.builders import make_profile

from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile, Source
from matcher.directory.record import ProfileRecord, plain_records
from matcher.exporters.directory_xlsx import MARK, SheetWords, write_directory_xlsx

WORDS = SheetWords(
    sheet="People",
    notice="To read only",
    columns=("Id", "Shown", "Said by", "Newest"),
    field_name=lambda field: f"<{field}>",
    field_value=lambda field, fact: f"{fact.value}",
    source_name=lambda source: source.value.title(),
    is_published=lambda said: "yes" if said else "no",
)


def _book(*profiles: Profile) -> bytes:
    file = io.BytesIO()
    assert write_directory_xlsx(plain_records(profiles), file, WORDS) == len(profiles)
    return file.getvalue()


def _rows(*profiles: Profile) -> Sequence[Sequence[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(_book(*profiles)))
    assert book.sheet_names == ["People"]
    return book.get_sheet_by_index(0).to_python()


def test_sheet_when_read_then_it_says_what_it_is_for_and_names_its_columns() -> None:
    notice, header, row = _rows(make_profile("p-1", confirmed_on=date(2026, 10, 1), city="Aue"))

    assert notice[0] == "To read only"
    assert [*header] == ["Id", "Shown", *(f"<{field}>" for field in FIELDS), "Said by", "Newest"]
    found = dict(zip(header, row, strict=True))
    assert (found["Id"], found["Shown"], found["<city>"]) == ("p-1", "yes", "Aue")
    assert (found["Said by"], found["Newest"]) == ("Therapist", "2026-10-01")


def test_sheet_when_a_text_looks_like_something_else_then_it_stays_a_text() -> None:
    texts = {"name": "=1+1", "title": "https://example.org", "postcode": "02101", "city": "@x"}
    book = _book(Profile("p-1", {f: Fact(text, Source.CLINIC) for f, text in texts.items()}))

    with zipfile.ZipFile(io.BytesIO(book)) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    assert sheet.count('t="inlineStr"') == sheet.count("<t>") + sheet.count("<t ")
    (*_, row) = _rows(Profile("p-1", {f: Fact(text, Source.CLINIC) for f, text in texts.items()}))
    assert {*texts.values()} <= {*row}


def test_sheet_when_opened_then_its_head_stays_and_it_is_known_as_ours(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(_book(make_profile()))) as file:
        assert 'state="frozen"' in file.read("xl/worksheets/sheet1.xml").decode()
        assert MARK in file.read("docProps/core.xml").decode()
        assert file.testzip() is None


def test_sheet_when_a_text_is_longer_than_a_cell_then_it_is_cut() -> None:
    *_, row = _rows(make_profile("p-1", bio="x" * 40_000))

    assert max(len(str(cell)) for cell in row) == 32_767


def test_sheet_when_a_profile_is_hidden_then_it_says_so() -> None:
    *_, row = _rows(ProfileRecord(make_profile(published=False)).profile)

    assert row[1] == "no"
