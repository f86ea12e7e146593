from pytestqt.qtbot import QtBot

from matcher.errors import Message
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
