from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import open_window, press, show

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
        wiring.window.page.go_on()
        assert not wiring.would_lose()

        wiring.sitting.respond("formats", ("video",))
        assert not wiring.window.close()
        assert wiring.window.isVisible()
        assert wiring.window.page.objectName() == "page_finish"
        assert wiring.sitting.has_answers

        assert wiring.window.close()


def test_window_when_it_is_hidden_and_closed_then_it_closes_and_no_key_clears_it_before() -> None:
    with open_window() as wiring:
        wiring.sitting.respond("formats", ("video",))
        wiring.window.hide_away()
        wiring.window.go("finish")
        press(Qt.Key.Key_Space)
        assert wiring.sitting.has_answers

        assert wiring.window.close()
