from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.fact_row import FactRow, FactWords
from ui.widgets.fit_strip import Block, Swatch
from ui.widgets.long_text import LongText
from ui.widgets.text import Text

_WORDS = FactWords(
    "Times", "Weekday mornings", "Said by the therapist, no date", "You said: evenings",
    "Different.", Block(1, 0, 0),
)  # fmt: skip


def _row(qtbot: QtBot, words: FactWords) -> FactRow:
    row = FactRow("fact_times", words, Language("en"))
    qtbot.addWidget(row)
    return row


def test_row_when_read_aloud_then_it_is_one_sentence_after_the_other(qtbot: QtBot) -> None:
    row = _row(qtbot, _WORDS)

    assert row.accessibleName() == (
        "Times. Weekday mornings. Said by the therapist, no date. You said: evenings. Different"
    )


def test_row_when_nobody_asked_then_there_is_no_block(qtbot: QtBot) -> None:
    row = _row(qtbot, FactWords("Times", "Not stated"))

    assert row.findChildren(Swatch) == []


def test_row_when_it_gets_wider_then_it_stands_in_more_columns(qtbot: QtBot) -> None:
    # On its own a window would not grow narrower than its columns.
    around = QWidget()
    row = _row(qtbot, _WORDS)
    row.setParent(around)
    qtbot.addWidget(around)
    name, stated = row.findChildren(Text)[:2]
    (swatch,) = row.findChildren(Swatch)

    def across() -> tuple[bool, bool]:
        row.layout().activate()
        tops = [widget.mapTo(row, QPoint(0, 0)).y() for widget in (name, stated, swatch)]
        return tops[1] <= tops[0] + 4, tops[2] <= tops[1] + 4

    row.resize(1200, 100)
    around.show()
    row.show()
    assert across() == (True, True)
    row.resize(560, 200)
    assert across() == (True, False)
    row.resize(200, 300)
    assert across() == (False, False)


def test_row_when_what_is_stated_is_long_then_it_is_folded(qtbot: QtBot) -> None:
    row = _row(qtbot, FactWords("Limits", "word " * 400, "Said by the therapist, no date"))

    (text,) = row.findChildren(LongText)
    assert len(text.shown) < 600


def test_row_when_foreign_text_holds_mark_up_then_it_is_shown_as_it_stands(qtbot: QtBot) -> None:
    row = _row(qtbot, FactWords("Title", "<b>Doctor</b> & <img src=x>"))

    stated = row.findChildren(Text)[1]
    assert stated.plain == "<b>Doctor</b> & <img src=x>"
    assert "<b>" not in stated.text()
    assert "<img" not in stated.text()
