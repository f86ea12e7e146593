import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kiosk.entry_fields import ENTRY_FIELDS, SILENT, silence, silence_all

_FIGURES = Qt.InputMethodHint.ImhDigitsOnly


@pytest.mark.parametrize("kind", ENTRY_FIELDS, ids=lambda kind: kind.__name__)
def test_silence_when_it_is_a_field_then_nothing_is_learned_dragged_or_offered(
    qtbot: QtBot, kind: type[QWidget]
) -> None:
    field = kind()
    qtbot.addWidget(field)

    silence(field)

    assert field.inputMethodHints() & SILENT == SILENT
    assert field.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert not field.acceptDrops()


def test_silence_when_a_field_says_what_it_takes_then_it_still_does(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setInputMethodHints(_FIGURES)

    silence(field)
    silence(field)

    assert field.inputMethodHints() == _FIGURES | SILENT


def test_silence_all_when_fields_are_deep_inside_then_each_is_silent_and_nothing_else(
    qtbot: QtBot,
) -> None:
    outer, inner = QWidget(), QWidget()
    qtbot.addWidget(outer)
    fields = (QLineEdit(), QPlainTextEdit())
    button = QPushButton()
    QVBoxLayout(outer).addWidget(inner)
    column = QVBoxLayout(inner)
    for widget in (*fields, button):
        column.addWidget(widget)

    silence_all(outer)

    assert all(field.inputMethodHints() & SILENT == SILENT for field in fields)
    assert button.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu
