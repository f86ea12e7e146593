import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.pages_view import LEVELS, PagesView

_LETTER = QSizeF(612, 792)


@pytest.fixture
def pages(qtbot: QtBot) -> PagesView:
    pages = PagesView("pages")
    qtbot.addWidget(pages)
    pages.resize(700, 500)
    pages.show()
    pages.set_pages([_LETTER] * 4)
    QApplication.processEvents()
    return pages


def test_view_when_it_has_room_then_a_page_is_as_wide_as_it(pages: PagesView) -> None:
    room = pages.viewport().width()

    assert room - 60 < pages.views[0].width() <= room
    assert pages.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("width", "begins_at"), [(700, 200), (1280, 150), (2400, 200)], ids=["narrow", "wide", "vast"]
)
def test_view_when_letters_are_large_then_pages_begin_larger_with_every_line_whole(
    qtbot: QtBot, width: int, begins_at: int
) -> None:
    view = PagesView("pages", begins_at)
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    view.set_pages([_LETTER])
    QApplication.processEvents()

    printed = (_LETTER.width() - 72) * view.percent / 100 * 96 / 72
    begun = view.percent
    across = view.horizontalScrollBar()
    assert printed <= view.viewport().width()
    assert abs(2 * across.value() - across.maximum()) <= 1

    view.grow(0)

    assert begun > view.percent
    assert begun <= begins_at


def test_grow_when_a_page_is_wider_than_the_room_then_one_can_go_across(pages: PagesView) -> None:
    for _ in LEVELS:
        pages.grow(1)
    QApplication.processEvents()

    assert pages.percent == LEVELS[-1]
    assert pages.horizontalScrollBar().maximum() > 0


def test_grow_when_as_small_as_can_be_then_it_stays(pages: PagesView) -> None:
    for _ in LEVELS:
        pages.grow(-1)

    assert pages.percent == LEVELS[0]


@pytest.mark.parametrize("steps", [[1], [-1], [1, 0]], ids=["larger", "smaller", "fit again"])
def test_grow_when_on_a_page_then_one_stays_on_it(pages: PagesView, steps: list[int]) -> None:
    pages.go_to(2)

    for step in steps:
        pages.grow(step)
        QApplication.processEvents()

    assert pages.current == 2


def test_in_sight_when_scrolled_then_it_follows(pages: PagesView) -> None:
    assert pages.in_sight() == (0,)

    pages.go_to(1)

    assert pages.in_sight()[0] == 1
    assert pages.current == 1


def test_set_pages_when_there_are_none_then_nothing_is_in_sight(pages: PagesView) -> None:
    pages.set_pages([])

    assert pages.in_sight() == ()
    assert pages.current == 0
