from pytestqt.qtbot import QtBot

from ui.widgets.fact_row import FactRow, FactWords
from ui.widgets.fit_strip import Block, Swatch
from ui.widgets.text import Text

_WORDS = FactWords(
    "Times", "Weekday mornings", "Said by the therapist, no date", "You said: evenings.",
    Block(1, 0, 0),
)  # fmt: skip


def test_row_when_read_aloud_then_it_is_one_sentence_after_the_other(qtbot: QtBot) -> None:
    row = FactRow("fact_times", _WORDS)
    qtbot.addWidget(row)

    assert row.accessibleName() == (
        "Times. Weekday mornings. Said by the therapist, no date. You said: evenings."
    )


def test_row_when_nobody_asked_then_there_is_no_block(qtbot: QtBot) -> None:
    row = FactRow("fact_times", FactWords("Times", "Not stated"))
    qtbot.addWidget(row)

    assert row.findChildren(Swatch) == []


def test_row_when_narrow_then_the_name_stands_above(qtbot: QtBot) -> None:
    row = FactRow("fact_times", _WORDS)
    qtbot.addWidget(row)
    name, stated = row.findChildren(Text)[:2]
    row.resize(900, 100)
    row.show()
    assert name.y() == stated.y()

    row.resize(200, 300)

    assert stated.y() > name.y()


def test_row_when_foreign_text_holds_mark_up_then_it_is_shown_as_it_stands(qtbot: QtBot) -> None:
    row = FactRow("fact_title", FactWords("Title", "<b>Doctor</b> & <img src=x>"))
    qtbot.addWidget(row)

    stated = row.findChildren(Text)[1]
    assert stated.plain == "<b>Doctor</b> & <img src=x>"
    assert "<b>" not in stated.text()
    assert "<img" not in stated.text()
