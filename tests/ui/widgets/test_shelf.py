from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import result_words

from matcher.questionnaire.response import WeightWishes
from matcher.scoring.result import Group
from matcher.services.matching.match import Match, match
from ui.language import Language
from ui.models.ranking_model import STEP, RankingModel, RankingRole
from ui.widgets.result_card import ResultCard
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.shelf import Shelf

_ENGLISH = Language("en")
_KEY = "results.shelf.meets_all"


def _crowd(size: int) -> Match:
    profiles = [make_profile(f"p-{n:03}", name=f"Name {n}", accepting="yes") for n in range(size)]
    return match(MemoryDirectory(profiles), make_answers(), seed=1)


def _shelf(qtbot: QtBot, found: Match) -> tuple[Shelf, RankingModel]:
    model = RankingModel(Group.MEETS_ALL)

    def fill_card(card: ResultCard, index: QModelIndex) -> bool:
        result = found.result_for(index.data(RankingRole.PROFILE_ID))
        card.show_person(result, found.profile(result.profile_id), result_words(of=found))
        return True

    shelf = Shelf("meets_all", model, ResultCard, fill_card)
    model.setParent(shelf)
    qtbot.addWidget(shelf)
    model.set_match(found)
    shelf.say(_ENGLISH, _KEY, model.in_all)
    return shelf, model


def _fill_all(shelf: Shelf) -> int:
    return sum(1 for _ in iter(shelf.fill, False))


def test_shelf_when_filled_then_one_card_more_is_made_each_time(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(25))

    for made in (1, 2, 3):
        assert shelf.fill()
        assert len(shelf.cards) == made
    assert not shelf.is_complete

    assert _fill_all(shelf) == STEP - 3
    assert shelf.is_complete
    assert not shelf.fill()


def test_shelf_when_more_are_wanted_then_the_first_new_card_is_told(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(25))
    _fill_all(shelf)
    assert shelf.more.text() == "Show more: 15 left"

    with qtbot.waitSignal(shelf.grown) as told:
        shelf.more.click()

    assert told.args == [shelf.cards[STEP]]
    _fill_all(shelf)
    assert len(shelf.cards) == 2 * STEP
    assert shelf.more.text() == "Show more: 5 left"


def test_shelf_when_all_are_shown_then_there_is_no_button(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(4))

    assert shelf.more.isHidden()
    assert shelf.note.plain == "4 people."


def test_shelf_when_there_is_a_sentence_besides_then_it_stands_behind_the_count(
    qtbot: QtBot,
) -> None:
    shelf, _ = _shelf(qtbot, _crowd(4))

    shelf.say(_ENGLISH, _KEY, 4, "All are close.")

    assert shelf.note.plain == "4 people. All are close."


def test_shelf_when_nobody_stands_on_it_then_it_is_hidden(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(0))

    assert shelf.isHidden()


def test_shelf_when_another_match_comes_then_the_same_cards_show_it(qtbot: QtBot) -> None:
    shelf, model = _shelf(qtbot, _crowd(6))
    _fill_all(shelf)
    before = shelf.cards

    model.set_match(None)
    assert shelf.cards == ()

    model.set_match(_crowd(3))
    _fill_all(shelf)
    assert shelf.cards == before[:3]


def test_shelf_when_cards_are_in_sight_then_they_are_filled_first(qtbot: QtBot) -> None:
    found = _crowd(10)
    shelf, model = _shelf(qtbot, found)
    _fill_all(shelf)
    area = ScrollArea("scroll", shelf)
    qtbot.addWidget(area)
    area.resize(900, 400)
    area.show()
    last = shelf.cards[-1]
    qtbot.waitUntil(lambda: last.y() > 0)
    area.ensureWidgetVisible(last)

    model.set_match(found.with_weights(WeightWishes(preset="equal")), is_reordered=True)
    last.setObjectName("stale")
    while shelf.fill(in_sight=True):
        pass

    assert last.objectName() != "stale"
    assert not shelf.is_complete
