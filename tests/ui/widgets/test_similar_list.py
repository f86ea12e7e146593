import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.window import english, focused, settle, show

from ui.widgets.similar_list import SimilarList, SimilarPersonWords
from ui.widgets.text import Text

_PEOPLE = (
    SimilarPersonWords("p-1", "Ana Ruiz", (("Times: evenings", "On this page: mornings"),)),
    SimilarPersonWords("p-2", "Sam Oyelaran", (("No difference.", ""),)),
)


@pytest.fixture
def similar(qtbot: QtBot) -> SimilarList:
    similar = SimilarList("similar")
    qtbot.addWidget(similar)
    similar.show_button.set_words("Show people like this one")
    show(similar)
    return similar


def test_list_when_nobody_asked_then_there_is_a_button_only(
    similar: SimilarList, qtbot: QtBot
) -> None:
    assert similar.people == ()

    with qtbot.waitSignal(similar.list_requested):
        similar.show_button.click()


def test_list_when_people_are_shown_then_each_says_what_differs(similar: SimilarList) -> None:
    similar.show_people("They are like him.", _PEOPLE, english())

    said = [[text.plain for text in card.findChildren(Text)] for card in similar.people]
    assert said == [
        ["Ana Ruiz", "Times: evenings", "On this page: mornings"],
        ["Sam Oyelaran", "No difference.", ""],
    ]
    assert similar.told.plain == "They are like him."
    assert similar.show_button.isHidden()


def test_list_when_somebody_is_pressed_then_their_id_is_told(
    similar: SimilarList, qtbot: QtBot
) -> None:
    similar.show_people("They are like him.", _PEOPLE, english())
    see = similar.findChild(QPushButton, "see_like_p-2")
    assert see is not None
    assert see.text() == see.accessibleName() == "See Sam Oyelaran"

    with qtbot.waitSignal(similar.open_requested) as told:
        see.click()

    assert told.args == ["p-2"]


def test_list_when_the_button_had_the_focus_then_the_first_person_has_it(
    similar: SimilarList,
) -> None:
    similar.show_button.setFocus()

    similar.show_people("They are like him.", _PEOPLE, english())
    settle()

    assert focused() == "see_like_p-1"


def test_list_when_cleared_then_nobody_is_left(similar: SimilarList) -> None:
    similar.show_people("They are like him.", _PEOPLE, english())

    similar.clear()

    assert similar.people == ()
    assert not similar.show_button.isHidden()
    assert similar.told.plain == ""
