from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QColor, QImage
from pytestqt.qtbot import QtBot

from ui.widgets.page_view import PageView


def _view(qtbot: QtBot) -> PageView:
    view = PageView("page_1")
    qtbot.addWidget(view)
    view.set_size(QSize(60, 80))
    view.show()
    return view


def test_view_when_it_has_no_picture_then_it_is_white_paper(qtbot: QtBot) -> None:
    view = _view(qtbot)

    assert not view.has_picture
    assert view.grab().toImage().pixelColor(30, 40) == QColor("white")


def test_view_when_it_has_a_picture_then_that_fills_the_page(qtbot: QtBot) -> None:
    view = _view(qtbot)
    picture = QImage(6, 8, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("black"))

    view.set_picture(picture)

    assert view.grab().toImage().pixelColor(30, 40) == QColor("black")


def test_view_when_a_screen_reader_asks_then_it_is_a_document_with_words(qtbot: QtBot) -> None:
    view = _view(qtbot)

    view.set_words("Page 1 of 2", "What is on it")

    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() is QAccessible.Role.Document
    assert interface.text(QAccessible.Text.Name) == "Page 1 of 2"
    assert interface.text(QAccessible.Text.Description) == "What is on it"
