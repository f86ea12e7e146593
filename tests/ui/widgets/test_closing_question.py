from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import open_window, show

from ui.widgets.closing_question import ClosingQuestion


def test_window_when_something_would_be_lost_then_it_stays_and_asks(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    show(window)
    loses = [True]
    question = ClosingQuestion(window, lambda: loses[0])

    with qtbot.waitSignal(question.asked):
        assert not window.close()
    assert window.isVisible()

    loses[0] = False
    with qtbot.assertNotEmitted(question.asked):
        assert window.close()


def test_answers_when_the_window_is_closed_twice_then_the_second_time_is_meant() -> None:
    with open_window() as wiring:
        assert not wiring.would_lose()

        wiring.sitting.respond("formats", ("video",))
        assert wiring.would_lose()

        wiring.window.open("finish")
        assert not wiring.would_lose()
