import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.column import make_room
from ui.widgets.document_table import DocumentTable
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text import Text

_HEADINGS = ("Wish", "You say", "Value")
_ROWS = (("Times", "Monday evenings", "500"), ("", "Any", "1,000"), ("Money", "Up to $80", "0"))


def _say_cell(heading: str, cell: str) -> str:
    return f"{heading}: {cell}"


@pytest.fixture
def area(qtbot: QtBot) -> ScrollArea:
    """Give a table in what it scrolls in, as on a page."""
    table = DocumentTable(_HEADINGS, _ROWS, _say_cell)
    while not table.is_complete:
        table.add_rows(2)
    area = ScrollArea("scroll", table)
    qtbot.addWidget(area)
    show(area, 600)
    settle()
    return area


@pytest.fixture
def table(area: ScrollArea) -> DocumentTable:
    table = area.findChild(DocumentTable)
    assert table is not None
    return table


def _resize(table: DocumentTable, width: int) -> None:
    table.window().resize(width, 800)
    settle()


def _said(table: DocumentTable) -> list[str]:
    return [text.plain for text in table.findChildren(Text) if text.isVisible() and text.plain]


def test_table_when_a_screen_reader_asks_then_each_row_says_what_it_is_about(
    table: DocumentTable,
) -> None:
    assert table.spoken == (
        "Wish: Times. You say: Monday evenings. Value: 500",
        "Wish: Times. You say: Any. Value: 1,000",
        "Wish: Money. You say: Up to $80. Value: 0",
    )


def test_table_when_there_is_room_then_cells_stand_below_their_headings(
    table: DocumentTable,
) -> None:
    assert not table.is_stacked
    assert _said(table)[:6] == [*_HEADINGS, "Times", "Monday evenings", "500"]
    columns = [[text for text in table.findChildren(Text) if text.plain in cells] for cells in (
        ("You say", "Monday evenings", "Any", "Up to $80"),
        ("Value", "500", "1,000", "0"),
    )]  # fmt: skip
    for column in columns:
        assert len({text.mapTo(table, text.rect().topLeft()).x() for text in column}) == 1
    assert all(text.alignment() & Qt.AlignmentFlag.AlignTrailing for text in columns[1])


@pytest.mark.parametrize("width", [150, 180, 240])
def test_table_when_it_is_narrow_then_cells_stand_below_each_other_uncut(
    table: DocumentTable, width: int
) -> None:
    _resize(table, width)

    assert table.is_stacked
    assert _said(table) == [
        "Times", "You say: Monday evenings", "Value: 500",
        "You say: Any", "Value: 1,000",
        "Money", "You say: Up to $80", "Value: 0",
    ]  # fmt: skip
    for text in table.findChildren(Text):
        assert text.isHidden() or text.height() >= text.heightForWidth(text.width())


def test_table_when_it_is_wide_again_then_headings_come_back(table: DocumentTable) -> None:
    _resize(table, 140)
    _resize(table, 600)

    assert not table.is_stacked
    assert _said(table)[:4] == [*_HEADINGS, "Times"]


def test_table_when_the_first_rows_come_after_it_was_laid_out_then_they_are_seen(
    qtbot: QtBot,
) -> None:
    table = DocumentTable(_HEADINGS, _ROWS, _say_cell)
    area = ScrollArea("scroll", table)
    qtbot.addWidget(area)
    show(area, 600)
    settle()

    make_room(table, *table.add_rows(3))
    settle()

    said = [text.plain for text in table.findChildren(Text) if text.isVisibleTo(table)]
    assert "Monday evenings" in said
