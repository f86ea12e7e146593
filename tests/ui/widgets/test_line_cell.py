from pytestqt.qtbot import QtBot

from matcher.directory.field import FIELDS
from ui.language import Language
from ui.widgets.line_cell import LineCell


def test_line_when_written_in_then_the_words_are_told_without_spaces_around(
    qtbot: QtBot, words: Language
) -> None:
    field = LineCell(FIELDS["city"], words)
    qtbot.addWidget(field)
    field.retranslate()

    with qtbot.waitSignal(field.cell_changed) as told:
        field.line.setText("  Aue ")

    assert told.args == ["Aue"]
    assert field.line.accessibleName() == "Town"


def test_line_when_the_same_is_shown_then_what_is_being_written_is_kept(
    qtbot: QtBot, words: Language
) -> None:
    field = LineCell(FIELDS["city"], words)
    qtbot.addWidget(field)
    field.line.setText("Bad ")

    field.set_cell("Bad")

    assert field.line.text() == "Bad "


def test_line_when_it_is_for_a_day_then_it_is_short_and_shows_an_example(
    qtbot: QtBot, words: Language
) -> None:
    day, name = LineCell(FIELDS["next_opening"], words), LineCell(FIELDS["name"], words)
    for field in (day, name):
        qtbot.addWidget(field)
        field.retranslate()

    assert "2026-11-30" in day.line.placeholderText()
    assert day.line.maximumWidth() < name.line.maximumWidth()


def test_line_when_wrong_then_it_is_marked_and_says_why(qtbot: QtBot, words: Language) -> None:
    field = LineCell(FIELDS["fee_max"], words)
    qtbot.addWidget(field)

    field.set_wrong("No number.")
    assert field.line.property("wrong")
    assert field.line.accessibleDescription() == "No number."

    field.set_wrong("")
    assert not field.line.property("wrong")
