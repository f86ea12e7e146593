import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.announcement import announce


def test_announcement_when_made_then_it_says_the_words_of_that_widget(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[object, str]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append((event.object(), event.message()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "Ana is first now.")

    assert said == [(widget, "Ana is first now.")]
