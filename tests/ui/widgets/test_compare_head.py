from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, result_words

from matcher.scoring.result import Group
from ui.widgets.compare_head import CompareHead
from ui.widgets.fit_strip import FitStrip
from ui.widgets.text import Text

_RESULT, _PROFILE = first_of(Group.MEETS_ALL)


@pytest.fixture
def head(qtbot: QtBot) -> CompareHead:
    head = CompareHead(_RESULT, _PROFILE, result_words())
    qtbot.addWidget(head)
    return head


def test_head_when_made_then_it_says_who_and_how_far_they_fit(head: CompareHead) -> None:
    said = [text.plain for text in head.findChildren(Text)]

    assert said[0] == _RESULT.name
    assert "On the register, checked " in said[1]
    assert len(head.findChildren(FitStrip)[0].blocks) == _RESULT.asked


def test_head_when_pressed_then_it_asks_for_the_profile(head: CompareHead, qtbot: QtBot) -> None:
    with qtbot.waitSignal(head.open_requested) as told:
        head.see.click()

    assert told.args == [_RESULT.profile_id]


def test_head_when_taken_off_then_it_can_be_chosen_again(head: CompareHead, qtbot: QtBot) -> None:
    with qtbot.waitSignal(head.choose_requested) as told:
        head.take_off.click()
    assert told.args == [_RESULT.profile_id, False]

    head.set_chosen(is_chosen=False)

    assert head.take_off.text() == "Choose again"
    assert head.take_off.accessibleName() == f"Choose {_RESULT.name} again"
    with qtbot.waitSignal(head.choose_requested) as told:
        head.take_off.click()
    assert told.args == [_RESULT.profile_id, True]


def test_head_when_the_name_is_very_long_then_it_is_cut_off(qtbot: QtBot) -> None:
    head = CompareHead(replace(_RESULT, name="Maria " * 50), _PROFILE, result_words())
    qtbot.addWidget(head)

    assert head.findChildren(Text)[0].plain.endswith("Maria…")
