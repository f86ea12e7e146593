from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot
from support.window import focused, press, settle

from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, State, Value
from ui.app import Wiring
from ui.widgets.importance_fold import ImportanceFold
from ui.widgets.note import Note
from ui.widgets.text import Text

_PAGES = [page.id for page in load_questionnaire().pages]


def _button(wiring: Wiring, name: str) -> QAbstractButton:
    button = wiring.window.page.findChild(QAbstractButton, name)
    assert button is not None
    return button


def _field(wiring: Wiring, name: str) -> QLineEdit:
    field = wiring.window.page.findChild(QLineEdit, name)
    assert field is not None
    return field


@pytest.mark.parametrize("page", _PAGES)
def test_page_when_entered_then_it_says_its_heading_why_and_place(
    wiring: Wiring, page: str
) -> None:
    wiring.window.go(page)
    said = [text.plain for text in wiring.window.page.findChildren(Text)]
    item = load_questionnaire().pages[_PAGES.index(page)].items[0]

    for what in ("heading", "why"):
        assert wiring.words.text(f"item.{item}.{what}") in said
    name = wiring.words.text(f"item.{item}.name")
    assert f"{name}, {_PAGES.index(page) + 1} of 14" in said


def test_language_when_it_is_that_of_the_page_then_it_is_said_at_once_what_it_counts_as(
    wiring: Wiring,
) -> None:
    wiring.window.go("languages")
    line, said = _button(wiring, "languages_counts_open"), []
    for code in ("es", "en", "en"):
        _button(wiring, f"languages_{code}").click()
        said.append(line.text())

    assert said == [
        f"Counts as: {counts}. Change" for counts in ("Must have", "Matters", "Must have")
    ]


@pytest.mark.parametrize("page", _PAGES)
def test_page_when_left_as_it_is_then_no_preference_is_kept(wiring: Wiring, page: str) -> None:
    wiring.window.go(page)

    wiring.window.page.next_button.click()

    for item in load_questionnaire().pages[_PAGES.index(page)].items:
        assert wiring.sitting.response(item) == Response(state=State.NO_PREFERENCE)


def test_page_when_answered_and_left_and_entered_again_then_nothing_is_lost(
    wiring: Wiring,
) -> None:
    wiring.window.go("formats")
    _button(wiring, "formats_video").click()
    _button(wiring, "formats_importance_must").click()
    wiring.window.page.next_button.click()

    wiring.window.go_back()
    settle()

    assert _button(wiring, "formats_video").isChecked()
    assert wiring.sitting.response("formats") == Response(("video",), importance=Importance.MUST)


@pytest.mark.parametrize("step", [-2, 1])
def test_page_when_entered_again_then_the_chosen_step_has_the_focus(
    wiring: Wiring, step: int
) -> None:
    wiring.window.go("style_steer")
    wiring.sitting.respond("style_steer", step)
    wiring.window.go("fee")

    wiring.window.go("style_steer")
    settle()

    assert focused() == f"style_steer_{step}"


def test_page_when_not_sure_is_chosen_then_it_is_kept(wiring: Wiring) -> None:
    wiring.window.go("style_steer")
    _button(wiring, "style_steer_-2").click()

    _button(wiring, "style_steer_state_not_sure").click()

    assert wiring.sitting.response("style_steer") == Response(state=State.NOT_SURE)


def test_page_when_an_amount_cannot_be_read_then_it_stays_and_the_focus_goes_there(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.window.go("fee")
    qtbot.keyClicks(_field(wiring, "fee_amount"), "much")
    _button(wiring, "fee_free").setFocus()

    wiring.window.page.next_button.click()
    settle()

    assert wiring.window.page.objectName() == "page_fee"
    assert focused() == "fee_amount"
    assert _field(wiring, "fee_amount").text() == "much"


def test_page_when_free_is_needed_then_the_limit_is_nothing(wiring: Wiring) -> None:
    wiring.window.go("fee")

    _button(wiring, "fee_free").click()

    assert wiring.sitting.answers.value("fee") == Money(Decimal(0), "USD")


def test_place_when_only_remote_ways_were_chosen_then_it_asks_where_the_person_will_be(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.sitting.respond("formats", ("video",))

    wiring.window.go("place")
    qtbot.keyClicks(_field(wiring, "place_postcode"), "97758")

    assert wiring.window.page.title == wiring.words.text("item.place.heading_online")
    oregon = Place(postcode="97758", country="US", licence_area="US-OR")
    assert wiring.sitting.answers.value("place") == oregon
    fold = wiring.window.page.findChild(ImportanceFold)
    assert fold is not None
    assert not fold.isVisible(), "a license is held or not"


def test_issues_when_anything_is_chosen_then_the_line_to_call_stays_the_same(
    wiring: Wiring,
) -> None:
    wiring.window.go("issues")
    line = wiring.window.page.findChild(Text, "lines")
    assert line is not None
    before = line.plain
    assert "988" in before

    _button(wiring, "issues_not_being_alive").click()

    assert line.plain == before
    assert wiring.window.page.objectName() == "page_issues"


def test_star_when_one_matters_most_then_it_is_kept(wiring: Wiring) -> None:
    wiring.window.go("issues")
    for code in ("worry", "sleep"):
        _button(wiring, f"issues_{code}").click()

    _button(wiring, "issues_star_sleep").click()

    assert wiring.sitting.response("issues") == Response(("worry", "sleep"), starred="sleep")


@pytest.mark.parametrize(
    ("page", "item", "value"),
    [
        pytest.param("formats", "formats", ("video",), id="cards"),
        pytest.param("style_steer", "style_steer", -2, id="axis"),
        pytest.param("fee", "fee", Money(Decimal(85), "USD"), id="money"),
        pytest.param("issues", "issues", ("worry", "sleep"), id="list"),
        pytest.param("first_meetings", "first_meetings", "more sleep", id="words"),
    ],
)
def test_page_when_staff_helps_then_nothing_that_was_said_is_seen_and_nothing_is_lost(
    wiring: Wiring, page: str, item: str, value: Value
) -> None:
    wiring.window.go(page)
    empty = wiring.window.page.grab().toImage()
    wiring.window.page.set_covered(True)
    settle()
    covered_empty = wiring.window.page.grab().toImage()
    wiring.window.page.set_covered(False)
    wiring.sitting.respond(item, value)
    wiring.window.page.enter()
    settle()
    before = wiring.sitting.answers
    assert wiring.window.page.grab().toImage() != empty

    wiring.window.page.set_covered(True)
    settle()
    assert wiring.window.page.grab().toImage() == covered_empty
    for kind in (QAbstractButton, QLineEdit):
        for widget in wiring.window.page.findChildren(kind):
            if widget.objectName().startswith(item):
                assert not widget.isEnabled()
    wiring.window.page.next_button.click()
    assert wiring.sitting.answers == before

    wiring.window.go(page)
    wiring.window.page.set_covered(False)
    assert wiring.sitting.answers == before


def test_place_when_covered_then_its_heading_does_not_tell_how_one_wants_to_meet(
    wiring: Wiring,
) -> None:
    wiring.sitting.respond("formats", ("video",))
    wiring.window.go("place")

    wiring.window.page.set_covered(True)

    assert wiring.window.page.title == wiring.words.text("item.place.heading")


def test_couple_when_chosen_then_each_is_told_of_time_alone(wiring: Wiring) -> None:
    wiring.window.go("participants")
    note = wiring.window.page.findChild(Note, "couple")
    assert note is not None
    assert not note.isVisible()

    _button(wiring, "participants_couple").click()
    assert note.words[0] == "You can each ask for time alone first."

    _button(wiring, "participants_family").click()
    assert not note.isVisible()


def test_page_when_beyond_the_express_path_then_its_place_is_its_section(wiring: Wiring) -> None:
    wiring.window.go("tools")

    said = [text.plain for text in wiring.window.page.findChildren(Text)]
    assert wiring.words.text("section.approach") in said
    assert not any("of 14" in one for one in said)


def test_issues_when_entered_then_the_focus_is_at_the_list_which_comes_first(
    wiring: Wiring,
) -> None:
    wiring.window.go("issues")
    settle()
    fold = wiring.window.page.findChild(QAbstractButton, "own_words_fold_open")
    search = _field(wiring, "issues_search")

    assert focused() == "issues_search"
    assert fold is not None
    assert search.mapToGlobal(search.rect().topLeft()).y() < fold.mapToGlobal(fold.pos()).y()


def test_return_when_a_card_is_not_chosen_then_it_is_chosen_and_the_next_one_goes_on(
    wiring: Wiring,
) -> None:
    wiring.window.go("style_steer")
    settle()

    press(Qt.Key.Key_Return)
    assert wiring.sitting.answers.value("style_steer") == -2
    assert wiring.window.page.objectName() == "page_style_steer"

    press(Qt.Key.Key_Return)
    assert wiring.window.page.objectName() == "page_style_challenge"
