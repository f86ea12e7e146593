from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.compare_row import CompareCell, CompareRow, list_row, wish_row
from ui.widgets.compare_words import CellWords, RowWords
from ui.widgets.fit_strip import Block, Swatch
from ui.widgets.text import Text

_PEOPLE = ("Ana Vidal", "Sam Oyelaran")
_WORDS = RowWords(
    "times",
    "Times",
    "You said: evenings",
    (
        CellWords("fits", Block(1, 1000, 1000), "Tuesday evenings", "Said by the therapist, May 2"),
        CellWords("unknown", Block(1, 0, 1000), "You can ask."),
    ),
)


def _row(qtbot: QtBot) -> CompareRow:
    row = wish_row(_WORDS, _PEOPLE, Language("en"))
    qtbot.addWidget(row)
    row.resize(800, 200)
    row.show()
    return row


def test_row_when_read_aloud_then_each_cell_says_wish_person_and_words(qtbot: QtBot) -> None:
    row = _row(qtbot)

    assert [cell.accessibleName() for cell in row.cells] == [
        "Times, Ana Vidal: Fits. Tuesday evenings Said by the therapist, May 2",
        "Times, Sam Oyelaran: Not known. You can ask.",
    ]


def test_row_when_in_columns_then_the_heading_alone_says_who(qtbot: QtBot) -> None:
    row = _row(qtbot)
    row.arrange(150, 250)

    assert [cell.y() for cell in row.cells] == [row.about.y()] * 2
    assert all(_person(cell).isHidden() for cell in row.cells)


def test_row_when_stacked_then_each_cell_says_who(qtbot: QtBot) -> None:
    row = _row(qtbot)
    row.arrange(0, 0)
    row.layout().activate()

    tops = [row.about.y(), *(cell.y() for cell in row.cells)]
    assert tops == sorted({*tops})
    assert [_person(cell).plain for cell in row.cells] == [*_PEOPLE]
    assert not any(_person(cell).isHidden() for cell in row.cells)


def test_row_when_made_then_each_cell_has_its_block(qtbot: QtBot) -> None:
    assert len(_row(qtbot).findChildren(Swatch)) == 2


def test_list_when_read_aloud_then_it_says_whom_to_ask(qtbot: QtBot) -> None:
    row = list_row("What to ask", (("One?", "Two?"), ("Three?",)), _PEOPLE, Language("en"))
    qtbot.addWidget(row)

    assert [cell.accessibleName() for cell in row.cells] == [
        "What to ask, Ana Vidal: One? Two?",
        "What to ask, Sam Oyelaran: Three?",
    ]


def _person(cell: object) -> Text:
    assert isinstance(cell, CompareCell)
    return cell.findChildren(Text)[0]
