from pytestqt.qtbot import QtBot
from support.builders import make_profile

from matcher.errors import Message, StoreError
from matcher.letters import name_order
from matcher.services.directory.directory import Directory
from matcher.services.directory.sample_directory import SampleDirectory
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
    names = [person.name for person in controller.people]
    assert names == sorted(names, key=name_order)


def test_people_when_a_name_begins_with_a_stroke_through_it_then_it_is_not_last(
    qtbot: QtBot,
) -> None:
    names = ("Zora", "Łucja", "Maja")
    people = [make_profile(f"p-{place}", name=name) for place, name in enumerate(names)]
    controller = DirectoryController(DirectorySource(lambda: SampleDirectory(people)))

    with qtbot.waitSignal(controller.opened):
        controller.open()

    assert [person.name for person in controller.people] == ["Łucja", "Maja", "Zora"]
