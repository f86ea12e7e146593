from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.importing import write
from support.window import english

from matcher.services.intake.chosen_file import look_into
from matcher.services.intake.mapping import ColumnDraft
from matcher.services.intake.mapping_book import MappingBook
from matcher.services.intake.mapping_choice import LEAVE_OUT
from ui.controllers.mapping_controller import MappingController
from ui.staff.open_things import HEAD, OpenThings
from ui.widgets.paged_rows import PagedRows


@pytest.fixture
def column(qtbot: QtBot, tmp_path: Path) -> ColumnDraft:
    """Return a column of which all is open but the second of three words."""
    mapping = MappingController(MappingBook(tmp_path / "mappings"))
    with qtbot.waitSignal(mapping.drafted, timeout=20_000):
        mapping.begin(look_into(write(tmp_path, "Name,Specialtes\nAna,Ooo; Xxx; Zzz\n")))
    with qtbot.waitSignal(mapping.changed):
        mapping.set_term(1, mapping.columns[1].terms[1].text, LEAVE_OUT)
    return mapping.columns[1]


@pytest.fixture
def things(qtbot: QtBot) -> OpenThings:
    panel = QWidget()
    qtbot.addWidget(panel)
    rows = PagedRows("word", english(), lambda _: QWidget(), lambda _row, _place: None)
    rows.setParent(panel)
    return OpenThings(panel, rows)


def test_things_when_gone_through_then_one_follows_the_other_until_none_is_left(
    things: OpenThings, column: ColumnDraft
) -> None:
    assert [things.beyond(column) for _ in range(4)] == [HEAD, 0, 2, None]


def test_things_when_one_is_decided_then_the_one_after_it_comes_first_and_round(
    things: OpenThings, column: ColumnDraft
) -> None:
    things.stand_at(1, column)
    assert things.here(column) == 2

    things.stand_at(3, column)
    assert things.here(column) == HEAD


def test_things_when_begun_again_then_the_column_itself_is_first(
    things: OpenThings, column: ColumnDraft
) -> None:
    things.stand_at(2, column)
    things.begin()

    assert things.beyond(column) == HEAD


def test_things_when_something_is_decided_then_it_is_known_whether_that_was_open(
    things: OpenThings, column: ColumnDraft
) -> None:
    known = []
    for place in (HEAD, 0, 1, 2):
        things.stand_at(place, column)
        known.append(things.was_open)

    assert known == [True, True, False, True]
