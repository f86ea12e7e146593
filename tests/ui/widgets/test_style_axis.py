import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.widgets.style_axis import STEPS, StyleAxis


def _axis(qtbot: QtBot, width: int = 640) -> StyleAxis:
    axis = StyleAxis("steer")
    qtbot.addWidget(axis)
    axis.set_words("They lead the talk.", "I lead the talk.", lambda step: f"Therapist {step}")
    page = QWidget()
    qtbot.addWidget(page)
    axis.setParent(page)
    show(page, width)
    axis.setGeometry(0, 0, width, 600)
    axis.show()
    axis.page = page
    return axis


def _card(axis: StyleAxis, step: int) -> QRadioButton:
    card = axis.findChild(QRadioButton, f"steer_{step}")
    assert card is not None
    return card


@pytest.mark.parametrize("step", STEPS)
def test_axis_when_a_step_is_pressed_then_it_is_told(qtbot: QtBot, step: int) -> None:
    axis = _axis(qtbot)

    with qtbot.waitSignal(axis.step_chosen) as told:
        qtbot.mouseClick(_card(axis, step), Qt.MouseButton.LeftButton)

    assert told.args == [step]


def test_axis_when_arrows_are_pressed_then_the_step_moves(qtbot: QtBot) -> None:
    axis = _axis(qtbot)
    axis.set_step(0)
    _card(axis, 0).setFocus()

    press(Qt.Key.Key_Right)

    assert _card(axis, 1).isChecked()


def test_axis_when_there_is_no_answer_then_no_step_is_marked(qtbot: QtBot) -> None:
    axis = _axis(qtbot)
    axis.set_step(-2)

    axis.set_step(None)

    assert not any(_card(axis, step).isChecked() for step in STEPS)


def test_axis_when_there_is_no_room_then_the_steps_stand_below_each_other(qtbot: QtBot) -> None:
    wide, narrow = _axis(qtbot, 800), _axis(qtbot, 300)

    assert len({_card(wide, step).y() for step in STEPS}) == 1
    assert len({_card(narrow, step).y() for step in STEPS}) == len(STEPS)
