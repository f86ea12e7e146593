from collections.abc import Iterator

import pytest
from support.staff import Clock
from support.window import open_window, settle

from ui.idle.idle_question import IdleQuestion
from ui.idle.idle_watch import IdleWatch
from ui.page_window import PageWindow
from ui.settings import Settings
from ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window() -> Iterator[PageWindow]:
    with open_window(Settings(own_words=False)) as wiring:
        yield wiring.window


@pytest.fixture
def question(window: PageWindow, clock: Clock) -> IdleQuestion:
    idle = IdleWatch(window, 120.0, 60.0, clock, window)
    question = IdleQuestion(window, window.page.words, idle)
    idle.warned.connect(question.ask)
    clock.now += 121
    idle.look()
    settle()
    return question


def test_question_when_asked_then_it_is_in_front_and_says_how_long_there_is(
    question: IdleQuestion, window: PageWindow
) -> None:
    assert window.stage.top is question.warning
    left = question.warning.findChild(Text, "idle_left")
    assert isinstance(left, Text)
    assert "60" in left.plain


@pytest.mark.parametrize("sign", ["button", "page"])
def test_question_when_somebody_gives_a_sign_then_it_goes_and_all_the_time_is_left(
    question: IdleQuestion, window: PageWindow, clock: Clock, sign: str
) -> None:
    clock.now += 30
    if sign == "button":
        question.warning.answered.emit()
    else:
        window.page_entered.emit("about")

    assert window.stage.top is not question.warning
    assert question.parent().seconds_left == 180
