import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, open_window, press, settle, show

from ui.idle.idle_warning import IdleWarning
from ui.language import Language
from ui.settings import Settings
from ui.widgets.button import Button
from ui.widgets.help_words import help_words
from ui.widgets.text import Text


@pytest.fixture
def warning(qtbot: QtBot, words: Language) -> IdleWarning:
    warning = IdleWarning(words)
    qtbot.addWidget(warning)
    show(warning, 800, 600)
    return warning


def test_warning_when_focused_then_return_answers_it(warning: IdleWarning, qtbot: QtBot) -> None:
    warning.setFocus()
    assert focused() == "still_here"

    with qtbot.waitSignal(warning.answered):
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize(("seconds", "shown"), [(60, 60), (59.2, 60), (50, 50), (3, 10), (0, 10)])
def test_warning_when_time_passes_then_it_says_so_in_steps(
    warning: IdleWarning, seconds: float, shown: int
) -> None:
    warning.show_left(seconds)

    left = warning.findChild(Text, "idle_left")
    assert isinstance(left, Text)
    assert left.plain == f"If not, this screen is cleared in {shown} seconds."


def test_warning_when_the_language_changes_then_it_speaks_it(
    warning: IdleWarning, words: Language
) -> None:
    words.set_code("es")

    assert "¿Sigue ahí?" in warning.accessibleName()


def test_warning_when_the_key_of_help_is_pressed_then_it_is_asked_for(
    qtbot: QtBot, words: Language
) -> None:
    warning = IdleWarning(words, offers_help=True)
    qtbot.addWidget(warning)
    show(warning, 800, 600)

    with qtbot.waitSignal(warning.help_asked):
        press(Qt.Key.Key_F1)


def test_warning_when_it_hides_the_way_to_help_then_it_says_whom_to_call_where_one_is(
    qtbot: QtBot,
) -> None:
    words = Language("en", region="us")
    warning = IdleWarning(words, offers_help=True)
    qtbot.addWidget(warning)
    words.set_region("gb")

    show(warning, 800, 600)

    said = warning.findChild(Text, "idle_help")
    assert isinstance(said, Text)
    assert said.plain == help_words(words) != help_words(Language("en", region="us"))
    assert said.plain in warning.accessibleName()


@pytest.mark.parametrize("language", ["en", "es"])
def test_warning_when_letters_are_twice_as_large_then_all_of_it_is_in_sight(
    qapp: object, language: str
) -> None:
    with open_window(Settings(language, text_size=200, is_kiosk=True, own_words=False)) as wiring:
        wiring.window.resize(1280, 800)
        assert wiring.shared is not None
        warning = wiring.shared.question.warning
        warning.show_left(60)
        wiring.window.lay_over(warning)
        settle()

        parts = [*warning.findChildren(Text), *warning.findChildren(Button)]
        assert len(parts) == 5
        assert [one for one in parts if one.visibleRegion().boundingRect() != one.rect()] == []
