import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.kiosk.idle_warning import IdleWarning
from ui.language import Language
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
