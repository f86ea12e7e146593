from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.upkeep import days_ago
from support.window import settle, show

from matcher.services.upkeep.duplicates import NAME_PLACE, Pair
from ui.controllers.pair_jobs import Decision
from ui.controllers.twice_controller import ShownPair
from ui.language import Language
from ui.staff.pair_card import PairCard

_MANY = {
    "phone": "1",
    "email": "a@example.org",
    "website": "x",
    "title": "t",
    "pronouns": "she",
    "area": "a",
}


def _shown(**second: str) -> ShownPair:
    first = make_profile("p-1", name="Ana", city="Aue", confirmed_on=days_ago(5))
    other = make_profile("p-2", name="Ana", city="Aue", confirmed_on=days_ago(9), **second)
    pair = Pair("p-1", "p-2", ("Ana", "Ana"), (NAME_PLACE,), (True, True))
    return ShownPair(pair, (first, other), None)


def _card(shown: ShownPair, qtbot: QtBot) -> PairCard:
    card = PairCard(shown, Language("en"))
    qtbot.addWidget(card)
    show(card, 900, 900)
    return card


def test_card_when_much_differs_then_the_rest_is_made_when_asked_for(qtbot: QtBot) -> None:
    card = _card(_shown(**_MANY), qtbot)
    assert len(card.rows) == 4
    assert card._fold.line.text() == "Show 2 more differences"
    card._fold.set_open(is_open=True)
    settle()

    assert len(card.rows) == 6


def test_card_when_nothing_differs_then_it_says_what_is_the_same(qtbot: QtBot) -> None:
    card = _card(_shown(), qtbot)

    assert card.rows == ()
    assert card._facts.findChildren(type(card.title))[0].plain == (
        "All that they state is the same: Name and Town."
    )


def test_card_when_one_is_gone_then_nothing_can_be_pressed(qtbot: QtBot) -> None:
    shown = _shown()
    card = _card(shown, qtbot)
    card.show_pair(ShownPair(shown.pair, None, None))

    assert not card.has_stop
    assert not card.merge.isVisible()
    assert not card.undo.isVisible()
    assert card.state.plain.endswith("Nothing is left to decide.")


def test_card_when_decided_then_only_taking_back_is_left(qtbot: QtBot) -> None:
    shown = _shown()
    card = _card(shown, qtbot)
    card.show_pair(ShownPair(shown.pair, shown.profiles, Decision(3)))

    assert card.first_stop() is card.undo
    assert card.undo.isVisible()
    assert not card.apart.isVisible()
    with qtbot.waitSignal(card.undo_requested) as told:
        card.undo.click()
    assert told.args == [("p-1", "p-2")]
