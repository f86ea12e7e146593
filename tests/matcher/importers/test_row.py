from support.importing import TODAY

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.importers.row import Row


def test_row_when_it_has_no_number_then_it_is_about_the_file_and_not_skipped() -> None:
    row = Row(0, None)

    assert row.is_about_file
    assert not row.is_skipped


def test_row_when_nothing_was_taken_over_then_it_is_skipped() -> None:
    assert Row(2, None).is_skipped
    assert not Row(2, Statement("p-1", Source.CLINIC, TODAY, {})).is_skipped
