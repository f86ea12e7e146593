from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.text import Text
from ui.widgets.width import fit_words, limit_width, row_of_width


def test_limit_when_set_and_taken_back_then_a_widget_may_be_as_wide_as_qt_allows(
    qtbot: QtBot,
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    usual = widget.maximumWidth()

    limit_width(widget, 120)
    assert widget.maximumWidth() == 120

    limit_width(widget)
    assert widget.maximumWidth() == usual


def test_field_when_fitted_then_its_words_have_room(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)

    fit_words(field, "Such as 17:00")

    assert field.width() > field.fontMetrics().horizontalAdvance("Such as 17:00")
    assert field.minimumWidth() == field.maximumWidth()


def test_row_of_width_when_words_need_more_lines_in_it_then_the_column_is_that_high(
    qtbot: QtBot,
) -> None:
    inside, text, below = QWidget(), Text(), Text()
    words = QVBoxLayout(inside)
    words.addWidget(text)
    text.set_words("some words " * 12)
    below.set_words("one line")
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    column.addLayout(row_of_width(inside, 200))
    column.addWidget(below)
    outer.resize(900, 100)
    show(outer)

    assert inside.width() <= 200
    least = text.heightForWidth(text.width()) + below.heightForWidth(below.width())
    assert column.heightForWidth(900) >= least
