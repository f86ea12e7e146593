import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import focused, show

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.layer import Layer
from ui.widgets.text import Text


class _Layer(Layer):
    """A layer of one sentence and one way on."""

    def __init__(self, words: Language) -> None:
        super().__init__(words, "of_a_test")
        self.said, self.way_on = Text("body", "said"), Button("primary", "way_on")
        self._fill(self.said, self.way_on)

    @property
    def _first(self) -> QWidget:
        return self.way_on


class _Below(QWidget):
    """Remembers the keys that come so far."""

    def __init__(self, layer: QWidget) -> None:
        super().__init__()
        self.keys: list[int] = []
        QVBoxLayout(self).addWidget(layer)

    def keyPressEvent(self, event: object) -> None:  # noqa: N802 - of Qt
        self.keys.append(event.key())  # type: ignore[attr-defined]


@pytest.fixture
def below(qtbot: QtBot, words: Language) -> _Below:
    below = _Below(_Layer(words))
    qtbot.addWidget(below)
    show(below)
    return below


def test_layer_when_it_takes_the_focus_then_that_is_where_one_begins(below: _Below) -> None:
    below.findChild(_Layer).setFocus()

    assert focused() == "way_on"


def test_layer_when_a_key_is_pressed_then_it_does_not_reach_what_lies_below(below: _Below) -> None:
    QTest.keyClick(below.findChild(_Layer), Qt.Key.Key_Escape)

    assert below.keys == []
    QTest.keyClick(below, Qt.Key.Key_Escape)
    assert below.keys == [Qt.Key.Key_Escape]


def test_layer_when_filled_then_words_stand_in_the_middle(below: _Below) -> None:
    assert below.findChild(_Layer).said.alignment() == Qt.AlignmentFlag.AlignCenter
