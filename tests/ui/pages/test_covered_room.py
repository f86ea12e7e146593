import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from support.window import show

from ui.language import Language
from ui.pages.covered_room import CoveredRoom
from ui.widgets.text import Text


@pytest.mark.parametrize(("back", "on"), [(True, "See who fits"), (False, "")])
def test_room_when_said_then_it_offers_only_ways_there_are(
    back: bool, on: str, words: Language, qtbot: QtBot
) -> None:
    room = CoveredRoom()
    qtbot.addWidget(room)

    room.say(words, on)
    room.offer_back(is_offered=back)
    room.show()

    shown = [button.text() for button in room.findChildren(QAbstractButton) if button.isVisible()]
    assert shown == (["Back", "See who fits"] if back else [])
    assert room.words == words.text("screen.cover.instead")


def test_room_when_said_then_it_names_the_button_that_shows_the_answers_again(
    words: Language, qtbot: QtBot
) -> None:
    room = CoveredRoom()
    qtbot.addWidget(room)

    room.say(words, "")

    how = room.findChild(Text, "covered_how")
    assert isinstance(how, Text)
    assert words.text("screen.cover.show") in how.plain


@pytest.mark.parametrize("width", [320, 1024, 1920])
def test_room_when_shown_then_its_words_keep_away_from_the_edges(
    width: int, words: Language, qtbot: QtBot
) -> None:
    room = CoveredRoom()
    qtbot.addWidget(room)
    room.say(words, "")
    show(room, width, 600)

    for text in room.findChildren(Text):
        left = text.mapTo(room, QPoint(0, 0)).x()
        assert left >= 32
        assert left + text.width() <= width - 32
        assert text.width() < 900
