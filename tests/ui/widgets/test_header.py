import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.i18n import languages
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.header import Header


@pytest.fixture
def header(qtbot: QtBot, words: Language) -> Header:
    header = Header(words)
    qtbot.addWidget(header)
    show(header, 900, 64)
    return header


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        pytest.param("help", "help_requested", id="help"),
        pytest.param("comfort", "comfort_requested", id="comfort"),
        pytest.param("read", "read_requested", id="read"),
    ],
)
def test_header_when_a_button_is_pressed_then_the_wish_is_told(
    header: Header, qtbot: QtBot, name: str, signal: str
) -> None:
    header.offer_reading(is_offered=True, is_reading=False)
    button = header.findChild(Button, name)
    assert button is not None

    with qtbot.waitSignal(getattr(header, signal)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_header_when_the_menu_opens_then_every_language_stands_there_in_its_own_name(
    header: Header, qtbot: QtBot, words: Language
) -> None:
    actions = [action for action in header.findChildren(QAction) if action.data()]

    assert [action.data() for action in actions] == [*languages()]
    assert [action.text() for action in actions if action.isChecked()] == ["English"]
    with qtbot.waitSignal(header.language_chosen) as told:
        actions[1].trigger()
    assert told.args == [actions[1].data()]


def test_header_when_the_language_changes_then_its_words_do(
    header: Header, words: Language
) -> None:
    words.set_code("es")

    header.retranslate()

    button = header.findChild(Button, "language")
    assert button is not None
    assert button.text() == "Español"
    assert button.accessibleName() == "Idioma: Español"
