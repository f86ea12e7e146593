import pytest
from PySide6.QtCore import Qt
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
    _page, cards = _cards(qtbot, [200, 150, 100], columns, page_width)

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
