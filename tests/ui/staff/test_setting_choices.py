import pytest
from pytestqt.qtbot import QtBot
from support.window import settle

from matcher.services.settings.options import OPTIONS, Value
from ui.language import Language
from ui.staff.name_row import NameRow
from ui.staff.setting_choices import ChoiceRow, LanguagesRow, PrinterRow, make_row
from ui.staff.setting_row import NumberRow, SettingRow
from ui.staff.states_row import StatesRow


def _shown(qtbot: QtBot, key: str) -> SettingRow:
    row = make_row(OPTIONS[key], Language("en"))
    qtbot.addWidget(row)
    row.show_value(OPTIONS[key].usual)
    row.retranslate()
    row.show()
    return row


def _told(row: SettingRow) -> list[Value]:
    told: list[Value] = []
    row.value_changed.connect(lambda _key, value: told.append(value))
    return told


def test_row_when_made_then_it_is_one_for_the_kind_of_option(qtbot: QtBot) -> None:
    made = {key: type(_shown(qtbot, key)) for key in OPTIONS}

    assert made == dict.fromkeys(OPTIONS, NumberRow) | {
        "languages": LanguagesRow,
        "region": ChoiceRow,
        "text_size": ChoiceRow,
        "printer": PrinterRow,
        "kiosk_name": NameRow,
        "states": StatesRow,
    }


@pytest.mark.parametrize(
    ("key", "label", "value"),
    [("text_size", "150%", 150), ("region", "Austria", "at"), ("region", "Not said", "")],
)
def test_choice_when_one_is_taken_then_its_value_is_told(
    qtbot: QtBot, key: str, label: str, value: Value
) -> None:
    row = _shown(qtbot, key)
    assert isinstance(row, ChoiceRow)
    row.show_value("us" if key == "region" else 100)
    told = _told(row)
    (card,) = (card for card in row.group.cards if card.accessibleName() == label)
    card.click()

    assert told == [value]
    assert row.first() is card


def test_languages_when_chosen_then_their_order_is_that_of_choosing(qtbot: QtBot) -> None:
    row = _shown(qtbot, "languages")
    assert isinstance(row, LanguagesRow)
    told = _told(row)
    by_name = {card.accessibleName(): card for card in row.group.cards}
    by_name["Español"].click()
    by_name["English"].click()

    assert told == [("es",), ("es", "en")]


def test_printer_when_one_is_chosen_then_it_is_told_by_its_name(qtbot: QtBot) -> None:
    row = _shown(qtbot, "printer")
    assert isinstance(row, PrinterRow)
    assert row.note.plain == "One moment: looking for printers."
    row.show_printers(["Front & back", "Office"])
    told = _told(row)
    labels = [card.accessibleName() for card in row.group.cards]
    row.group.cards[1].click()

    assert labels == ["The usual one of this computer", "Front & back", "Office"]
    assert (told, row.note.plain) == (["Front & back"], "")


def test_printer_when_the_chosen_one_is_gone_then_it_stays_chosen_and_is_said_to_be(
    qtbot: QtBot,
) -> None:
    row = _shown(qtbot, "printer")
    assert isinstance(row, PrinterRow)
    row.show_value("Old one")
    row.first().setFocus()
    row.show_printers(["Office"])
    settle()

    chosen = row.first()
    assert chosen.accessibleName() == "Old one"
    assert chosen.accessibleDescription() == "Not found now"
    row.show_value("")
    row.show_printers([])
    assert row.note.plain == "No other printer was found."
