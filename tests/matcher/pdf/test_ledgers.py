from itertools import chain

from matcher import document as content
from matcher.document import Edition
from matcher.pdf.flowables import EmptyCell, TickBoxes
from matcher.pdf.fonts import register_fonts
from matcher.pdf.ledgers import LedgerPrinter
from matcher.pdf.styles import make_styles
from matcher.pdf.tables import LongTable
from matcher.pdf.tag import Tag
from matcher.pdf.texts import Texts

register_fonts()
_SIZE = (490.0, 740.0)
_LARGE = Edition(is_large=True)
_STATED = content.Ledger(
    ("About", "Says", "Change"), (content.Part("Money", ("Fee: 80", "W" * 150)),)
)
_SILENT = content.Ledger(
    (), (content.Part("Goals", boxes=("Yes", "No")), content.Part("Phone"), content.Part("City"))
)


def _tables(ledger: content.Ledger, edition: Edition = Edition()) -> list[LongTable]:  # noqa: B008
    printer = LedgerPrinter(Texts(make_styles(edition), "(not printable)"), _SIZE)
    printer.begin_section("A heading")
    return [*printer.ledger(ledger, Tag("Sect"))]


def _last_cells(table: LongTable) -> list[object]:
    return [row[-1][0] for row in table._cellvalues if isinstance(row[-1], list | tuple)]


def test_ledger_when_facts_are_stated_then_each_has_room_beside_it() -> None:
    for edition in (Edition(), _LARGE):
        (table,) = _tables(_STATED, edition)

        assert sum(isinstance(cell, EmptyCell) for cell in _last_cells(table)) == 2


def test_ledger_when_a_word_has_no_end_then_the_room_keeps_its_width() -> None:
    for edition in (Edition(), _LARGE):
        (table,) = _tables(_STATED, edition)

        assert table._colWidths[-1] > 0.3 * _SIZE[0]


def test_ledger_when_nothing_is_stated_then_boxes_or_room_stand_there() -> None:
    (table,) = _tables(_SILENT)

    kinds = [type(cell) for cell in _last_cells(table)]
    assert kinds == [TickBoxes, EmptyCell, EmptyCell]


def test_ledger_when_large_then_boxes_have_the_whole_width() -> None:
    ticked, written = _tables(_SILENT, _LARGE)

    assert len(ticked._colWidths) == 1
    assert len(written._colWidths) == 2


def test_ledger_when_it_goes_on_over_a_page_then_its_headings_are_said_again() -> None:
    long = content.Ledger(
        _STATED.headings, tuple(content.Part(f"Part {n}", ("a", "b")) for n in range(40))
    )
    (table,) = _tables(long)
    table.wrap(*_SIZE)

    for part in table.split(*_SIZE):
        heads = [
            *chain.from_iterable(
                cell if isinstance(cell, tuple) else (cell,) for cell in part._cellvalues[0]
            )
        ]
        assert [head.words for head in heads] == [*_STATED.headings]
