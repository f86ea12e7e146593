from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.staff_people import TODAY, staff_directory
from support.window import settle

from matcher.errors import StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.people.people_wish import PeopleColumn, PeopleWish
from ui.controllers.people_controller import PeopleController


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(staff_directory(tmp_path)) as directory:
        yield directory


@pytest.fixture
def controller(directory: DirectoryService, qtbot: QtBot) -> Iterator[PeopleController]:
    yield PeopleController(directory, lambda: TODAY)
    settle()


def _ids(controller: PeopleController) -> list[str]:
    people = controller.people
    assert people is not None
    return [people.table.ids[row] for row in people.rows]


def test_controller_when_read_then_everybody_is_found(
    controller: PeopleController, qtbot: QtBot
) -> None:
    assert controller.people is None
    with qtbot.waitSignals([controller.reading, controller.found]):
        controller.read_again()
        assert controller.busy

    assert _ids(controller) == ["p-2", "p-4", "p-3", "p-5", "p-1"]
    assert not controller.busy


def test_controller_when_another_wish_holds_then_others_are_found(
    controller: PeopleController, qtbot: QtBot
) -> None:
    controller.set_wish(PeopleWish(typed="aue"))
    with qtbot.waitSignal(controller.found):
        controller.read_again()
    assert _ids(controller) == ["p-4", "p-1"]

    with qtbot.waitSignal(controller.found):
        controller.set_wish(PeopleWish(typed="aue", sorted_by=PeopleColumn.ID))
    assert _ids(controller) == ["p-1", "p-4"]
    assert controller.people is not None
    assert controller.people.wish == controller.wish


def test_controller_when_nothing_was_changed_then_nothing_is_told(
    controller: PeopleController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.found):
        controller.read_again()

    with qtbot.assertNotEmitted(controller.found):
        controller.read_again()
        controller.set_wish(PeopleWish())
        settle()


def test_controller_when_the_directory_was_changed_then_it_is_read_again(
    controller: PeopleController, directory: DirectoryService, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.found):
        controller.read_again()
    with directory.changing() as work:
        work.profiles.apply([make_statement("p-9", name="Aaron")])

    with qtbot.waitSignal(controller.found):
        controller.read_again()
    assert _ids(controller)[0] == "p-9"


def test_controller_when_the_file_is_no_directory_then_it_says_why(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "strange.sqlite"
    path.write_text("This is no database, and long enough to be told apart from one.")
    controller = PeopleController(DirectoryService(str(path)), lambda: TODAY)

    with qtbot.waitSignal(controller.failed) as told:
        controller.read_again()
    assert isinstance(told.args[0], StoreError)
    assert controller.people is None
