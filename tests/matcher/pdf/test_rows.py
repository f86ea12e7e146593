"""Rows of one kind are one table, whose columns stand under each other."""

from matcher import document as content
from matcher.document import Edition
from matcher.pdf.fonts import register_fonts
from matcher.pdf.rows import RowPrinter
from matcher.pdf.styles import make_styles
from matcher.pdf.tables import LongTable
from matcher.pdf.tag import Tag
from matcher.pdf.tagged_canvas import TaggedText
from matcher.pdf.texts import Texts

register_fonts()
_SIZE = (490.0, 740.0)
_CONTRASTS = (
    content.Contrast("", ("Good",), ("Care",)),
    *(content.Contrast(f"Topic {n}", ("a", "b"), ("c",)) for n in range(30)),
)


def _rows(edition: Edition = Edition()) -> RowPrinter:  # noqa: B008 - it cannot change
    rows = RowPrinter(Texts(make_styles(edition), "(not printable)"), _SIZE)
    rows.begin_section("A heading")
    return rows


def _row(table: LongTable, number: int = 0) -> list[TaggedText]:
    """Return the first text of each cell of a row that has one."""
    cells = [cell if isinstance(cell, list | tuple) else (cell,) for cell in _cells(table, number)]
    return [cell[0] for cell in cells if isinstance(cell[0], TaggedText)]


def _cells(table: LongTable, number: int) -> list[object]:
    return [*table._cellvalues[number]]


def test_contrasts_when_they_go_on_over_a_page_then_it_says_which_column_is_which() -> None:
    for edition in (Edition(), Edition(is_large=True)):
        (table,) = _rows(edition).contrasts(_CONTRASTS, Tag("Sect"))
        table.wrap(*_SIZE)

        first, rest = table.split(*_SIZE)

        for part in (first, rest):
            assert [text.words for text in _row(part)] == ["Good", "Care"]


def test_contrasts_when_large_then_a_topic_stays_with_its_lists() -> None:
    (table,) = _rows(Edition(is_large=True)).contrasts(_CONTRASTS, Tag("Sect"))
    table.wrap(*_SIZE)

    _, rest = table.split(*_SIZE)

    (topic,) = _row(rest, 1)
    assert topic.words.startswith("Topic")


def test_fits_when_they_go_on_over_a_page_then_the_heading_is_said_again() -> None:
    fits = [content.Fit(f"Wish {n}", "Fits", ("asked", "says"), "source") for n in range(40)]
    (table,) = _rows().fits(fits, Tag("Sect"))
    table.wrap(*_SIZE)

    _, _, again, _ = table.split(*_SIZE)

    assert again.words == "A heading"
    assert again.is_decoration


def test_log_when_it_stands_below_a_table_then_its_columns_are_as_wide() -> None:
    rows, sect = _rows(), Tag("Sect")
    above = content.Table(("", "Ana", "Bo"), (("Cost", "much " * 30, "little"),))
    log = content.Table(("After", "Ana", "Bo"), (("How", "", ""),), kind="log")

    (first,) = rows.table(above, sect)
    (second,) = rows.table(log, sect)

    assert second._colWidths == first._colWidths


def test_table_when_a_word_is_long_then_its_column_is_no_narrower() -> None:
    word = "Unterhaltungselektronik"
    table = content.Table(("a", word, "b"), (("text " * 40, "x", "text " * 40),))

    (made,) = _rows(Edition(is_large=True)).table(table, Tag("Sect"))

    _, head, _ = _row(made)
    assert made._colWidths[1] >= head.least_width


def test_table_when_its_corner_is_empty_then_it_is_no_heading() -> None:
    sect = Tag("Sect")
    (table,) = _rows().table(content.Table(("", "Ana"), (("Cost", "80"),)), sect)
    corner, head = (text.tag.parent for text in _row(table))

    assert corner is not None
    assert head is not None
    assert (corner.kind, head.kind) == ("TD", "TH")


def test_table_when_it_has_no_rows_then_nothing() -> None:
    assert [*_rows().table(content.Table(("a",), ()), Tag("Sect"))] == []
