import pytest
from pytestqt.qtbot import QtBot

from matcher.services.settings.options import OPTIONS
from ui.language import Language
from ui.staff.states_row import StatesRow


@pytest.fixture
def row(qtbot: QtBot) -> StatesRow:
    row = StatesRow(OPTIONS["states"], Language("en"))
    qtbot.addWidget(row)
    row.retranslate()
    row.show_value(("US-OR",))
    row.show()
    return row


def _told(row: StatesRow) -> list[object]:
    told: list[object] = []
    row.value_changed.connect(lambda _key, value: told.append(value))
    return told


def test_states_when_shown_then_a_line_has_their_codes_and_a_name(row: StatesRow) -> None:
    assert row.line.field.text() == "US-OR"
    assert row.line.field.accessibleName() == row.name.plain == "States a kiosk shows people of"
    assert row.first() is row.line.field


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("us-or, us-wa", ("US-OR", "US-WA")),
        ("US-WA;US-OR  US-WA", ("US-WA", "US-OR")),
        (" ", ()),
    ],
)
def test_states_when_typed_in_any_way_then_their_codes_are_told_once_each(
    row: StatesRow, qtbot: QtBot, typed: str, codes: tuple[str, ...]
) -> None:
    told = _told(row)
    row.line.field.selectAll()
    qtbot.keyClicks(row.line.field, typed)
    row.show_value(codes)

    assert told[-1] == codes
    assert row.line.field.text() == typed
    assert not row.is_wrong


def test_states_when_something_is_no_code_then_it_is_named_until_it_is_one(
    row: StatesRow, qtbot: QtBot
) -> None:
    told = _told(row)
    row.line.field.clear()
    qtbot.keyClicks(row.line.field, "US-OR Idaho")
    said = row.say_wrong()

    assert (row.is_wrong, told[-1]) == (True, None)
    assert said is row.line
    assert row.line.error.plain == "This is no such code: IDAHO"
    row._words.set_code("es")
    row.retranslate()
    assert row.line.error.plain == "Esto no es un código así: IDAHO"
    assert row.line.field.accessibleDescription() == row.line.error.plain

    for _ in "Idaho":
        qtbot.keyClick(row.line.field, "\b")
    assert (row.is_wrong, row.line.error.plain, told[-1]) == (False, "", ("US-OR",))
