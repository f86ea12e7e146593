from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.directories import TODAY
from support.kept_directories import kept_directory
from support.window import focused, press, settle, show

from matcher.services.directory.stored_directory import DirectoryService
from ui.application import make_application
from ui.controllers.seen_controller import SeenController
from ui.language import Language
from ui.staff.seen_page import SeenPage
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName
from ui.widgets.document_section import DocumentSection
from ui.widgets.document_table import DocumentTable
from ui.widgets.fact_row import FactRow
from ui.widgets.profile_sections import ProfileSections
from ui.widgets.save_dialog import SaveDialog
from ui.widgets.text import Text

_SLOW = 60_000


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    day = TODAY - timedelta(70)
    statements = [
        make_statement(
            "p-1", confirmed_on=day, name="Ana Vidal", title="Counselor", accepting="yes",
            style_steer="0..2", times="mon-evening", bio="I listen.", register="-",
        ),
        make_statement("p-2", confirmed_on=day, name="Ben Lark", published=False),
    ]  # fmt: skip
    with closing(kept_directory(tmp_path, statements)) as directory:
        yield directory


@pytest.fixture
def controller(directory: DirectoryService) -> SeenController:
    return SeenController(directory, lambda: TODAY)


@pytest.fixture
def page(qtbot: QtBot, controller: SeenController, words: Language) -> SeenPage:
    page = SeenPage(words, controller)
    qtbot.addWidget(page)
    controller.show("p-1")
    page.enter()
    show(page, 1000, 700)
    _wait(page, qtbot)
    page.begin()
    return page


def _wait(page: SeenPage, qtbot: QtBot, profile_id: str = "p-1") -> None:
    qtbot.waitUntil(lambda: page._shown[0] == profile_id and page.is_complete, timeout=_SLOW)
    settle()


def _said(page: SeenPage) -> list[str]:
    return [text.plain for text in page.findChildren(Text) if text.isVisibleTo(page)]


def test_page_when_entered_then_it_shows_the_client_s_own_sections(page: SeenPage) -> None:
    assert page.title == "Ana Vidal"
    assert len(page.findChildren(ProfileSections)) == 1
    rows = {row.words.name: row.words for row in page.findChildren(FactRow)}
    assert rows["Who leads"].stated == "“Both are fine” to “The client leads”"
    assert rows["Who leads"].source.endswith("(getting old: 70 days)")
    assert {row.wish for row in rows.values()} == {""}
    assert "Counselor" in _said(page)
    assert "On no register, the profile says" in _said(page)
    assert "I listen." in " ".join(_said(page))


def test_page_when_whole_then_what_silence_and_age_cost_stands_below(page: SeenPage) -> None:
    headings = [section.heading.plain for section in page.findChildren(DocumentSection)]

    assert headings == ["What silence costs", "What old facts cost"]
    assert [button.text() for button in page.contents.buttons] == headings
    (table,) = page.findChildren(DocumentTable)
    assert len(table.spoken) == 1
    assert "Taking new people; Times" in _said(page)


def test_page_when_published_then_nothing_says_that_it_is_hidden(
    page: SeenPage, controller: SeenController, qtbot: QtBot
) -> None:
    assert page.hidden.isHidden()

    controller.show("p-2")
    _wait(page, qtbot, "p-2")

    assert page.title == "Ben Lark"
    assert not page.hidden.isHidden()
    assert len(page.findChildren(ProfileSections)) == 1


def test_page_when_a_cost_is_wanted_then_it_begins_there(page: SeenPage) -> None:
    page.contents.buttons[0].setFocus()
    settle()

    press(Qt.Key.Key_Space)
    settle()

    section = page.findChildren(DocumentSection)[0]
    assert 0 <= section.heading.mapTo(page, QPoint(0, 0)).y() <= 60


def test_page_when_gone_through_by_keys_then_everything_that_can_be_done_is_reached(
    page: SeenPage,
) -> None:
    assert focused() == "print"

    reached = [focused()]
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        reached.append(focused())

    assert {"print", "save", "save_file", "contents_0", "contents_1"} <= {*reached}
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    assert all(button.accessibleName() or button.text() for button in buttons)


def test_print_when_pressed_then_the_page_that_prints_is_wished_for(
    page: SeenPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.detour_requested) as told:
        page.buttons["print"].click()

    assert told.args == ["print_seen"]


@pytest.mark.parametrize(
    ("button", "names"),
    [("save", ["mine.pdf"]), ("save_file", ["mine.csv", "mine-codes.csv"])],
    ids=["PDF", "list"],
)
def test_save_when_pressed_then_it_says_where_the_file_is(
    page: SeenPage, qtbot: QtBot, tmp_path: Path, button: str, names: list[str]
) -> None:
    page.buttons[button].click()
    dialog = page.findChild(SaveDialog)
    assert dialog is not None
    dialog.selectFile(str(tmp_path / names[0]))
    dialog.accept()

    said = f"Saved as {names[0]} in {tmp_path.name}."
    qtbot.waitUntil(lambda: page.told.plain.startswith(said), timeout=_SLOW)
    assert ("list beside it" in page.told.plain) == (len(names) > 1)
    assert all((tmp_path / name).exists() for name in names)


def test_page_when_there_is_nobody_of_that_id_then_says_so(
    page: SeenPage, controller: SeenController, qtbot: QtBot
) -> None:
    controller.show("p-9")

    qtbot.waitUntil(lambda: "p-9" in page.problem.plain, timeout=_SLOW)


def test_page_when_nobody_was_opened_then_says_what_to_do(
    qtbot: QtBot, controller: SeenController, words: Language
) -> None:
    page = SeenPage(words, controller)
    qtbot.addWidget(page)

    page.enter()

    assert page.problem.plain.startswith("Open somebody in the list first")


def test_page_when_another_language_holds_then_it_is_said_anew(
    page: SeenPage, words: Language, qtbot: QtBot
) -> None:
    words.set_code("es")
    page.retranslate()
    qtbot.waitUntil(lambda: page._shown == ("p-1", "es") and page.is_complete, timeout=_SLOW)
    settle()

    assert page.buttons["print"].text() == "Imprimir"
    assert "Lo que cuesta el silencio" in _said(page)


def test_page_when_text_is_large_then_no_button_is_cut(
    qtbot: QtBot, controller: SeenController
) -> None:
    Appearance(make_application(), PaletteName.LIGHT, 200)
    page = SeenPage(Language("es"), controller)
    qtbot.addWidget(page)
    controller.show("p-1")
    page.enter()
    show(page, 1024, 640)
    _wait(page, qtbot)

    for button in page.buttons.values():
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(page, QPoint(button.width(), 0)).x() <= page.width()
