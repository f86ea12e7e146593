import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.pages.covered_room import CoveredRoom


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
