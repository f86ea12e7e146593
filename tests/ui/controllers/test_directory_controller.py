from pytestqt.qtbot import QtBot

from matcher.errors import Message, StoreError
from matcher.services.directory.directory import Directory
from matcher.services.people.locality import Locality
from ui.controllers.directory_controller import DirectoryController
from ui.controllers.directory_source import DirectorySource, open_sample


def _refuse() -> Directory:
    raise StoreError(Message("error.unexpected"))


def test_directory_when_opened_then_its_areas_and_money_are_known(qtbot: QtBot) -> None:
    controller = DirectoryController(DirectorySource(open_sample))
    assert controller.locality == Locality()

    with qtbot.waitSignal(controller.opened):
        controller.open()

    assert controller.locality.areas
    assert controller.locality.currency == "USD"


def test_directory_when_it_cannot_be_opened_then_the_reason_is_told(qtbot: QtBot) -> None:
    controller = DirectoryController(DirectorySource(_refuse))

    with qtbot.waitSignal(controller.failed) as told:
        controller.open()

    assert isinstance(told.args[0], StoreError)


def test_people_when_the_directory_is_opened_then_all_published_are_there_by_name(
    qtbot: QtBot,
) -> None:
    controller = DirectoryController(DirectorySource(open_sample))
    assert controller.people == ()

    with qtbot.waitSignal(controller.opened):
        controller.open()

    published = [profile for profile in open_sample().profiles() if profile.published]
    assert {person.id for person in controller.people} == {profile.id for profile in published}
    names = [person.name.casefold() for person in controller.people]
    assert names == sorted(names)
