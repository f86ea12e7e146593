import pytest
from pytestqt.qtbot import QtBot
from support.window import english, show

from matcher.directory.validation import Finding, Severity
from matcher.errors import Message
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.services.intake.field_words import FieldWords
from matcher.services.intake.finding_list import grouped
from ui.staff.finding_fold import FindingFold
from ui.widgets.text import Text


@pytest.fixture
def fold(qtbot: QtBot) -> FindingFold:
    made = FindingFold("group", english())
    qtbot.addWidget(made)
    show(made)
    return made


def _findings(count: int, field: str = "issues") -> list[Finding]:
    return [
        Finding(Severity.ERROR, Message("finding.mapped.term", text=f"Word {n}"), field, n + 2)
        for n in range(count)
    ]


def test_group_when_shown_then_it_says_where_and_one_example(fold: FindingFold) -> None:
    (group,) = grouped(_findings(10_000))

    fold.show_group(group)

    assert fold.heading.plain == "What they help with: not taken over as it stands"
    assert fold.example.plain.startswith("For example: “Word 0” is not on the list")
    assert fold.fold.line.text() == "See all 10,000 places"
    assert fold.rows.rows == []


def test_group_when_opened_then_a_page_of_its_rows_is_made(fold: FindingFold) -> None:
    (group,) = grouped(_findings(10_000))
    fold.show_group(group)

    fold.fold.line.click()

    assert len(fold.rows.rows) == 10
    row = fold.rows.rows[0]
    assert isinstance(row, Text)
    assert row.plain.startswith("Row 2: “Word 0”")


def test_group_when_there_is_one_finding_then_it_stands_there_with_its_row(
    fold: FindingFold,
) -> None:
    (group,) = grouped(_findings(1, field=""))

    fold.show_group(group)

    assert fold.heading.plain == "Whole rows: not taken over as it stands"
    assert fold.example.plain.startswith("Row 2: “Word 0”")
    assert fold.fold.isHidden()


def test_group_when_of_a_list_of_ones_own_then_it_names_its_column(fold: FindingFold) -> None:
    (group,) = grouped(_findings(1))
    mapping = ListMapping((ColumnMapping("Helps with", "issues"),))

    fold.show_group(group, FieldWords(english().catalogue, mapping))

    assert fold.heading.plain == "What they help with (“Helps with”): not taken over as it stands"


def test_group_when_about_the_file_then_it_says_so(fold: FindingFold) -> None:
    note = Finding(Severity.NOTE, Message("finding.file.hidden"))

    fold.show_group(grouped([note])[0])

    assert fold.heading.plain == "The file: good to know"
    assert "hidden" in fold.example.plain
