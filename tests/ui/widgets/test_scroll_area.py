import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.button import Button
from ui.widgets.scroll_area import ScrollArea


@pytest.fixture
def area(qtbot: QtBot) -> ScrollArea:
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(20):
        column.addWidget(Button("quiet", f"button_{number}"))
    area = ScrollArea("scroll", content)
    qtbot.addWidget(area)
    show(area, 300, 400)
    settle()
    return area


def test_area_when_there_is_more_than_fits_then_its_bar_scrolls_it(area: ScrollArea) -> None:
    assert area.bar.isVisible()

    area.bar.setValue(area.bar.maximum())

    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum() > 0


def test_area_when_scrolled_by_keys_then_its_bar_follows(area: ScrollArea) -> None:
    area.verticalScrollBar().setValue(30)

    assert area.bar.value() == 30


def test_area_when_all_fits_then_its_bar_goes_and_nothing_moves(area: ScrollArea) -> None:
    before = area.viewport().width()

    area.resize(300, 3000)
    settle()

    assert not area.bar.isVisible()
    assert area.viewport().width() == before


def test_area_when_a_screen_reader_counts_its_parts_then_the_bar_never_changes_them(
    area: ScrollArea,
) -> None:
    """Asked for a bar hidden since it was counted, Qt itself would end the program."""
    interface = QAccessible.queryAccessibleInterface(area)
    assert area.bar.isVisible()
    with_bar = interface.childCount()

    area.hide()

    assert with_bar == interface.childCount() == 1


def test_area_when_the_language_begins_at_the_right_then_its_bar_stands_left(
    area: ScrollArea,
) -> None:
    assert area.bar.x() > 0

    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    area.resize(301, 400)
    settle()

    assert area.bar.x() == 0


def test_area_when_room_is_kept_below_then_its_bar_ends_above_it(qtbot: QtBot) -> None:
    content = QWidget()
    content.setMinimumHeight(2000)
    area = ScrollArea("scroll", content)
    qtbot.addWidget(area)
    area.below = 20
    area.resize(300, 200)
    area.show()

    assert area.bar.geometry().bottom() < 180
    assert area.viewport().height() == 180
