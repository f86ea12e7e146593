import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.widgets.own_words import OwnWords

_TERMS = (("worry", "Worry", "Found in: afraid"), ("sleep", "Sleep", "Found in: awake"))


@pytest.fixture
def area(qtbot: QtBot) -> OwnWords:
    area = OwnWords("own_words")
    qtbot.addWidget(area)
    area.set_words(str.title)
    show(area)
    return area


def test_area_when_find_is_pressed_then_the_words_are_handed_on(
    area: OwnWords, qtbot: QtBot
) -> None:
    area.field.setFocus()
    qtbot.keyClicks(area.field, "I lie awake")
    press(Qt.Key.Key_Tab)
    assert focused() == "own_words_find"

    with qtbot.waitSignal(area.find_requested) as told:
        press(Qt.Key.Key_Return)

    assert told.args == ["I lie awake"]


def test_area_when_somebody_writes_then_nothing_is_looked_for(area: OwnWords, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(area.find_requested):
        area.field.setFocus()
        qtbot.keyClicks(area.field, "I lie awake")
        press(Qt.Key.Key_Return)


def test_area_when_terms_are_found_then_none_is_ticked_by_itself(
    area: OwnWords, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(area.term_turned):
        area.show_terms("These share words.", _TERMS)

    assert [card.words for card in area.cards] == ["Worry", "Sleep"]
    assert [card.accessibleDescription() for card in area.cards] == [
        "Found in: afraid",
        "Found in: awake",
    ]
    assert not any(card.isChecked() for card in area.cards)


def test_area_when_a_term_is_pressed_then_it_is_told(area: OwnWords, qtbot: QtBot) -> None:
    area.show_terms("These share words.", _TERMS)

    with qtbot.waitSignal(area.term_turned) as told:
        area.cards[1].click()

    assert told.args == ["sleep", True]


def test_area_when_answers_change_then_cards_follow_and_tell_nothing(
    area: OwnWords, qtbot: QtBot
) -> None:
    area.show_terms("These share words.", _TERMS)

    with qtbot.assertNotEmitted(area.term_turned):
        area.set_chosen(["sleep", "panic"])

    assert [card.isChecked() for card in area.cards] == [False, True]


def test_area_when_cleared_then_neither_words_nor_terms_are_left(area: OwnWords) -> None:
    area.field.setPlainText("I lie awake")
    area.show_terms("These share words.", _TERMS)

    area.clear()

    assert area.field.toPlainText() == ""
    assert not area.field.document().isUndoAvailable()
    assert area.cards == ()
    assert area.told.plain == ""
