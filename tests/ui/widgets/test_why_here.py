import re

import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, result_words

from matcher.scoring.result import Group
from ui.widgets.reason_list import ReasonList
from ui.widgets.text import Text
from ui.widgets.why_here import WhyHere


def _said(why: WhyHere) -> list[str]:
    said = [text.plain for text in why.findChildren(Text) if not text.isHidden()]
    return [*said, *(line for reasons in why.findChildren(ReasonList) for line in reasons.words)]


@pytest.fixture
def why(qtbot: QtBot) -> WhyHere:
    why = WhyHere(*first_of(Group.MEETS_ALL, 2))
    qtbot.addWidget(why)
    why.say(result_words())
    return why


def test_why_when_opened_then_it_goes_from_needs_to_the_rule(why: WhyHere) -> None:
    said = _said(why)

    heads = ["What you need", "What fits, strongest first", "What differs", "What is not known"]
    places = [said.index(head) for head in heads if head in said]
    assert len(places) >= 3
    assert places == sorted(places)
    assert "Nobody can pay to stand higher." in " ".join(said)


def test_why_when_the_numbers_are_closed_then_no_points_are_said(why: WhyHere) -> None:
    result, _ = first_of(Group.MEETS_ALL, 2)
    shown = " ".join(
        text.plain for text in why.findChildren(Text) if not why.numbers.isAncestorOf(text)
    )

    assert why.numbers.content.isHidden()
    assert result.score is not None
    assert not re.search(rf"\b{round(result.score)}\b", shown)


def test_why_when_the_numbers_are_opened_then_they_are_shown(why: WhyHere) -> None:
    why.numbers.set_open(is_open=True)

    assert not why.numbers.content.isHidden()


def test_why_when_a_need_is_missed_then_it_says_which(qtbot: QtBot) -> None:
    why = WhyHere(*first_of(Group.NEAR_MISS))
    qtbot.addWidget(why)

    why.say(result_words())

    assert any("You need: " in line for line in _said(why))
