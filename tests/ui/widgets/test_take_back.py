import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.option_group import OptionGroup
from ui.widgets.take_back import TakeBack


@pytest.fixture
def group(qtbot: QtBot) -> OptionGroup:
    group = OptionGroup("format", ("video", "phone"))
    qtbot.addWidget(group)
    group.set_words(str.title)
    show(group)
    return group


def test_way_back_when_something_is_chosen_then_it_is_there_and_takes_it_back(
    group: OptionGroup, qtbot: QtBot
) -> None:
    back = TakeBack(group)
    qtbot.addWidget(back)
    assert back.isHidden()
    group.cards[1].click()
    back.follow()
    assert not back.isHidden()
    with qtbot.waitSignal(group.chosen_changed) as told:
        back.click()
    assert told.args == [()]
    back.follow()
    assert back.isHidden()
    assert group.cards[0].hasFocus()
