"""Mappings kept for lists with the same columns, and the words that were accepted."""

from pathlib import Path

import pytest
from support.importing import write

from matcher.importers.mapping import LEAVE_OUT, ColumnMapping, Mapping
from matcher.services.intake.mapping_book import MappingBook

MAPPING = Mapping(
    (
        ColumnMapping("Who", "name"),
        ColumnMapping("Areas", "issues", terms={"Wellness": "worry", "Blue": ""}),
    )
)


@pytest.fixture
def book(tmp_path: Path) -> MappingBook:
    return MappingBook(tmp_path / "data" / "mappings")


def test_mapping_when_kept_then_it_is_found_by_the_headers(
    book: MappingBook, tmp_path: Path
) -> None:
    book.keep(MAPPING)

    assert book.find(write(tmp_path, "WHO,areas\nAna,Wellness\n")) == MAPPING
    assert book.find(write(tmp_path, "areas,who\nWellness,Ana\n")) is None


def test_words_when_accepted_then_they_are_remembered_and_those_left_open_are_not(
    book: MappingBook,
) -> None:
    book.keep(MAPPING)
    terms = {"Blue": "blue", "Odd": LEAVE_OUT}
    book.keep(Mapping((ColumnMapping("X", "payers", terms=terms),)))

    assert book.known() == {"issues": {"wellness": "worry"}, "payers": {"blue": "blue"}}


def test_words_when_a_plain_yes_or_no_then_they_mean_something_else_in_the_next_list(
    book: MappingBook,
) -> None:
    terms = {"yes": "video", "No": "video:no", "Zooom": "video"}
    book.keep(Mapping((ColumnMapping("Video", "formats", terms=terms),)))

    assert book.known() == {"formats": {"zooom": "video"}}


def test_book_when_empty_or_damaged_then_it_knows_nothing(
    book: MappingBook, tmp_path: Path
) -> None:
    assert (book.find(tmp_path / "none.csv"), book.known()) == (None, {})

    book.keep(MAPPING)
    for file in book.folder.iterdir():
        file.write_text("{")

    assert (book.find(write(tmp_path, "Who,Areas\nAna,\n")), book.known()) == (None, {})
    assert book.find(tmp_path / "none.csv") is None
