from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.directories import TODAY
from support.kept_directories import kept_directory

from matcher.errors import OutputError, StoreError
from matcher.i18n import Catalogue
from matcher.services.directory.stored_directory import DirectoryService
from ui.controllers.seen_controller import Seen, SeenController

_SLOW = 60_000


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    statement = make_statement("p-1", confirmed_on=TODAY, name="Ana Vidal", accepting="yes")
    with closing(kept_directory(tmp_path, [statement])) as directory:
        yield directory


@pytest.fixture
def controller(directory: DirectoryService) -> SeenController:
    controller = SeenController(directory, lambda: TODAY)
    controller.show("p-1")
    return controller


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "What silence costs"), ("es", "Lo que cuesta el silencio")]
)
def test_request_when_asked_then_the_page_and_its_costs_are_told(
    controller: SeenController, qtbot: QtBot, language: str, heading: str
) -> None:
    with qtbot.waitSignal(controller.written, timeout=_SLOW) as told:
        controller.request(Catalogue(language))

    (seen,) = told.args
    assert isinstance(seen, Seen)
    assert seen.page.profile.name == "Ana Vidal"
    assert seen.page.today == TODAY
    assert seen.costs[0].heading == heading


def test_request_when_the_profile_is_gone_then_says_so(
    controller: SeenController, qtbot: QtBot
) -> None:
    controller.show("p-9")

    with qtbot.waitSignal(controller.failed, timeout=_SLOW) as told:
        controller.request(Catalogue("en"))

    assert isinstance(told.args[0], StoreError)


def test_show_when_somebody_else_is_opened_then_tells_so(
    controller: SeenController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.opened):
        controller.show("p-2")

    assert controller.profile_id == "p-2"


@pytest.mark.parametrize(
    ("name", "begins"), [("a.pdf", b"%PDF-"), ("a.csv", b'"id"'), ("a.json", b"{")]
)
def test_save_when_named_then_the_ending_tells_which_file(
    controller: SeenController, qtbot: QtBot, tmp_path: Path, name: str, begins: bytes
) -> None:
    with qtbot.waitSignal(controller.saved, timeout=_SLOW) as told:
        controller.save(tmp_path / name, Catalogue("en"))

    assert told.args == [tmp_path / name]
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_save_when_somebody_may_have_written_there_then_it_is_left_alone(
    controller: SeenController, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text('"id","published"\n"p-1","no"\n')

    with qtbot.waitSignal(controller.failed, timeout=_SLOW) as told:
        controller.save(path, Catalogue("en"))

    assert isinstance(told.args[0], OutputError)
    assert "no" in path.read_text()


def test_order_when_paper_was_chosen_then_it_is_kept_until_forgotten(
    controller: SeenController,
) -> None:
    words = Catalogue("en")
    assert controller.order(words).paper == "Letter"
    controller.set_paper("A4")
    assert controller.order(words).paper == "A4"
    assert controller.lacks == ""

    controller.forget()

    assert controller.order(words).paper == "Letter"
    assert words.has(controller.lacks)


def test_usual_path_when_asked_then_it_ends_as_the_kind_of_file(
    controller: SeenController,
) -> None:
    assert controller.usual_path().suffix == ".pdf"
    assert controller.usual_path("csv").suffix == ".csv"


def test_order_when_made_twice_then_the_pages_are_the_same(controller: SeenController) -> None:
    order = controller.order(Catalogue("en"))

    with controller.reading():
        assert order.make() == controller.order(Catalogue("en")).make()
