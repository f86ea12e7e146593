from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.widgets.copy_button import CopyButton, CopyWords

_SAYS = CopyWords("Copy", "Copied", "Copy: {words}")


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[CopyButton]:
    made = CopyButton("ls  -l\nrm x", _SAYS)
    qtbot.addWidget(made)
    QGuiApplication.clipboard().clear()
    yield made
    QGuiApplication.clipboard().clear()


def test_button_when_heard_then_it_says_which_words_it_copies(button: CopyButton) -> None:
    assert (button.text(), button.accessibleName()) == ("Copy", "Copy: ls  -l")


def test_button_when_pressed_then_the_words_are_copied_sign_by_sign_and_it_says_so(
    button: CopyButton,
) -> None:
    button.click()

    assert QGuiApplication.clipboard().text() == "ls  -l\nrm x"
    assert button.text() == "Copied"
