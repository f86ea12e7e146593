from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.pretended_voice import no_voice, pretend_voice
from support.window import show

from ui.controllers.reading_controller import ReadingController
from ui.language import Language
from ui.pages.reading_part import ReadingPart
from ui.widgets.text import Text


def _part(qtbot: QtBot, words: Language, reading: ReadingController) -> ReadingPart:
    part = ReadingPart(words, reading)
    part.retranslate()
    qtbot.addWidget(part)
    show(part)
    return part


def _card(part: ReadingPart, which: str) -> QRadioButton:
    card = part.findChild(QRadioButton, f"read_aloud_{which}")
    assert card is not None
    return card


def _state(part: ReadingPart) -> str:
    state = part.findChild(Text, "reading_state")
    assert state is not None
    return state.plain


def test_part_when_shown_then_it_is_off_and_says_how_and_with_which_key(
    qtbot: QtBot, words: Language
) -> None:
    part = _part(qtbot, words, ReadingController(words, find=no_voice))

    how = part.findChild(Text, "reading_how")
    assert how is not None
    assert "F7" in how.plain
    assert words.text("screen.reading.read") in how.plain
    assert _card(part, "off").isChecked()
    assert _state(part) == ""


def test_part_when_turned_on_and_off_then_it_shows_what_holds(
    qtbot: QtBot, words: Language, tmp_path: Path
) -> None:
    reading = ReadingController(words, find=pretend_voice(tmp_path / "voice").find)
    part = _part(qtbot, words, reading)

    _card(part, "on").click()
    assert _state(part) == words.text("screen.reading.looking")
    qtbot.waitUntil(lambda: reading.is_on)

    assert _state(part) == ""
    assert _card(part, "on").isChecked()
    _card(part, "off").click()
    assert not reading.is_wanted


@pytest.mark.parametrize("code", ["en", "es"])
def test_part_when_there_is_no_voice_then_it_says_so_and_stays_off(
    qtbot: QtBot, words: Language, code: str
) -> None:
    words.set_code(code)
    part = _part(qtbot, words, ReadingController(words, find=no_voice))

    _card(part, "on").click()

    assert _state(part) == words.text("screen.reading.no_voice")
    assert _card(part, "off").isChecked()
    interface = QAccessible.queryAccessibleInterface(_card(part, "on"))
    assert interface.text(QAccessible.Text.Name) == words.text("screen.reading.on")
