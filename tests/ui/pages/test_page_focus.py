from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support.window import english, settle, show

from ui.pages.page import Page


class LatePage(Page):
    """A page whose first field comes later."""

    def __init__(self) -> None:
        super().__init__(english(), "late")
        self.compose()

    def _build(self) -> None:
        self.field, self.other = QLineEdit(), QLineEdit()
        self.body.addWidget(self.field)
        self.body.addWidget(self.other)
        self.field.hide()

    def first_focus(self) -> QWidget:
        return self.back_button if self.field.isHidden() else self.field


def _shown(qtbot: QtBot) -> LatePage:
    page = LatePage()
    qtbot.addWidget(page)
    show(page)
    page.next_button.hide()
    page.begin()
    return page


def test_page_when_what_it_begins_with_comes_later_then_it_gets_the_focus(qtbot: QtBot) -> None:
    page = _shown(qtbot)
    page.back_button.setFocus()
    page.field.show()

    page.begin_late()
    settle()

    assert page.field.hasFocus()


def test_page_when_somebody_went_on_by_themselves_then_they_are_left_there(qtbot: QtBot) -> None:
    page = _shown(qtbot)
    page.other.setFocus()
    page.field.show()

    page.begin_late()
    settle()

    assert page.other.hasFocus()
