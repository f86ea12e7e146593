import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.language import Language
from ui.pages.page import Page


class OnePage(Page):
    """A page with a field."""

    def __init__(self, words: Language) -> None:
        super().__init__(words, "one")
        self.compose()

    def _build(self) -> None:
        self.field = QLineEdit()
        self.body.addWidget(self.field)

    def first_focus(self) -> QWidget:
        return self.field


@pytest.fixture
def page(qtbot: QtBot, words: Language) -> OnePage:
    page = OnePage(words)
    qtbot.addWidget(page)
    show(page)
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_page_when_return_is_pressed_in_a_field_then_it_goes_on(
    page: OnePage, qtbot: QtBot, key: Qt.Key
) -> None:
    page.first_focus().setFocus()

    with qtbot.waitSignal(page.next_requested):
        press(key)


def test_page_when_it_cannot_go_on_then_return_does_nothing(page: OnePage, qtbot: QtBot) -> None:
    page.next_button.setEnabled(False)
    page.field.setFocus()

    with qtbot.assertNotEmitted(page.next_requested):
        press(Qt.Key.Key_Return)


def test_page_when_back_is_pressed_then_only_that_is_wished(page: OnePage, qtbot: QtBot) -> None:
    page.back_button.setFocus()

    with qtbot.assertNotEmitted(page.next_requested), qtbot.waitSignal(page.back_requested):
        press(Qt.Key.Key_Return)


def test_page_when_the_language_changes_then_its_buttons_speak_it(
    page: OnePage, words: Language
) -> None:
    words.set_code("es")

    page.retranslate()

    assert page.next_button.text() == words.text("screen.common.next")
    assert page.objectName() == "page_one"
