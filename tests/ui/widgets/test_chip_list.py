from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from support.window import settle, show

from matcher.directory.vocabulary import Term
from ui.widgets.chip_list import FOLDED_FROM, ChipList, GroupLine

_TERMS = (
    Term("worry", "feelings", short=True, synonyms=("anxiety",)),
    Term("panic", "feelings"),
    Term("job_loss", "events", short=True),
)


def _make(
    qtbot: QtBot,
    terms: tuple[Term, ...] = _TERMS,
    first: frozenset[str] = frozenset({"worry", "job_loss"}),
) -> ChipList:
    chips = ChipList("issues", terms, first=first)
    qtbot.addWidget(chips)
    chips.set_words(
        lambda code: {"panic": "Pánico"}.get(code, code), lambda _: "A gloss", str.title, str
    )
    show(chips, 600, 900)
    return chips


def _seen(chips: ChipList) -> list[str]:
    return [card.property("code") for card in chips.cards if card.isVisible()]


def test_list_when_shown_then_the_usual_ones_come_first_and_all_are_one_press_away(
    qtbot: QtBot,
) -> None:
    chips = _make(qtbot)
    assert _seen(chips) == ["worry", "job_loss"]

    qtbot.mouseClick(chips.findChild(type(chips._all), "issues_all"), Qt.MouseButton.LeftButton)

    assert _seen(chips) == ["worry", "panic", "job_loss"]
    assert not chips._all.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("WORR", ["worry"], id="case"),
        pytest.param("panico", ["panic"], id="accent"),
        pytest.param("anxi", ["worry"], id="synonym"),
        pytest.param("gloss", ["worry", "panic", "job_loss"], id="gloss"),
        pytest.param("xyz", [], id="nothing"),
    ],
)
def test_search_when_typed_then_all_terms_are_searched(
    qtbot: QtBot, typed: str, found: list[str]
) -> None:
    chips = _make(qtbot)

    qtbot.keyClicks(chips.search, typed)

    assert _seen(chips) == found
    assert chips._nothing.isVisible() is not bool(found)


def test_search_when_everyday_words_are_given_then_they_are_asked_for_at_the_first_letter(
    qtbot: QtBot,
) -> None:
    chips = _make(qtbot)
    asked: list[str] = []

    def everyday(code: str) -> tuple[str, ...]:
        asked.append(code)
        return ("heart racing",) if code == "panic" else ()

    chips.set_search(everyday, lambda: ("my",))
    assert asked == []

    qtbot.keyClicks(chips.search, "my racing heart")

    assert _seen(chips) == ["panic"]
    assert asked == ["worry", "panic", "job_loss"]


def test_list_when_one_is_chosen_then_it_stays_in_sight(qtbot: QtBot) -> None:
    chips = _make(qtbot)

    chips.set_chosen(("panic",))

    assert "panic" in _seen(chips)
    assert chips.chosen == ("panic",)


def test_list_when_pressed_then_the_order_of_choosing_is_told_and_the_limit_holds(
    qtbot: QtBot,
) -> None:
    chips = _make(qtbot, first=frozenset())
    chips.set_rule(limit=2, ranked=True)
    told: list[object] = []
    chips.chosen_changed.connect(told.append)

    for number in (2, 0):
        qtbot.mouseClick(chips.cards[number], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chips.limit_reached):
        qtbot.mouseClick(chips.cards[1], Qt.MouseButton.LeftButton)

    assert told == [("job_loss",), ("job_loss", "worry")]


def test_list_when_very_long_then_its_groups_are_closed_and_a_search_opens_them(
    qtbot: QtBot,
) -> None:
    terms = tuple(Term(f"term_{number}", f"group_{number % 3}") for number in range(FOLDED_FROM))
    chips = _make(qtbot, terms, frozenset())
    assert _seen(chips) == []

    qtbot.keyClicks(chips.search, "term_1")
    assert "term_1" in _seen(chips)
    chips.search.clear()
    chips.set_chosen(("term_1",))

    assert chips._lines["group_1"].text() == "Group_1 (1)"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection(1)])
def test_groups_when_closed_then_their_lines_are_a_grid_and_open_below_their_row(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    terms = tuple(Term(f"term_{number}", f"group_{number % 3}") for number in range(FOLDED_FROM))
    chips = _make(qtbot, terms, frozenset())
    chips.setLayoutDirection(direction)
    settle()
    first, second, third = chips._lines.values()
    assert first.size() == second.size() == third.size()
    assert (first.y(), first.x()) == (second.y(), third.x())
    before = second.pos()

    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    settle()

    assert second.pos() == before
    card = chips.cards[1]
    assert card.isVisible()
    assert second.mapTo(chips, second.rect().bottomLeft()).y() < card.mapTo(chips, QPoint()).y()
    assert card.mapTo(chips, card.rect().bottomLeft()).y() < third.mapTo(chips, QPoint()).y()
    assert not chips.cards[0].isVisible()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection(1)])
def test_group_line_when_painted_then_its_mark_stands_where_its_words_end(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    line = GroupLine("line")
    qtbot.addWidget(line)
    line.setLayoutDirection(direction)
    line.set_words("Faith")
    show(line, 400, 50)

    picture = line.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    row = range(3, picture.width() - 3)
    dark = [x for x in row if any(picture.pixelColor(x, y).value() < 128 for y in range(5, 45))]

    ends = (picture.width() - 1 - dark[-1], dark[0])
    mark, words = ends if direction == Qt.LayoutDirection.LeftToRight else reversed(ends)
    assert abs(mark - words) <= 6
    assert min(mark, words) >= 12
    assert max(one - other for other, one in pairwise(dark)) > 200


def test_add_when_a_code_is_not_of_the_list_then_its_card_is_seen_while_it_is_chosen(
    qtbot: QtBot,
) -> None:
    chips = _make(qtbot)
    assert not chips.has("blue_sky")

    chips.add("blue_sky", "blue sky")
    assert "blue_sky" not in _seen(chips)
    chips.turn("blue_sky", on=True)
    assert _seen(chips)[-1] == "blue_sky"
    chips.turn("blue_sky", on=False)

    assert "blue_sky" not in _seen(chips)
