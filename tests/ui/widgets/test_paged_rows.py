import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import english, show

from ui.widgets.paged_rows import PagedRows
from ui.widgets.text import Text


@pytest.fixture
def rows(qtbot: QtBot) -> PagedRows:
    def fill(row: QWidget, place: int) -> None:
        assert isinstance(row, Text)
        row.set_words(f"row {place}")

    made = PagedRows("row", english(), lambda name: Text("body", name), fill, 10)
    qtbot.addWidget(made)
    made.retranslate("Words")
    show(made)
    return made


def _seen(rows: PagedRows) -> list[str]:
    return [row.plain for row in rows.rows if isinstance(row, Text) and row.isVisible()]


def test_rows_when_few_then_all_are_seen_and_no_pager(rows: PagedRows) -> None:
    rows.set_count(3)

    assert _seen(rows) == ["row 0", "row 1", "row 2"]
    assert not rows.later.isVisible()
    assert len(rows.rows) == 3


def test_rows_when_many_then_one_page_is_made_and_turned(rows: PagedRows) -> None:
    rows.set_count(10_000)

    assert len(rows.rows) == 10
    assert rows.place.plain == "1 to 10 of 10,000"
    assert (rows.earlier.isEnabled(), rows.later.isEnabled()) == (False, True)
    rows.later.click()
    assert _seen(rows)[0] == "row 10"
    assert rows.later.accessibleName() == "Show later: Words"


def test_rows_when_turned_to_the_end_then_the_focus_stays_on_what_can_be_pressed(
    rows: PagedRows,
) -> None:
    rows.set_count(15)
    rows.later.setFocus()

    rows.later.click()

    assert _seen(rows) == [f"row {place}" for place in range(10, 15)]
    assert not rows.later.isEnabled()
    assert rows.earlier.hasFocus()


def test_rows_when_one_is_to_be_seen_then_its_page_is_shown(rows: PagedRows) -> None:
    rows.set_count(95)

    row = rows.show_place(94)

    assert isinstance(row, Text)
    assert (row.plain, rows.first) == ("row 94", 90)
    rows.set_count(12, 90)
    assert rows.first == 10
    rows.set_count(0)
    assert _seen(rows) == []
