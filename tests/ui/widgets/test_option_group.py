import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, press, settle, show

from ui.widgets.option_group import OptionGroup


def _group(qtbot: QtBot, *, several: bool, limit: int = 0) -> OptionGroup:
    group = OptionGroup("format", ("video", "phone", "walk"), several=several, columns=1)
    qtbot.addWidget(group)
    group.set_rule(limit=limit, ranked=True)
    group.set_words(str.title)
    show(group)
    return group


def test_group_when_one_of_them_then_arrows_choose_and_only_the_chosen_is_a_tab_stop(
    qtbot: QtBot,
) -> None:
    group = _group(qtbot, several=False)
    group.set_chosen(("video",))
    group.cards[0].setFocus()

    with qtbot.waitSignal(group.chosen_changed) as told:
        press(Qt.Key.Key_Down)

    assert told.args == [("phone",)]
    assert focused() == "format_phone"
    assert group.chosen_card() is group.cards[1]


def test_group_when_the_choice_is_taken_back_then_nothing_is_chosen_and_it_says_so(
    qtbot: QtBot,
) -> None:
    group = _group(qtbot, several=False)
    group.set_chosen(("video",))
    with qtbot.waitSignal(group.chosen_changed) as told:
        group.take_back()
    assert told.args == [()]
    assert group.chosen_card() is None


def test_group_when_many_of_them_then_arrows_only_move(qtbot: QtBot) -> None:
    group = _group(qtbot, several=True)
    group.cards[0].setFocus()

    press(Qt.Key.Key_Down)
    assert group.chosen == ()
    press(Qt.Key.Key_Space)

    assert group.chosen == ("phone",)


def test_group_when_many_are_chosen_then_their_order_is_kept(qtbot: QtBot) -> None:
    group = _group(qtbot, several=True)

    for number in (2, 0):
        qtbot.mouseClick(group.cards[number], Qt.MouseButton.LeftButton)

    assert group.chosen == ("walk", "video")


def test_group_when_full_then_one_more_is_refused_and_said(qtbot: QtBot) -> None:
    group = _group(qtbot, several=True, limit=1)
    group.set_chosen(("video",))

    with qtbot.waitSignal(group.limit_reached):
        qtbot.mouseClick(group.cards[1], Qt.MouseButton.LeftButton)

    assert group.chosen == ("video",)
    assert not group.cards[1].isChecked()


@pytest.mark.parametrize("several", [True, False])
def test_group_when_cleared_then_nothing_is_chosen_and_nothing_is_told(
    qtbot: QtBot, several: bool
) -> None:
    group = _group(qtbot, several=several)
    group.set_chosen(("video",))

    with qtbot.assertNotEmitted(group.chosen_changed):
        group.set_chosen(())

    assert not any(card.isChecked() for card in group.cards)
    assert group.chosen_card() is None


def test_group_when_ordered_anew_then_cards_and_arrows_follow_and_the_choice_stays(
    qtbot: QtBot,
) -> None:
    group = _group(qtbot, several=False)
    group.set_chosen(("walk",))

    with qtbot.assertNotEmitted(group.chosen_changed):
        group.set_order(("phone", "walk", "video"))
    settle()

    assert [card.words for card in group.cards] == ["Phone", "Walk", "Video"]
    tops = [card.y() for card in group.cards]
    assert tops == sorted({*tops})
    assert group.chosen_card() is group.cards[1]
    group.cards[1].setFocus()
    press(Qt.Key.Key_Down)
    assert focused() == "format_video"
    assert group.chosen == ("video",)
