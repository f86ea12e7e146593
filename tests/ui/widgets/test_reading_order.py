import pytest
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.button import Button
from ui.widgets.measured import Measured
from ui.widgets.reading_order import tab_stops


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Give a page whose last button was made first."""
    page = QWidget()
    qtbot.addWidget(page)
    last, area, inside = Button("primary", "last"), QScrollArea(), QWidget()
    column, row = QVBoxLayout(page), QHBoxLayout()
    pile, hidden_page, shown_page = QStackedWidget(), Button("quiet", "behind"), QWidget()
    pile.addWidget(shown_page)
    pile.addWidget(hidden_page)
    QVBoxLayout(shown_page).addWidget(Button("quiet", "third"))
    for name in ("first", "second"):
        row.addWidget(Button("quiet", name))
    QVBoxLayout(inside).addLayout(row)
    area.setWidget(inside)
    area.setFocusPolicy(last.focusPolicy().NoFocus)
    for widget in (area, QLabel("Words"), pile, last):
        column.addWidget(widget)
    show(page)
    return page


def _names(page: QWidget) -> list[str]:
    return [stop.objectName() for stop in tab_stops(page)]


def test_stops_when_made_in_any_order_then_they_are_given_as_they_are_read(page: QWidget) -> None:
    assert _names(page) == ["first", "second", "third", "last"]


def test_stops_when_hidden_or_switched_off_then_they_are_left_out(page: QWidget) -> None:
    for name, change in (("first", QWidget.hide), ("last", QWidget.setDisabled)):
        button = page.findChild(Button, name)
        assert button is not None
        change(button, True) if change is QWidget.setDisabled else change(button)

    assert _names(page) == ["second", "third"]


def test_stops_when_a_widget_lays_out_what_it_holds_by_itself_then_they_are_found(
    qtbot: QtBot,
) -> None:
    frame = Measured()
    qtbot.addWidget(frame)
    button = Button("quiet", "one")
    frame.column.addWidget(button)
    show(frame)

    assert [*tab_stops(frame)] == [button]
