from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.qt_texts import QtTexts


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Language]:
    owner = QObject()
    words = Language("en", owner)
    QtTexts(qapp, words)
    yield words
    words.set_code("en")


def _cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


@pytest.mark.usefixtures("qtbot")
def test_texts_of_qt_when_language_changes_then_they_follow_and_come_back(words: Language) -> None:
    seen = [_cancel()]
    for code in ("es", "en", "es", "en-XA"):
        words.set_code(code)
        seen.append(_cancel())

    assert seen == ["Cancel", "Cancelar", "Cancel", "Cancelar", "Cancel"]


def test_texts_of_qt_when_window_begins_in_spanish_then_they_are_spanish(
    qtbot: QtBot, qapp: QApplication
) -> None:
    owner = QObject()
    words = Language("es", owner)

    QtTexts(qapp, words)

    assert _cancel() == "Cancelar"
    words.set_code("en")
