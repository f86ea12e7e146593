from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.card_layout import GAP, CardLayout


def _cards(
    qtbot: QtBot, widths: list[int], columns: int, page_width: int
) -> tuple[QWidget, list[QWidget]]:
    page = QWidget()
    qtbot.addWidget(page)
    layout = CardLayout(page, columns)
    cards = [QWidget() for _ in widths]
    for card, width in zip(cards, widths, strict=True):
        card.setMinimumSize(width, 50)
        layout.addWidget(card)
    show(page, page_width, 400)
    return page, cards


@pytest.mark.parametrize(
    ("page_width", "columns", "expected"),
    [
        pytest.param(700, 3, 3, id="room_for_all"),
        pytest.param(500, 3, 2, id="room_for_two"),
        pytest.param(250, 3, 1, id="room_for_one"),
        pytest.param(2000, 2, 2, id="no_more_than_asked"),
    ],
)
def test_cards_when_laid_out_then_as_many_columns_as_fit_are_equally_wide(
    qtbot: QtBot, page_width: int, columns: int, expected: int
) -> None:
    _page, cards = _cards(qtbot, [200, 150, 100, 90, 80, 70], columns, page_width)

    assert len({card.x() for card in cards}) == expected
    assert len({card.width() for card in cards}) == 1


def test_cards_when_one_is_hidden_then_the_others_close_up(qtbot: QtBot) -> None:
    page, cards = _cards(qtbot, [100, 100, 100], 3, 700)
    before = cards[1].pos()

    cards[1].hide()
    layout = page.layout()
    assert layout is not None
    layout.activate()

    assert cards[2].y() == before.y()
    assert layout.count() == 3


def test_cards_when_the_language_begins_at_the_right_then_so_do_they(qtbot: QtBot) -> None:
    page, cards = _cards(qtbot, [200, 200], 2, 500)
    assert cards[0].x() < cards[1].x()

    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = page.layout()
    assert layout is not None
    layout.setGeometry(page.rect())

    assert cards[0].x() > cards[1].x()


def test_layout_when_narrower_then_it_is_higher(qtbot: QtBot) -> None:
    page, _cards_of_it = _cards(qtbot, [200, 200], 2, 500)
    layout = page.layout()
    assert layout is not None

    assert layout.heightForWidth(500) == 50
    assert layout.heightForWidth(250) == 100 + GAP
    assert layout.takeAt(5) is None
    assert layout.itemAt(0) is not None


@pytest.mark.parametrize(
    ("number", "page_width", "columns", "rows"),
    [
        pytest.param(4, 350, 3, [2, 2], id="four"),
        pytest.param(3, 350, 3, [3], id="three"),
        pytest.param(3, 300, 3, [1, 1, 1], id="three_that_do_not_fit"),
        pytest.param(3, 300, 2, [2, 1], id="three_in_a_list_of_two_columns"),
        pytest.param(5, 500, 5, [3, 2], id="five"),
        pytest.param(7, 350, 3, [2, 2, 2, 1], id="an_odd_one_below_two"),
    ],
)
def test_cards_when_they_do_not_come_out_even_then_none_is_alone_below_many(
    qtbot: QtBot, number: int, page_width: int, columns: int, rows: list[int]
) -> None:
    _page, cards = _cards(qtbot, [100] * number, columns, page_width)

    tops = [card.y() for card in cards]
    assert [tops.count(top) for top in sorted({*tops})] == rows


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection(1)])
def test_cards_when_only_their_own_widths_fit_in_one_row_then_they_have_them(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    page, cards = _cards(qtbot, [200, 100, 100], 3, 200 + 100 + 100 + 2 * GAP + 9)
    page.setLayoutDirection(direction)
    layout = page.layout()
    assert layout is not None
    layout.setGeometry(page.rect())

    assert [card.width() for card in cards] == [203, 103, 103]
    places = sorted((card.geometry() for card in cards), key=QRect.left)
    assert [one.left() - other.right() - 1 for other, one in pairwise(places)] == [GAP, GAP]


@pytest.mark.parametrize(
    ("page_width", "read"),
    [
        pytest.param(500, [0, 2, 1, 3, 4], id="two_columns"),
        pytest.param(150, [0, 1, 2, 3, 4], id="one_column"),
    ],
)
def test_below_when_shown_then_it_is_as_wide_as_the_row_it_follows_and_read_after_it(
    qtbot: QtBot, page_width: int, read: list[int]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = CardLayout(page, 2)
    widgets = [QWidget() for _ in range(5)]
    for number, widget in enumerate(widgets):
        widget.setMinimumSize(100, 50)
        (layout.add_below if number in (1, 3) else layout.addWidget)(widget)
    show(page, page_width, 400)

    items = [layout.itemAt(number) for number in range(layout.count())]
    assert [widgets.index(item.widget()) for item in items if item is not None] == read
    assert widgets[1].width() == page_width
    tops = [widgets[number].y() for number in read]
    assert tops == sorted(tops)
    assert layout.heightForWidth(page_width) == tops[-1] + 50

    widgets[1].hide()
    layout.activate()
    assert layout.heightForWidth(page_width) == tops[-1] - GAP
