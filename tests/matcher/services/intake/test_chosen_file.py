"""What kind of file somebody chose."""

from contextlib import closing
from pathlib import Path

import pytest
from support.importing import write
from support.table_files import write_xlsx

from matcher.errors import ImportFileError
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.importers.reading_order import read_here
from matcher.services.intake.chosen_file import (
    FileKind,
    draft_for,
    look_into,
    refuse_known_form,
)
from matcher.services.intake.importing import ImportOptions, Watch, import_into
from matcher.services.intake.mapping_book import MappingBook
from matcher.services.intake.mapping_choice import (
    decided,
    with_accepted_column,
    with_sure,
    with_term,
)
from matcher.store import Database

_NPPES = '"NPI","Entity Type Code"\n"1","1"\n'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Therapist,Specialties\nAna,Anxiety\n", FileKind.OWN_LIST),
        ("name,city\nAna,Salem\n", FileKind.OWN_LIST),
        ("id,name,city\np-1,Ana,Salem\n", FileKind.DIRECTORY),
        (_NPPES, FileKind.NATIONAL),
        ('{"resourceType": "Bundle"}', FileKind.EXCHANGE),
    ],
)
def test_file_when_looked_into_then_its_kind_is_known(
    content: str, kind: FileKind, tmp_path: Path
) -> None:
    found = look_into(write(tmp_path, content))

    assert found.kind is kind
    assert (found.look is not None) is (kind in {FileKind.OWN_LIST, FileKind.DIRECTORY})


def test_spreadsheet_when_looked_into_then_it_is_a_list(tmp_path: Path) -> None:
    found = look_into(write_xlsx(tmp_path / "list.xlsx", [("Who", "Areas"), ("Ana", "Grief")]))

    assert (found.kind, found.name) == (FileKind.OWN_LIST, "list.xlsx")


def test_folder_when_it_holds_exchange_files_then_it_may_come_in(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text("{}")

    assert look_into(tmp_path).kind is FileKind.EXCHANGE


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (None, "error.import.missing"),
        ("", "error.import.empty"),
        ("Name,DOB\nAna,1980\n", "error.import.client_list"),
        ("{}", "error.import.unknown_json"),
    ],
)
def test_file_when_it_cannot_come_in_then_a_sentence_says_why(
    content: str | None, key: str, tmp_path: Path
) -> None:
    path = tmp_path / "none.csv" if content is None else write(tmp_path, content)

    with pytest.raises(ImportFileError) as caught:
        look_into(path)

    assert caught.value.messages[0].key == key


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('{"resourceType": "Bundle"}', "error.import.known_form"),
        (_NPPES, "error.import.known_form"),
        ("[]", "error.import.unknown_json"),
    ],
)
def test_file_when_it_says_itself_what_is_in_it_then_its_columns_are_not_looked_for(
    content: str, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        refuse_known_form(write(tmp_path, content))

    assert caught.value.messages[0].key == key
    refuse_known_form(write(tmp_path, "Who,Town\nAna,Salem\n"))


def test_folder_when_it_holds_nothing_of_use_then_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        look_into(tmp_path)

    assert caught.value.messages[0].key == "error.import.folder"


def test_draft_when_the_same_headers_were_mapped_before_then_that_holds(tmp_path: Path) -> None:
    book = MappingBook(tmp_path / "mappings")
    found = look_into(write(tmp_path, "Who,Specialties\nAna,Wellness; Blue; Anxiety\n"))
    columns = (
        ColumnMapping("who", "name"),
        ColumnMapping("SPECIALTIES", "issues", ";", {"Wellness": "sleep", "Blue": ""}),
    )

    fresh, was_known = draft_for(found, "", book)
    book.keep(ListMapping(columns))
    again, is_known = draft_for(found, "", book)

    assert (was_known, is_known) == (False, True)
    assert fresh.columns[1].terms[0].token == ""
    assert [(term.text, term.token, term.how) for term in again.columns[1].terms] == [
        ("Wellness", "sleep", "known"), ("Blue", "", "chosen"), ("Anxiety", "worry", "exact"),
    ]  # fmt: skip


_SIGNS = "Name,Ages,Video sessions\nAna,<18,✓\nBo,>18,✗\nCy,<18; >18,✓\n"


def test_list_with_signs_for_words_when_brought_in_twice_then_nothing_changes(
    tmp_path: Path,
) -> None:
    book = MappingBook(tmp_path / "mappings")
    path = write(tmp_path, _SIGNS)
    first = with_sure(draft_for(look_into(path), "", book)[0])
    first = with_term(with_term(first, 1, "<18", "13-17"), 1, ">18", "18-25")
    first = with_accepted_column(first, 2)
    for sign, token in {"✓": "video", "✗": "video:no"}.items():
        first = with_term(first, 2, sign, token)
    book.keep(decided(first))

    second, is_known = draft_for(look_into(path), "", book)

    assert is_known
    assert decided(second) == decided(first)
    with closing(Database("sqlite://", create=True)) as database, database.writing() as work:
        reports = [
            import_into(
                work, [path], ImportOptions(mappings={path: decided(draft)}), Watch(), read_here
            )
            for draft in (first, second)
        ]
    assert [(each.added, each.unchanged, each.findings) for each in reports] == [
        (3, 0, ()), (0, 3, ()),
    ]  # fmt: skip


def test_sign_when_it_stood_for_a_word_then_it_is_asked_about_in_another_list(
    tmp_path: Path,
) -> None:
    book = MappingBook(tmp_path / "mappings")
    terms = {"✓": "video", "✗": "video:no", "●": "in_person"}
    book.keep(ListMapping((ColumnMapping("Video", "formats", terms=terms),)))

    found = look_into(write(tmp_path, "Name,Phone sessions\nAna,✓\nBo,✗\n"))
    draft, is_known = draft_for(found, "", book)

    assert not is_known
    assert {(term.text, term.token, term.is_open) for term in draft.columns[1].terms} == {
        ("✓", "phone", True), ("✗", "phone:no", True),
    }  # fmt: skip


def test_draft_when_another_sheet_is_wanted_then_that_one_is_looked_at(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "list.xlsx",
        [("Who", "Areas"), ("Ana", "Grief")],
        lambda book, _: book.add_worksheet("More").write_column(0, 0, ["Therapist", "Bo"]),
    )
    found = look_into(path)

    draft, _ = draft_for(found, "More", MappingBook(tmp_path / "mappings"))

    assert draft.sheets == ("People", "More")
    assert [column.header for column in draft.columns] == ["Therapist"]
