"""Decisions about columns and words, and the suggestions they are about."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.importing import write
from support.window import settle

from matcher.importers.day_text import STYLES
from matcher.importers.mapping import SPLITS
from matcher.services.intake.chosen_file import look_into
from matcher.services.intake.mapping_book import MappingBook
from ui.controllers.mapping_controller import DATE_STYLES, SPLIT_NAMES, MappingController

_MOST = 20_000
_LIST = 'Name,Specialtes,Insurance,Shoes\nAna,Anxeity; Wellness,"cash, medicare",41\n'


@pytest.fixture
def mapping(qtbot: QtBot, tmp_path: Path) -> MappingController:
    controller = MappingController(MappingBook(tmp_path / "mappings"))
    with qtbot.waitSignal(controller.drafted, timeout=_MOST):
        controller.begin(look_into(write(tmp_path, _LIST)))
    return controller


def test_ways_when_named_then_they_are_those_of_the_readers() -> None:
    assert {*SPLIT_NAMES.values()} == {*SPLITS}
    assert DATE_STYLES == STYLES


def test_draft_when_there_then_what_is_open_is_counted(mapping: MappingController) -> None:
    assert (mapping.open_columns, mapping.open_words) == (3, 3)
    assert [mapping.open_place(after) for after in (-1, 1, 2, 3)] == [1, 2, 3, 1]
    assert mapping.names_somebody
    assert mapping.left_out == ("Specialtes", "Shoes")


def test_suggestions_when_accepted_then_fewer_are_open(mapping: MappingController) -> None:
    told: list[int] = []
    mapping.changed.connect(told.append)

    mapping.accept_sure()
    mapping.accept_column(1)
    mapping.set_term(1, "Wellness", "sleep")

    assert told == [-1, 1, 1]
    decided = mapping.decided()
    assert decided is not None
    assert decided.columns[1].field == "issues"
    assert decided.columns[1].terms["Wellness"] == "sleep"


def test_columns_when_several_are_changed_at_once_then_every_change_holds(
    mapping: MappingController,
) -> None:
    mapping.set_column(2, split="commas")
    mapping.set_column(3, field="bio")
    mapping.set_term(1, "Wellness", "sleep")
    settle()

    insurance, shoes = mapping.columns[2:]
    assert [term.text for term in insurance.terms] == ["cash", "medicare"]
    assert shoes.field == "bio"
    assert mapping.columns[1].terms[1].token == "sleep"


def test_mapping_when_kept_then_the_next_list_like_it_begins_with_it(
    mapping: MappingController, qtbot: QtBot, tmp_path: Path
) -> None:
    mapping.set_column(3, field="")
    settle()
    mapping.accept_column(1)
    decided = mapping.decided()
    assert decided is not None
    with qtbot.waitSignal(mapping.kept, timeout=_MOST):
        mapping.keep(decided)
    other = tmp_path / "other"
    other.mkdir()

    with qtbot.waitSignal(mapping.drafted, timeout=_MOST):
        mapping.begin(look_into(write(other, _LIST)))

    assert mapping.is_known
    # The question whether commas part the words was not answered.
    assert (mapping.open_columns, mapping.open_place()) == (1, 1)
    assert mapping.columns[2].questions


def test_list_when_it_cannot_be_read_any_more_then_the_reason_is_told(
    mapping: MappingController, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, _LIST)
    file = look_into(path)
    path.unlink()

    with qtbot.waitSignal(mapping.failed, timeout=_MOST):
        mapping.begin(file, "Another sheet")

    assert mapping.draft is None
    assert (mapping.columns, mapping.decided(), mapping.open_place()) == ((), None, -1)
