from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.window import show

from ui.language import Language
from ui.pages.page import Page
from ui.pages.page_stack import PageStack
from ui.theme.motion import set_moving
from ui.widgets.veil import Veil


class _Named(Page):
    def __init__(self, words: Language, name: str) -> None:
        super().__init__(words, name)
        self.compose()


def _stack(qtbot: QtBot, words: Language) -> PageStack:
    stack = PageStack(lambda name: _Named(words, name))
    qtbot.addWidget(stack)
    show(stack)
    return stack


def test_stack_when_a_page_is_wanted_twice_then_it_is_made_once(
    qtbot: QtBot, words: Language
) -> None:
    stack = _stack(qtbot, words)

    with qtbot.waitSignal(stack.made):
        page = stack.page("one")

    assert stack.page("one") is page


def test_stack_when_others_are_forgotten_then_they_are_gone_at_once(
    qtbot: QtBot, words: Language
) -> None:
    stack = _stack(qtbot, words)
    kept, gone = stack.page("kept"), stack.page("gone")

    stack.forget_others(("kept",))

    assert stack.page("kept") is kept
    assert not isValid(gone)


def test_stack_when_nothing_may_move_then_the_page_is_there_at_once(
    qtbot: QtBot, words: Language
) -> None:
    stack = _stack(qtbot, words)
    stack.show_page(stack.page("one"))

    stack.show_page(stack.page("two"))

    assert stack.findChild(Veil) is None


def test_stack_when_things_may_move_then_the_page_before_fades_over_the_new_one(
    qtbot: QtBot, words: Language
) -> None:
    stack = _stack(qtbot, words)
    stack.show_page(stack.page("one"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    set_moving(app, moves=True)

    stack.show_page(stack.page("two"))

    assert stack.currentWidget() is stack.page("two")
    assert stack.findChild(Veil) is not None
    set_moving(app, moves=False)
