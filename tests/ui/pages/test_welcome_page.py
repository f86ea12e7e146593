import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.window import focused, open_window, press, settle, show, takes_taps

from matcher.i18n import languages
from ui.controllers.directory_controller import DirectoryController
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.language import Language
from ui.pages.welcome_page import WelcomePage
from ui.settings import Settings
from ui.widgets.button import Button
from ui.widgets.text import Text


@pytest.fixture
def page(qtbot: QtBot, words: Language) -> WelcomePage:
    page = WelcomePage(words, DirectoryController(DirectorySource(open_sample), words))
    qtbot.addWidget(page)
    words.changed.connect(page.retranslate)
    show(page, 1280, 736)
    page.first_focus().setFocus()
    return page


def test_welcome_when_shown_then_every_promise_is_made(page: WelcomePage, words: Language) -> None:
    said = {text.plain for text in page.findChildren(Text)}

    for promise in ("no_name", "no_eyes", "no_money", "no_booking"):
        assert words.text(f"screen.welcome.{promise}") in said


def test_welcome_when_the_directory_is_the_sample_then_it_says_that_nobody_is_real(
    page: WelcomePage, words: Language, qtbot: QtBot
) -> None:
    sample = page.findChild(Text, "sample")
    assert sample is not None
    assert not sample.isVisible()

    with qtbot.waitSignal(page._directory.opened):
        page._directory.open()

    assert "invented" in sample.plain
    words.set_code("es")
    assert "inventadas" in sample.plain


def test_welcome_when_a_kiosk_shows_the_sample_then_it_does_not_say_that_there_is_no_directory(
    qtbot: QtBot, words: Language
) -> None:
    directory = DirectoryController(DirectorySource(open_sample), words)
    page = WelcomePage(words, directory, is_kiosk=True)
    qtbot.addWidget(page)
    with qtbot.waitSignal(directory.opened):
        directory.open()

    sample = page.findChild(Text, "sample")
    assert sample is not None
    assert "invented" in sample.plain
    assert "directory" not in sample.plain


def test_welcome_when_return_is_pressed_then_the_person_starts_for_themselves(
    page: WelcomePage, qtbot: QtBot
) -> None:
    assert focused() == "next"

    with qtbot.waitSignals([page.started, page.next_requested]):
        started: list[bool] = []
        page.started.connect(started.append)
        press(Qt.Key.Key_Return)

    assert started == [False]


def test_welcome_when_somebody_helps_then_that_is_told(page: WelcomePage, qtbot: QtBot) -> None:
    button = page.findChild(Button, "helping")
    assert button is not None

    with qtbot.waitSignal(page.started) as told, qtbot.waitSignal(page.next_requested):
        button.click()

    assert told.args == [True]


def test_welcome_when_paper_is_wished_then_it_is_asked_for(page: WelcomePage, qtbot: QtBot) -> None:
    button = page.findChild(Button, "paper")
    assert button is not None

    with qtbot.waitSignal(page.page_requested) as told:
        button.click()

    assert told.args == ["paper"]


def test_welcome_when_staff_wishes_to_work_then_that_is_told(
    page: WelcomePage, qtbot: QtBot
) -> None:
    button = page.findChild(Button, "staff")
    assert button is not None

    with qtbot.waitSignal(page.staff_requested), qtbot.assertNotEmitted(page.started):
        button.click()


def test_welcome_when_staff_was_called_then_the_focus_is_where_a_person_begins(
    page: WelcomePage,
) -> None:
    button = page.findChild(Button, "staff")
    assert button is not None
    button.setFocus()

    button.click()

    assert focused() == "next"


def test_welcome_when_a_language_is_pressed_then_the_page_speaks_it(
    page: WelcomePage, words: Language
) -> None:
    card = page.findChild(QRadioButton, "welcome_language_es")
    assert card is not None
    assert card.accessibleName() == "Español"

    card.click()

    assert page.title == words.text("screen.welcome.heading")
    assert words.code == "es"


def _kiosk(qtbot: QtBot, words: Language, first: tuple[str, ...]) -> WelcomePage:
    directory = DirectoryController(DirectorySource(open_sample), words)
    page = WelcomePage(words, directory, first, is_kiosk=True)
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize(
    ("first", "shown"),
    [((), ["English", "Español"]), (("es",), ["Español", "English"])],
    ids=["usual", "as set"],
)
def test_welcome_when_languages_are_set_then_those_stand_first_and_all_are_there(
    qtbot: QtBot, words: Language, first: tuple[str, ...], shown: list[str]
) -> None:
    page = _kiosk(qtbot, words, first)

    assert [card.accessibleName() for card in page.findChildren(QRadioButton)] == shown


def test_welcome_when_on_a_kiosk_then_all_promises_are_seen_without_scrolling(
    qtbot: QtBot, words: Language
) -> None:
    page = _kiosk(qtbot, words, ())
    show(page, 1280, 700)
    promises = [text for text in page.findChildren(Text) if "promise" in text.objectName()]

    assert len(promises) == 4
    assert not any(promise.visibleRegion().isEmpty() for promise in promises)
    assert words.text("screen.welcome.lead_kiosk") in {t.plain for t in page.findChildren(Text)}
    close = page._said.height()
    show(page, 1080, 1800)
    assert page._said.height() > close


@pytest.mark.parametrize("language", languages())
def test_welcome_when_in_a_usual_window_then_nothing_of_it_has_to_be_scrolled_to(
    language: str, page: WelcomePage, words: Language, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page._directory.opened):
        page._directory.open()
    words.set_code(language)
    settle()
    assert page._sample.isVisible()

    assert page.scroll_bar.maximum() == 0


def test_welcome_when_just_shown_then_a_second_tap_begins_nothing(
    page: WelcomePage, qtbot: QtBot
) -> None:
    page.hide()
    page.show()

    assert not takes_taps(page.next_button)
    qtbot.waitUntil(lambda: takes_taps(page.next_button))


@pytest.mark.parametrize(("text_size", "size_of"), [(100, "lead"), (200, "body")])
def test_welcome_when_a_kiosk_stands_upright_then_letters_take_the_room_and_all_is_in_sight(
    qapp: object, text_size: int, size_of: str
) -> None:
    settings = Settings(text_size=text_size, is_kiosk=True, own_words=False)
    with open_window(settings) as kiosk:
        kiosk.window.resize(1080, 1920)
        settle()
        page = kiosk.window.page

        said = page.findChild(Text, "promise_no_name")
        assert isinstance(said, Text)
        assert said.property("role") == size_of
        assert page.scroll_bar.maximum() == 0
