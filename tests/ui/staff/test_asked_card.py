from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.upkeep import TODAY
from support.window import show

from matcher.directory.fact_age import FactAge
from ui.controllers.asked_person import AskedFact, AskedPerson
from ui.language import Language
from ui.staff.asked_card import AskedCard
from ui.widgets.text import Text


def _person(**cells: str) -> AskedPerson:
    profile = make_profile(confirmed_on=TODAY - timedelta(days=300), name="Ana", **cells)
    fact = profile.facts["accepting"]
    return AskedPerson(profile, (AskedFact("accepting", FactAge.OLD, fact, fact),))


def _card(person: AskedPerson, qtbot: QtBot, *, is_unreached: bool = False) -> AskedCard:
    card = AskedCard(person.id)
    qtbot.addWidget(card)
    card.show_person(person, TODAY, Language("en"), is_unreached=is_unreached)
    show(card)
    return card


@pytest.mark.parametrize(
    ("modifier", "count"),
    [
        pytest.param(Qt.KeyboardModifier.NoModifier, 1, id="alone"),
        pytest.param(Qt.KeyboardModifier.ShiftModifier, 1, id="as a capital"),
        pytest.param(Qt.KeyboardModifier.ControlModifier, 0, id="to copy"),
        pytest.param(Qt.KeyboardModifier.AltModifier, 0, id="for a menu"),
    ],
)
def test_key_when_pressed_in_the_card_then_all_is_confirmed_only_by_itself(
    modifier: Qt.KeyboardModifier, count: int, qtbot: QtBot
) -> None:
    card = _card(_person(accepting="yes"), qtbot)
    told: list[tuple[str, str]] = []
    card.confirmed.connect(lambda *what: told.append(what))
    QTest.keyClick(card.rows[0].other, Qt.Key.Key_C, modifier)

    assert told == [("p-001", "")] * count


def test_card_when_all_is_done_then_it_is_short_and_the_key_does_nothing(qtbot: QtBot) -> None:
    person = _person(accepting="yes")
    done = make_profile(name="Ana", accepting="yes", confirmed_on=TODAY)
    card = _card(person.standing(done), qtbot)
    told: list[object] = []
    card.confirmed.connect(lambda *what: told.append(what))
    QTest.keyClick(card, Qt.Key.Key_C)

    assert told == []
    assert not card.all.isVisible()
    assert card.state.plain == "Done for today: Taking new people."


def test_card_when_no_way_is_stated_then_it_says_so(qtbot: QtBot) -> None:
    card = _card(_person(accepting="yes"), qtbot)
    said = [text.plain for text in card.findChildren(Text)]

    assert "The profile states no phone and no e-mail." in said


def test_card_when_it_tells_how_to_reach_them_then_it_is_text_and_never_a_link(
    qtbot: QtBot,
) -> None:
    card = _card(
        _person(accepting="yes", email="ana@example.org", phone="<a href='x'>1</a>"), qtbot
    )
    texts = {text.objectName(): text for text in card.findChildren(Text)}

    for name in ("phone_p-001", "email_p-001"):
        flags = texts[name].textInteractionFlags()
        assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
        assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
        assert not texts[name].openExternalLinks()
    assert "<a" not in texts["phone_p-001"].text()
    assert card.findChild(QPushButton, "copy_email_p-001") is not None


def test_card_when_they_were_not_reached_then_it_stays_open_and_the_button_shows_it(
    qtbot: QtBot,
) -> None:
    card = _card(_person(accepting="yes"), qtbot, is_unreached=True)

    assert card.out.isChecked()
    assert card.all.isVisible()
    assert card.state.plain.endswith("Ana stays on the list for tomorrow.")


def test_card_when_a_name_is_long_then_who_telephones_can_read_all_of_it(qtbot: QtBot) -> None:
    name = "Ñandú de la Santísima Trinidad " * 4
    person = _person(accepting="yes")
    long = make_profile(name=name.strip(), accepting="yes", confirmed_on=TODAY)

    card = _card(person.standing(long), qtbot)

    assert card.name.plain == name.strip()
