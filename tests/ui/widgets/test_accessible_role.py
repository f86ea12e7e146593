import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.accessible_role import speak_as
from ui.widgets.text import Text


def _role(widget: QLabel) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_widget_when_it_is_spoken_as_something_then_a_screen_reader_hears_it(qtbot: QtBot) -> None:
    label, other = QLabel("Money"), QLabel("Times")
    for widget in (label, other):
        qtbot.addWidget(widget)
    label.setAccessibleName("Money")

    speak_as(label, QAccessible.Role.Heading)

    assert _role(label) == QAccessible.Role.Heading
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == "Money"
    assert _role(other) == QAccessible.Role.StaticText


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("title", QAccessible.Role.Heading),
        ("heading", QAccessible.Role.Heading),
        ("strong", QAccessible.Role.StaticText),
        ("body", QAccessible.Role.StaticText),
    ],
)
def test_text_when_a_screen_reader_asks_then_headings_are_headings(
    qtbot: QtBot, role: str, said: QAccessible.Role
) -> None:
    text = Text(role)
    qtbot.addWidget(text)

    text.set_words("Money")

    assert _role(text) == said
