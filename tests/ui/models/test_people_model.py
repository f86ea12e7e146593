from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from support.staff_people import TODAY, staff_directory

from matcher.services.people.people_search import find_people
from matcher.services.people.people_table import PeopleTable, read_people
from matcher.services.people.people_wish import PeopleColumn, PeopleWish
from ui.language import Language
from ui.models.people_model import COLUMNS, PeopleModel, PeopleRole

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
_ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def table(tmp_path: Path) -> PeopleTable:
    with closing(staff_directory(tmp_path)) as directory:
        return read_people(directory, TODAY)


@pytest.fixture
def model(table: PeopleTable, words: Language, qapp: object) -> PeopleModel:
    model = PeopleModel(words)
    model.set_people(table, find_people(table, PeopleWish()))
    return model


def _row(model: PeopleModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_model_when_filled_and_emptied_then_it_keeps_qts_rules(
    table: PeopleTable, words: Language, qapp: object
) -> None:
    model = PeopleModel(words)
    tester = QAbstractItemModelTester(model, _FATAL)
    model.set_people(table, find_people(table, PeopleWish()))
    model.retranslate()
    model.set_people(table, find_people(table, PeopleWish(typed="nobody")))

    assert tester.model() is model
    assert model.rowCount() == 0


def test_model_when_asked_then_it_says_everything_in_words(
    model: PeopleModel, words: Language
) -> None:
    assert _row(model, 4) == [
        "Zoë O’Hara", "", "Aue, 97201", "yes", "fresh", "Nov 1, 2026", "therapist, register",
        "differ", "shown", "p-1",
    ]  # fmt: skip
    assert _row(model, 3)[:6] == ["p-5", "PhD", "", "not stated", "not stated", "Nov 1, 2026"]
    words.set_code("es")
    model.retranslate()
    assert _row(model, 4)[3:6] == ["sí", "recientes", "1 nov 2026"]


def test_model_when_a_screen_reader_asks_then_each_cell_says_its_column(
    model: PeopleModel,
) -> None:
    accepting = model.index(4, COLUMNS.index(PeopleColumn.ACCEPTING))
    credential = model.index(4, COLUMNS.index(PeopleColumn.CREDENTIAL))
    role = Qt.ItemDataRole.AccessibleTextRole

    assert accepting.data(role) == "Taking new people: yes"
    assert credential.data(role) == "Training title: not stated"
    assert model.headerData(0, _ACROSS) == "Name"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_model_when_asked_for_somebody_then_it_knows_their_row(model: PeopleModel) -> None:
    assert model.profile_id(4) == "p-1"
    assert model.index(4, 0).data(PeopleRole.PROFILE_ID) == "p-1"
    assert model.row_of("p-1") == 4
    assert model.row_of("p-0") == model.row_of("p-77") == -1


def test_model_when_somebody_is_not_shown_then_they_have_no_row(
    model: PeopleModel, table: PeopleTable
) -> None:
    model.set_people(table, find_people(table, PeopleWish(typed="aue")))

    assert model.row_of("p-2") == -1
    assert model.row_of("p-1") == 1


def test_model_when_a_heading_is_pressed_then_it_wishes_for_that_order(
    model: PeopleModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.sort_requested) as told:
        model.sort(2, Qt.SortOrder.DescendingOrder)

    assert told.args == [PeopleColumn.PLACE, True]


def test_model_when_asked_for_usual_words_then_every_column_has_some(model: PeopleModel) -> None:
    assert all(all(model.usual_words(column)) for column in COLUMNS)
