from collections.abc import Iterator

import pytest

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.validation import Finding, Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.portion import FINDINGS_ALIKE, Portion, in_portions
from matcher.importers.row import Row


def _finding(number: int, key: str = "finding.row.empty") -> Finding:
    return Finding(Severity.NOTE, Message(key), row=number, file="list.csv")


def _skipped(number: int) -> Row:
    return Row(number, None, (_finding(number),))


def _stated(number: int) -> Row:
    return Row(number, Statement(f"p-{number}", Source.CLINIC, None, {}))


def _until_it_breaks(*rows: Row) -> Iterator[Row]:
    yield from rows
    raise ImportFileError(Message("error.import.missing", file="list.csv"))


def test_rows_when_gathered_then_remarks_on_the_file_are_no_rows() -> None:
    remark = Row(0, None, (_finding(0),))

    (portion,) = in_portions([remark, _stated(2), _skipped(3)])

    assert (portion.rows, portion.skipped) == (2, 1)
    assert [statement.profile_id for statement in portion.statements] == ["p-2"]
    assert [finding.row for finding in portion.findings] == [0, 3]


def test_rows_when_there_are_many_then_no_portion_is_large_and_nothing_is_lost() -> None:
    rows = [_stated(number) if number % 3 else _skipped(number) for number in range(1, 2001)]

    portions = [*in_portions(rows)]

    assert max(portion.rows for portion in portions) <= 250
    assert sum(portion.rows for portion in portions) == 2000
    assert sum(portion.skipped for portion in portions) == 666
    stated = [each.profile_id for portion in portions for each in portion.statements]
    assert stated == [row.statement.profile_id for row in rows if row.statement]


def test_rows_when_nothing_comes_then_there_is_one_empty_portion() -> None:
    assert [*in_portions([])] == [Portion()]


def test_findings_when_too_many_are_alike_then_the_last_portion_counts_the_rest() -> None:
    rows = [_skipped(number) for number in range(1, FINDINGS_ALIKE + 6)]

    findings = [each for portion in in_portions(rows) for each in portion.findings]

    assert len(findings) == FINDINGS_ALIKE + 1
    assert findings[-1].row is None
    assert findings[-1].message == Message(
        "finding.more_alike", n=5, latest=Message("finding.row.empty")
    )


def test_findings_when_just_enough_are_alike_then_none_is_counted() -> None:
    rows = [_skipped(number) for number in range(1, FINDINGS_ALIKE + 1)]

    assert sum(len(portion.findings) for portion in in_portions(rows)) == FINDINGS_ALIKE


def test_rows_when_the_file_breaks_off_then_what_came_before_is_given_first() -> None:
    portions = in_portions(_until_it_breaks(_stated(2), _skipped(3)))

    assert next(portions).rows == 2
    with pytest.raises(ImportFileError):
        next(portions)


def test_people_when_they_are_no_longer_active_then_each_portion_names_its_own() -> None:
    rows = [Row(number, None, gone=(f"npi-{number}",)) for number in range(1, 301)]

    portions = [*in_portions(rows)]

    assert [len(portion.gone) for portion in portions] == [250, 50]
    assert sum((portion.gone for portion in portions), ()) == sum((r.gone for r in rows), ())
