import pytest
from pytestqt.qtbot import QtBot

from matcher.directory.field import FIELDS
from ui.language import Language
from ui.widgets.chip_list import ChipList
from ui.widgets.option_card import CheckCard
from ui.widgets.own_entry import OwnEntry
from ui.widgets.terms_cell import TermsCell


def _cell(qtbot: QtBot, words: Language, name: str) -> TermsCell:
    field = TermsCell(FIELDS[name], words)
    qtbot.addWidget(field)
    field.retranslate()
    return field


def _open(field: TermsCell) -> ChipList:
    assert field.fold is not None
    field.fold.set_open(is_open=True)
    found = field.findChild(ChipList)
    assert found is not None
    return found


def test_cell_when_the_list_is_long_then_it_is_made_when_first_opened(
    qtbot: QtBot, words: Language
) -> None:
    field = _cell(qtbot, words, "issues")
    field.set_cell("worry:focus;sleep")
    assert field.findChild(ChipList) is None
    assert [row.button.text() for row in field.rows.values()] == [
        "Worry: A main part of the work",
        "Sleep: Yes",
    ]

    assert _open(field).chosen == ("worry", "sleep")
    assert field.first() is field.fold.line if field.fold else None


def test_cell_when_a_word_is_chosen_then_it_is_told_behind_the_others(
    qtbot: QtBot, words: Language
) -> None:
    field = _cell(qtbot, words, "issues")
    field.set_cell("worry:focus")
    chips = _open(field)

    with qtbot.waitSignal(field.cell_changed) as told:
        chips.turn("sleep", on=True)
    assert told.args == ["worry:focus;sleep"]

    with qtbot.waitSignal(field.cell_changed) as told:
        chips.turn("worry", on=False)
    assert told.args == ["sleep"]
    assert [*field.rows] == ["sleep"]


def test_cell_when_a_level_is_chosen_then_it_is_told(qtbot: QtBot, words: Language) -> None:
    field = _cell(qtbot, words, "languages")
    field.set_cell("en")

    with qtbot.waitSignal(field.cell_changed) as told:
        field.rows["en"].choices["native"].trigger()

    assert told.args == ["en:native"]


def test_cell_when_the_list_is_short_then_its_cards_are_there_and_a_no_can_be_said(
    qtbot: QtBot, words: Language
) -> None:
    field = _cell(qtbot, words, "formats")
    card = field.findChild(CheckCard, "field_formats_video")
    assert card is not None
    assert field.fold is None

    with qtbot.waitSignal(field.cell_changed) as told:
        card.click()
    assert told.args == ["video"]

    with qtbot.waitSignal(field.cell_changed) as told:
        field.rows["video"].choices["no"].trigger()
    assert told.args == ["video:no"]


def test_cell_when_years_stand_behind_a_word_then_they_are_kept(
    qtbot: QtBot, words: Language
) -> None:
    field = _cell(qtbot, words, "communities")
    field.set_cell("refugee:worked:10;deaf:trained:2019")

    with qtbot.waitSignal(field.cell_changed) as told:
        field.rows["deaf"].choices["lived"].trigger()

    assert told.args == ["refugee:worked:10;deaf:lived:2019"]


def test_cell_when_the_clinic_has_a_word_of_its_own_then_it_can_be_added(
    qtbot: QtBot, words: Language
) -> None:
    field = _cell(qtbot, words, "payers")
    field.set_cell("own_plan")
    assert _open(field).has("own_plan")
    entry = field.findChild(OwnEntry)
    assert entry is not None
    entry.field.setText("Blue Hills")

    with qtbot.waitSignal(field.cell_changed) as told:
        assert field.settle()

    assert told.args == ["own_plan;blue_hills"]


def test_cell_when_another_language_holds_then_its_rows_speak_it(
    qtbot: QtBot, words: Language
) -> None:
    field = _cell(qtbot, words, "issues")
    field.set_cell("worry:focus")
    _open(field)

    words.set_code("es")
    field.retranslate()

    assert field.rows["worry"].button.text().startswith("Preocupación: ")


@pytest.mark.parametrize("name", ["durations", "issues"])
def test_cell_when_a_word_is_for_clients_only_then_it_is_not_offered(
    qtbot: QtBot, words: Language, name: str
) -> None:
    field = _cell(qtbot, words, name)
    if field.fold is not None:
        _open(field)

    assert field.findChild(CheckCard, f"field_{name}_unsure") is None
    assert len(field.findChildren(CheckCard)) > 3
