from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.printers import DESK, printers
from support.window import open_window, press, settle, show

from ui.controllers.print_controller import PrintController
from ui.pages.finish_page import FinishPage
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
    with qtbot.assertNotEmitted(question.asked), qtbot.waitSignal(question.meant):
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


def test_printing_when_the_window_is_closed_then_it_is_asked_and_then_stopped(
    tmp_path: Path,
) -> None:
    with open_window() as wiring:
        found = printers(tmp_path / "out.pdf", DESK)
        wiring.blank_printout.printing = PrintController(found, parent=wiring)
        wiring.window.open("paper")
        wiring.window.open("print_blank")
        settle()
        wiring.window.page.next_button.click()
        assert wiring.is_printing

        assert not wiring.window.close()
        page = wiring.window.page
        assert isinstance(page, FinishPage)
        assert page.printing.plain

        assert wiring.window.close()
        settle()
        assert [*tmp_path.iterdir()] == []


def test_window_when_it_is_hidden_and_closed_then_it_closes_and_no_key_clears_it_before() -> None:
    with open_window() as wiring:
        wiring.sitting.respond("formats", ("video",))
        wiring.window.hide_away()
        wiring.window.go("finish")
        press(Qt.Key.Key_Space)
        assert wiring.sitting.has_answers

        assert wiring.window.close()
