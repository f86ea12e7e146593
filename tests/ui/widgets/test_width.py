from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.width import fit_words, limit_width


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
