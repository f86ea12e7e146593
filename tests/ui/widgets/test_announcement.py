import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.announcement import announce


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, str]]:
    """Give what is announced from now on."""
    said: list[tuple[object, str]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append((event.object(), event.message()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def test_announcement_when_made_then_it_says_the_words_of_that_widget(
    qtbot: QtBot, said: list[tuple[object, str]]
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()

    announce(widget, "Ana is first now.")

    assert said == [(widget, "Ana is first now.")]


def test_announcement_when_its_widget_is_not_seen_then_nothing_is_said(
    qtbot: QtBot, said: list[tuple[object, str]]
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "Ana is first now.")

    assert not said
