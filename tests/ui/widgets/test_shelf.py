from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import result_words

from matcher.scoring.result import Group
from matcher.services.matching import Match, match
from ui.language import Language
from ui.models.ranking_model import STEP, RankingModel, RankingRole
from ui.widgets.result_card import ResultCard
from ui.widgets.shelf import Shelf

_ENGLISH = Language("en")


def _crowd(size: int) -> Match:
    profiles = [make_profile(f"p-{n:03}", name=f"Name {n}", accepting="yes") for n in range(size)]
    return match(MemoryDirectory(profiles), make_answers(), seed=1)


def _shelf(qtbot: QtBot, found: Match) -> tuple[Shelf, RankingModel]:
    model = RankingModel(Group.MEETS_ALL)

    def make_card(index: QModelIndex) -> ResultCard:
        result = index.data(RankingRole.RESULT)
        card = ResultCard(result, found.directory.profile(result.profile_id))
        card.say(result_words(of=found))
        return card

    shelf = Shelf("meets_all", model, make_card)
    model.setParent(shelf)
    qtbot.addWidget(shelf)
    model.set_match(found)
    shelf.say(_ENGLISH, model.in_all)
    return shelf, model


def test_shelf_when_filled_then_as_many_cards_are_made_as_asked(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(25))

    assert shelf.fill(3) == 3
    assert len(shelf.cards) == 3
    assert not shelf.is_complete

    assert shelf.fill(100) == STEP - 3
    assert shelf.is_complete


def test_shelf_when_more_are_wanted_then_the_first_new_card_is_told(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(25))
    shelf.fill(STEP)
    assert shelf.more.text() == "Show more: 15 left"

    with qtbot.waitSignal(shelf.grown) as told:
        shelf.more.click()

    assert told.args == [shelf.cards[STEP]]
    shelf.fill(STEP)
    assert len(shelf.cards) == 2 * STEP
    assert shelf.more.text() == "Show more: 5 left"


def test_shelf_when_all_are_shown_then_there_is_no_button(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(4))

    assert shelf.more.isHidden()
    assert shelf.note.plain == "4 people."


def test_shelf_when_nobody_stands_on_it_then_it_is_hidden(qtbot: QtBot) -> None:
    shelf, _ = _shelf(qtbot, _crowd(0))

    assert shelf.isHidden()


def test_shelf_when_another_match_comes_then_old_cards_go(qtbot: QtBot) -> None:
    shelf, model = _shelf(qtbot, _crowd(6))
    shelf.fill(2)

    model.set_match(None)

    assert shelf.cards == ()
