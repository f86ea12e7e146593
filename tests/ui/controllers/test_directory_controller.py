from pathlib import Path

from pytestqt.qtbot import QtBot

from matcher.errors import Message, StoreError
from matcher.questionnaire.response import ResponseSet
from matcher.services.directory.directory import Directory
from matcher.services.directory.sample_directory import SampleDirectory
from matcher.services.people.locality import Locality
from ui.controllers.directory_controller import (
    DirectoryController,
    DirectorySource,
    open_own,
    open_sample,
)


def _refuse() -> Directory:
    raise StoreError(Message("error.unexpected"))


def test_source_when_asked_twice_then_it_opens_once() -> None:
    opened: list[Directory] = []

    def opener() -> Directory:
        opened.append(open_sample())
        return opened[0]

    source = DirectorySource(opener)

    assert source.open() is source.open() is opened[0]
    assert len(opened) == 1


def test_source_when_renewed_then_the_next_to_ask_opens_it_anew() -> None:
    opened: list[Directory] = []

    def opener() -> Directory:
        opened.append(open_sample())
        return opened[-1]

    source = DirectorySource(opener)
    first = source.open()

    source.renew()

    assert source.open() is opened[1] is not first


def test_source_when_asked_for_a_match_then_everybody_is_counted() -> None:
    source = DirectorySource(open_sample)

    match = source.match(ResponseSet("preferences/1"))

    assert sum(match.counts.values()) == source.open().snapshot.size


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


def test_own_directory_when_there_is_none_then_the_invented_one_stands_in(
    data_dir: Path,
) -> None:
    assert isinstance(open_own(), SampleDirectory)
    assert not data_dir.exists()


def test_own_directory_when_one_was_named_then_nothing_stands_in(tmp_path: Path) -> None:
    assert not isinstance(open_own(str(tmp_path / "none.sqlite")), SampleDirectory)


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
