import pytest
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.answer_head import AnswerHead


@pytest.fixture
def head(qtbot: QtBot) -> AnswerHead:
    head = AnswerHead()
    qtbot.addWidget(head)
    head.retranslate(Language("en"))
    head.show()
    return head


def test_head_when_all_is_well_then_it_says_the_answer_and_how_to_read_on(
    head: AnswerHead,
) -> None:
    head.say("7 people fit.", caption="Each strip …")
    head.show_ways(to_know_more=True, to_numbers=True, to_retry=False)

    assert head.answer.plain == "7 people fit."
    assert head.how.isVisible()
    assert head.numbers.isVisible()
    assert not head.retry.isVisible()
    assert not head.advice.isVisible()


def test_head_when_it_failed_then_the_way_to_try_again_stands_below_the_reason(
    head: AnswerHead,
) -> None:
    head.say("It could not be read.", ["Your answers are still here."])
    head.show_ways(to_know_more=False, to_numbers=False, to_retry=True)

    assert head.advice.words == ("Your answers are still here.",)
    assert head.retry.y() > head.advice.y() > head.answer.y()
    assert not head.how.isVisible()


def test_head_when_the_numbers_are_shown_then_their_line_is_down(head: AnswerHead) -> None:
    head.show_ways(to_know_more=True, to_numbers=True, to_retry=False)

    head.numbers.click()

    assert head.numbers.isChecked()
