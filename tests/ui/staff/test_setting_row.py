import pytest
from pytestqt.qtbot import QtBot

from matcher.services.settings.options import OPTIONS
from ui.language import Language
from ui.staff.setting_row import NumberRow


@pytest.fixture
def row(qtbot: QtBot) -> NumberRow:
    row = NumberRow(OPTIONS["warn_after_seconds"], Language("en"))
    qtbot.addWidget(row)
    row.show_value(120)
    row.retranslate()
    row.show()
    return row


def test_row_when_shown_then_it_says_what_it_does_and_its_limits(row: NumberRow) -> None:
    assert row.name.plain == "Ask if somebody is there after"
    assert row.number.unit.plain == "seconds, from 60 to 600"
    assert row.number.field.accessibleName() == row.name.plain
    assert "from 60 to 600" in row.number.field.accessibleDescription()
    assert row.number.less.accessibleName() == f"Less: {row.name.plain}"


def test_row_when_what_is_written_cannot_be_then_it_says_so_until_it_can(row: NumberRow) -> None:
    told: list[tuple[str, object]] = []
    row.value_changed.connect(lambda key, value: told.append((key, value)))
    row.number.field.setText("12")
    row.say_wrong()
    assert row.is_wrong
    assert row.number.error.plain == "Write a whole number from 60 to 600."

    row._words.set_code("es")
    row.retranslate()
    assert row.number.error.plain == "Escriba un número entero de 60 a 600."
    row.number.field.setText("90")

    assert (row.is_wrong, row.number.error.plain) == (False, "")
    assert told == [("warn_after_seconds", None), ("warn_after_seconds", 90)]


def test_row_when_there_is_one_of_it_then_it_is_counted_as_one(qtbot: QtBot) -> None:
    row = NumberRow(OPTIONS["count_for_days"], Language("en"))
    qtbot.addWidget(row)
    row.show_value(1)
    row.retranslate()

    assert row.number.unit.plain == "day, from 1 to 3,650"
    assert row.first() is row.number.field
