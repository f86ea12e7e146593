from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from matcher.errors import Message
from matcher.questionnaire.loader import load_questionnaire
from ui.language import Language


def test_language_when_changed_then_texts_are_others_and_everybody_is_told(
    words: Language, qtbot: QtBot
) -> None:
    before = words.text("screen.common.next")

    with qtbot.waitSignal(words.changed):
        words.set_code("es")

    assert words.code == "es"
    assert words.text("screen.common.next") != before
    assert words.render(Message("screen.common.next")) == words.text("screen.common.next")


def test_language_when_there_is_none_of_that_code_then_it_stays(
    words: Language, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(words.changed):
        words.set_code("tlh")
        words.set_code("en")

    assert words.code == "en"
    assert not words.is_right_to_left


def test_region_when_changed_then_distances_are_in_its_unit_and_everybody_is_told(
    words: Language, qtbot: QtBot
) -> None:
    assert words.distance(10) == "6.2 miles"

    with qtbot.waitSignal(words.changed):
        words.set_region("de")
    with qtbot.assertNotEmitted(words.changed):
        words.set_region("de")
    words.set_code("es")

    assert words.distance(Decimal("10.5")) == "10,5 km"


def test_item_when_about_another_person_then_the_other_wording_is_used(words: Language) -> None:
    own = words.item("formats", "heading")

    words.set_about_other(True)

    assert words.about_other
    assert words.item("formats", "heading") == words.text("item.formats.heading_other") != own
    assert words.item("participants", "option.me") == words.text(
        "item.participants.option_other.me"
    )


def test_item_when_there_is_no_other_wording_then_the_usual_one_is_used(words: Language) -> None:
    words.set_about_other(True)

    assert words.item("formats", "name") == words.text("item.formats.name")
    assert words.item("formats", "no_such_thing") == ""


@pytest.mark.parametrize(("code", "mirrored"), [("en-XA", False), ("ar-XB", True)])
def test_language_when_it_is_an_invented_one_then_it_holds_and_is_named_by_its_code(
    words: Language, code: str, mirrored: bool
) -> None:
    words.set_code(code)

    assert words.is_right_to_left is mirrored
    assert words.own_name == code
    assert "[" in words.text("screen.common.next")


def test_own_name_when_asked_then_the_language_names_itself(words: Language) -> None:
    words.set_code("es")

    assert words.own_name == "Español"


def test_spoken_when_somebody_helps_then_the_other_version_is_said_where_there_is_one() -> None:
    words = Language("en")
    mine = words.spoken("screen.more.heading")

    words.set_about_other(True)

    assert words.spoken("screen.more.heading") != mine
    assert words.spoken("screen.more.done") == "Done"


def test_option_when_it_is_a_clinics_own_then_it_stands_for_itself() -> None:
    words = Language("en")
    payers = load_questionnaire().item("payers")

    assert words.option(payers, "blue_sky") == "blue sky"
    assert words.option(payers, "medicaid") == words.text("term.payers.medicaid")
