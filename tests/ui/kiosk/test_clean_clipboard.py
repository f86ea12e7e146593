import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.kiosk.clean_clipboard import CleanClipboard


@pytest.fixture
def clean(qapp: QApplication) -> CleanClipboard:
    """Give one that lasts as long as the test."""
    return CleanClipboard()


def _copied() -> str:
    return QGuiApplication.clipboard().text()


def test_clear_when_somebody_else_filled_it_then_it_is_empty(clean: CleanClipboard) -> None:
    QGuiApplication.clipboard().setText("somebody else's")

    clean.clear()

    assert _copied() == ""


@pytest.mark.parametrize("is_own", [True, False], ids=["its own", "another program's"])
def test_clipboard_when_filled_then_only_what_is_its_own_is_taken_back(
    clean: CleanClipboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_own: bool
) -> None:
    # Without a screen Qt never knows whose it is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: is_own)
    field = QLineEdit("97758")
    qtbot.addWidget(field)
    field.selectAll()

    field.copy()

    assert _copied() == ("" if is_own else "97758")
    QGuiApplication.clipboard().clear()
