"""Mappings kept for lists with the same columns, and the words that were accepted."""

import json
from pathlib import Path

import pytest
from support.importing import write

from matcher.importers.mapping import LEAVE_OUT, ColumnMapping, ListMapping
from matcher.services.intake.mapping_book import MappingBook

MAPPING = ListMapping(
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
    book.keep(ListMapping((ColumnMapping("X", "payers", terms=terms),)))

    assert book.known() == {"issues": {"wellness": "worry"}, "payers": {"blue": "blue"}}


def test_words_when_a_plain_yes_or_no_then_they_mean_something_else_in_the_next_list(
    book: MappingBook,
) -> None:
    terms = {"yes": "yes", "No": "no", "Fulll": "no"}
    book.keep(ListMapping((ColumnMapping("Room?", "accepting", terms=terms),)))

    assert book.known() == {"accepting": {"fulll": "no"}}


@pytest.mark.parametrize(
    ("header", "field", "terms"),
    [
        ("Video (Y/N)", "formats", {"on request": "video", "limited": "video"}),
        ("Online", "formats", {"yes": "video", "No": "video:no", "on request": "video"}),
        ("Blue Plan", "payers", {"Y": "blue_plan", "most of it": "blue_plan"}),
    ],
)
def test_words_when_of_a_column_for_one_thing_then_they_are_not_for_other_columns(
    header: str, field: str, terms: dict[str, str], book: MappingBook
) -> None:
    beside = ColumnMapping("Ways", field, terms={"Odd word": next(iter(terms.values()))})
    book.keep(ListMapping((ColumnMapping(header, field, terms=terms), beside)))

    assert book.known() == {field: {"oddword": beside.terms["Odd word"]}}


def test_words_when_bare_signs_or_numbers_then_nothing_is_kept_for_the_next_list(
    book: MappingBook,
) -> None:
    book.folder.mkdir(parents=True)
    old = {"": "13-17", "18": "13-17", "+": "13-17", "teenz": "13-17"}
    terms = book.folder / "terms.json"
    written = {"format": "rapport-terms/1", "terms": {"age_bands": old}}
    terms.write_text(json.dumps(written, indent=2))
    assert book.known() == {"age_bands": {"teenz": "13-17"}}

    said = {"●": "6-12", "<18": "13-17", ">18": "18-25", "21": "18-25"}
    book.keep(ListMapping((ColumnMapping("Ages", "age_groups", terms=said),)))

    assert book.known() == {"age_bands": {"<18": "13-17", ">18": "18-25", "teenz": "13-17"}}
    assert {*json.loads(terms.read_text())["terms"]["age_bands"]} == {"<18", ">18", "teenz"}


@pytest.mark.parametrize("token", ["low_mood", LEAVE_OUT])
def test_words_when_one_mapping_says_two_things_of_them_then_neither_is_remembered(
    token: str, book: MappingBook
) -> None:
    book.keep(MAPPING)
    first = ColumnMapping("A", "issues", terms={"Wellness": "worry"})
    second = ColumnMapping("B", "issues", terms={"Wellness!": token, "Panik": "panic"})

    book.keep(ListMapping((first, second)))

    assert book.known() == {"issues": {"panik": "panic"}}


def test_book_when_empty_or_damaged_then_it_knows_nothing(
    book: MappingBook, tmp_path: Path
) -> None:
    assert (book.find(tmp_path / "none.csv"), book.known()) == (None, {})

    book.keep(MAPPING)
    for file in book.folder.iterdir():
        file.write_text("{")

    assert (book.find(write(tmp_path, "Who,Areas\nAna,\n")), book.known()) == (None, {})
    assert book.find(tmp_path / "none.csv") is None
