"""A messy clinic's own list: what is readable ends in the right place, and nothing goes wrong
without a word."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from support.importing import OPTIONS, keys, say_all, statements
from support.messy_clinic import HEADERS, MessyClinic, MessyRow, Truth, messy_clinic

from matcher.directory.field import UNSORTED
from matcher.importers.foreign_text import clean_text
from matcher.importers.mapped_table import read_mapped
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.importers.row import Row
from matcher.services.intake.mapping import MappingDraft, change_column, suggest_mapping
from matcher.services.intake.mapping_choice import with_accepted_column, with_term

LEAST_SHARE = 0.95
ENCODINGS = {"utf-8": "utf-8-sig", "latin-1": "cp1252", "utf-16": "utf-16"}


@dataclass(slots=True)
class Count:
    """What became of the cells."""

    readable: int = 0
    right: int = 0
    as_text: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def _saved(clinic: MessyClinic, folder: Path, form: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"list.{'xlsx' if form == 'xlsx' else 'csv'}"
    if form == "xlsx":
        clinic.save_xlsx(path)
    else:
        path.write_bytes(clinic.csv(ENCODINGS[form], ";" if form == "latin-1" else ","))
    return path


def _with_columns(path: Path) -> MappingDraft:
    """Return the suggestions, with the columns found by likeness accepted."""
    draft = suggest_mapping(path)
    for place, column in enumerate(draft.columns):
        if column.is_unsettled and column.field:
            draft = with_accepted_column(draft, place)
    return draft


def _accepted(path: Path) -> ListMapping:
    """Return the suggestions, all accepted; the one question answered is the one on commas."""
    draft = _with_columns(path)
    for place, column in enumerate(draft.columns):
        if "finding.draft.commas" in {question.key for question in column.questions}:
            decided = ColumnMapping(column.header, column.field, split=",")
            draft = change_column(draft, place, decided, {})
        for term in draft.columns[place].open_terms:
            if term.token:
                draft = with_term(draft, place, term.text, term.token)
    return draft.mapping()


def _is_right(truth: Truth, row: Row) -> bool:
    statement = row.statement
    assert statement is not None
    if truth.column == "Last updated":
        return statement.confirmed_on == truth.fields["confirmed_on"]
    return all(
        _sorted(statement.values.get(name)) == _sorted(value)
        for name, value in truth.fields.items()
    )


def _sorted(value: object) -> object:
    return sorted(value, key=str) if isinstance(value, tuple) else value or None


def _is_told(truth: Truth, row: Row) -> bool:
    fields = {*truth.fields} | ({"postcode"} if "country" in truth.fields else set())
    return any(finding.field in fields for finding in row.findings)


def _is_kept(cell: str, row: Row) -> bool:
    """Tell whether a cell, or an entry of it, stays as text."""
    assert row.statement is not None
    lines = str(row.statement.values.get(UNSORTED) or "").splitlines()
    whole = {line.partition(": ")[2] for line in lines}
    kept = whole | {words for each in whole for words in each.split("; ")}
    entries = filter(None, map(str.strip, re.split("[;|\n]", cell)))
    return not kept.isdisjoint((clean_text(cell), *entries))


def _judge(count: Count, line: MessyRow, row: Row) -> None:
    for truth in line.truths:
        right = _is_right(truth, row)
        told = _is_told(truth, row)
        count.readable += truth.is_readable
        count.right += right and truth.is_readable
        if not right:
            count.wrong[truth.column] += 1
        if right and not truth.has_rest:
            continue
        cell = line.cells[HEADERS.index(truth.column)]
        kept = _is_kept(cell, row)
        count.as_text += kept
        if not told:
            count.silent.append(f"row {row.number}, {truth.column}: {cell!r}")
        if not kept:
            count.lost.append(f"row {row.number}, {truth.column}: {cell!r}")


@pytest.mark.parametrize("form", [*ENCODINGS, "xlsx"])
@pytest.mark.parametrize("mixed", [False, True], ids=["dates-alike", "dates-mixed"])
def test_messy_list_when_suggestions_are_accepted_then_cells_end_where_they_belong(
    form: str, mixed: bool, tmp_path: Path
) -> None:
    clinic = messy_clinic(mixed_dates=mixed)
    path = _saved(clinic, tmp_path, form)

    rows = [*read_mapped(path, _accepted(path), OPTIONS)]
    say_all(rows)

    people = [row for row in rows if not row.is_about_file]
    count = Count()
    assert len(people) == len(clinic.rows)
    for line, row in zip(clinic.rows, people, strict=True):
        assert not row.is_skipped
        _judge(count, line, row)
    assert keys(people).count("finding.mapped.alike") == sum(
        line.is_repeated for line in clinic.rows
    )
    share = count.right / count.readable
    print(
        f"\n{form}: {share:.1%} of {count.readable} readable cells right; "
        f"{count.as_text} of all stay as text in whole or in part; wrong: {count.wrong}"
    )
    assert share >= LEAST_SHARE
    assert count.silent == []
    assert count.lost == []


def test_messy_list_when_no_question_is_answered_then_nothing_goes_wrong_without_a_word(
    tmp_path: Path,
) -> None:
    clinic = messy_clinic()
    path = _saved(clinic, tmp_path, "utf-8")

    rows = [*read_mapped(path, _with_columns(path).mapping(), OPTIONS)]

    count = Count()
    people = [row for row in rows if not row.is_about_file]
    for line, row in zip(clinic.rows, people, strict=True):
        _judge(count, line, row)
    assert count.silent == []


def test_messy_list_when_read_from_each_copy_then_the_statements_are_the_same(
    tmp_path: Path,
) -> None:
    clinic = messy_clinic(rows=40)
    paths = [_saved(clinic, tmp_path / form, form) for form in (*ENCODINGS, "xlsx")]

    first, *others = [
        [
            replace(each, made=None)
            for each in statements(read_mapped(path, _accepted(path), OPTIONS))
        ]
        for path in paths  # which line a row stands on differs
    ]

    assert all(other == first for other in others)
