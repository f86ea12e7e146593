from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.kept_directories import kept_directory
from support.upkeep import pairs_of_people, signed_in, twice_controller
from support.window import settle

from matcher.services.directory.stored_directory import DirectoryService
from ui.controllers.pair_jobs import PORTION
from ui.controllers.staff_session import StaffSession
from ui.controllers.twice_controller import TwiceController


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(kept_directory(tmp_path, pairs_of_people(7))) as directory:
        yield directory


@pytest.fixture
def controller(directory: DirectoryService, qtbot: QtBot) -> TwiceController:
    controller = twice_controller(directory, signed_in())
    with qtbot.waitSignal(controller.listed):
        controller.request()
    return controller


def test_request_when_listed_then_a_portion_of_all_pairs_is_shown(
    controller: TwiceController, qtbot: QtBot
) -> None:
    assert controller.count == 7
    assert len(controller.shown) == PORTION
    assert controller.shown[0].key == ("a-001", "b-001")
    assert controller.shown[0].profiles is not None
    with qtbot.waitSignal(controller.listed):
        controller.turn(1)
    assert [pair.key for pair in controller.shown] == [("a-006", "b-006"), ("a-007", "b-007")]
    assert controller.start == PORTION
    controller.turn(1)
    settle()
    assert controller.start == PORTION


def test_merge_when_done_and_taken_back_then_the_directory_is_as_it_was(
    controller: TwiceController, directory: DirectoryService, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.decided):
        controller.merge("b-001", "a-001")
    pair = controller.shown[0]
    assert pair.decision is not None
    assert pair.decision.kept == "b-001"
    assert pair.profiles is None
    assert directory.count() == 13

    with qtbot.waitSignal(controller.decided):
        controller.undo(pair.key)
    assert directory.count() == 14
    assert controller.shown[0].decision is None
    assert controller.shown[0].profiles is not None


def test_set_apart_when_done_then_the_pair_is_not_found_again_until_taken_back(
    controller: TwiceController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.decided):
        controller.set_apart("a-001", "b-001")
    assert controller.shown[0].decision is not None
    assert controller.shown[0].decision.kept == ""
    with qtbot.waitSignal(controller.listed):
        controller.request()
    assert controller.count == 6


def test_merge_when_nobody_is_signed_in_then_it_asks_for_that_and_changes_nothing(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    session = StaffSession()
    controller = twice_controller(directory, session)
    controller.request()
    settle()
    for act in (controller.merge, controller.set_apart):
        with qtbot.waitSignal(session.sign_in_requested):
            act("a-001", "b-001")
    settle()

    assert directory.count() == 14


def test_pair_when_one_went_into_a_third_then_nothing_is_left_to_decide(
    tmp_path: Path, qtbot: QtBot
) -> None:
    people = [make_statement(name, name="Ana Vidal", city="Aue") for name in ("a", "b", "c")]
    with closing(kept_directory(tmp_path / "", people)) as directory:
        controller = twice_controller(directory, signed_in())
        controller.request()
        settle()
        assert [pair.key for pair in controller.shown] == [("a", "b"), ("a", "c"), ("b", "c")]
        controller.merge("a", "b")
        settle()

        there = [pair.profiles is not None for pair in controller.shown]
        assert there == [False, True, False]


def test_merge_when_it_cannot_be_then_it_says_why(
    controller: TwiceController, directory: DirectoryService, qtbot: QtBot
) -> None:
    with directory.changing() as work:
        work.profiles.merge("a-001", "b-001")
    with qtbot.waitSignal(controller.failed) as told:
        controller.merge("a-001", "b-001")

    assert told.args[0].messages[0].key == "error.store.no_profile"


def test_turn_when_a_decision_of_the_page_before_comes_later_then_the_pairs_shown_stay(
    controller: TwiceController, qtbot: QtBot
) -> None:
    controller.turn(1)
    QThreadPool.globalInstance().waitForDone()
    controller.merge("a-001", "b-001")  # of the first page: the second is not told of yet
    QThreadPool.globalInstance().waitForDone()
    settle()

    assert [pair.key for pair in controller.shown] == [("a-006", "b-006"), ("a-007", "b-007")]
    assert all(pair.profiles is not None for pair in controller.shown)
    with qtbot.waitSignal(controller.listed):
        controller.turn(-1)
    assert controller.shown[0].decision is not None
    assert [pair.profiles is not None for pair in controller.shown] == [False] + 4 * [True]


def test_turn_when_a_decision_takes_away_one_who_is_shown_now_too_then_their_pair_is_gone(
    tmp_path: Path, qtbot: QtBot
) -> None:
    people = [make_statement(name, name="Ana Vidal", city="Aue") for name in ("a", "b", "c", "d")]
    with closing(kept_directory(tmp_path, people)) as directory:
        controller = twice_controller(directory, signed_in())
        controller.request()
        settle()
        controller.turn(1)
        QThreadPool.globalInstance().waitForDone()
        controller.merge("a", "c")
        settle()

        assert [(pair.key, pair.profiles) for pair in controller.shown] == [(("c", "d"), None)]
