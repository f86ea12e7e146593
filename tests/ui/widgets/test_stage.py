from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.window import focused, settle, show

from ui.widgets.stage import Stage


@pytest.fixture
def field() -> QLineEdit:
    field = QLineEdit()
    field.setObjectName("field")
    field.setAccessibleName("Said in private")
    return field


@pytest.fixture
def stage(qtbot: QtBot, field: QLineEdit) -> Stage:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.addWidget(QLineEdit())
    column.addWidget(field)
    stage = Stage(ground)
    qtbot.addWidget(stage)
    show(stage)
    return stage


class _Watched(QWidget):
    """Writes down what happens to it."""

    seen: ClassVar[list[QEvent.Type]] = []

    def event(self, event: QEvent) -> bool:
        self.seen.append(event.type())
        return super().event(event)


def _layer(qtbot: QtBot, name: str) -> QWidget:
    layer = QWidget()
    layer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layer.setObjectName(name)
    qtbot.addWidget(layer)
    return layer


def _names(widget: QWidget) -> set[str]:
    """Return the name of everything a screen reader says below a widget: not what is hidden."""
    root = QAccessible.queryAccessibleInterface(widget)
    found, names = [root], set()
    while found:
        one = found.pop()
        if one.state().invisible:
            assert all(one.child(number).state().invisible for number in range(one.childCount()))
            continue
        names.add(one.text(QAccessible.Text.Name))
        found.extend(one.child(number) for number in range(one.childCount()))
    return names


def test_stage_when_something_is_laid_over_then_the_rest_is_in_nobodys_reach(
    qtbot: QtBot, stage: Stage, field: QLineEdit
) -> None:
    assert "Said in private" in _names(stage)
    layer = _layer(qtbot, "layer")

    stage.lay_over(layer)
    settle()

    assert layer.isVisible()
    assert layer.size() == stage.size()
    assert focused() == "layer"
    assert not field.isVisible()
    assert "Said in private" not in _names(stage)
    assert QAccessible.queryAccessibleInterface(field).state().invisible
    assert field.visibleRegion().isEmpty()
    assert field.window() is stage


def test_stage_when_taken_off_then_focus_and_words_are_as_before(
    qtbot: QtBot, stage: Stage, field: QLineEdit
) -> None:
    field.setText("evening")
    field.setFocus()
    field.setSelection(1, 3)
    layer = _layer(qtbot, "layer")
    stage.lay_over(layer)

    stage.take_off(layer)
    settle()

    assert focused() == "field"
    assert field.text() == "evening"
    assert field.selectedText() == "ven"
    assert not layer.isVisible()


def test_stage_when_covered_twice_then_each_comes_off_by_itself(
    qtbot: QtBot, stage: Stage, field: QLineEdit
) -> None:
    field.setFocus()
    lower, upper = _layer(qtbot, "lower"), _layer(qtbot, "upper")
    stage.lay_over(lower)
    stage.lay_over(upper)

    stage.take_off(lower)
    assert stage.top is upper
    stage.take_off(upper)
    settle()

    assert focused() == "field"


def test_stage_when_cleared_then_nothing_is_left_over_it(
    qtbot: QtBot, stage: Stage, field: QLineEdit
) -> None:
    for name in ("lower", "upper"):
        stage.lay_over(_layer(qtbot, name))

    stage.clear()

    assert field.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_stage_when_a_menu_is_open_then_it_closes(qtbot: QtBot, stage: Stage) -> None:
    menu = QMenu(stage)
    menu.addAction("English")
    menu.popup(stage.mapToGlobal(stage.rect().center()))
    settle()
    assert QApplication.activePopupWidget() is menu

    stage.lay_over(_layer(qtbot, "layer"))

    assert not menu.isVisible()


def test_stage_when_a_dialog_is_open_then_it_closes(qtbot: QtBot, stage: Stage) -> None:
    dialog = QDialog(stage)
    dialog.open()
    settle()
    assert QApplication.activeModalWidget() is dialog

    stage.lay_over(_layer(qtbot, "layer"))
    settle()

    assert not dialog.isVisible()
    assert focused() == "layer"


def test_stage_when_covered_again_and_again_then_nothing_is_styled_anew(
    qtbot: QtBot,
) -> None:
    """Hiding has to be at once: only what is shown may cost time, not what is there."""
    stage = Stage(_Watched())
    qtbot.addWidget(stage)
    show(stage)
    layer = _layer(qtbot, "layer")
    stage.lay_over(layer)
    stage.take_off(layer)
    _Watched.seen.clear()

    for _ in range(3):
        stage.lay_over(layer)
        stage.take_off(layer)
    settle()

    kind = QEvent.Type
    assert kind.Hide in _Watched.seen
    assert not {kind.StyleChange, kind.ParentChange, kind.Polish} & {*_Watched.seen}


def test_stage_when_it_goes_then_what_stands_outside_of_it_goes_too(qtbot: QtBot) -> None:
    ground, layer = QWidget(), QWidget()
    stage = Stage(ground)
    stage.keep(layer)
    stage.lay_over(layer)

    stage.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not isValid(ground)
    assert not isValid(layer)


def test_stage_when_a_layer_is_laid_on_the_ground_then_what_lies_over_it_stays_on_top(
    stage: Stage, qtbot: QtBot, field: QLineEdit
) -> None:
    field.setFocus()
    upper, lower = _layer(qtbot, "upper"), _layer(qtbot, "lower")
    stage.lay_over(upper)

    stage.lay_on_ground(lower)
    stage.lay_on_ground(lower)

    assert stage.top is upper
    assert not lower.isVisible()
    stage.take_off(upper)
    assert stage.top is lower
    assert focused() == "lower"
    stage.take_off(lower)
    assert focused() == "field"


def test_stage_when_nothing_is_over_the_ground_then_a_layer_on_it_is_seen(
    stage: Stage, qtbot: QtBot
) -> None:
    lower = _layer(qtbot, "lower")

    stage.lay_on_ground(lower)

    assert stage.top is lower


def test_stage_when_something_is_laid_over_then_that_is_told_while_all_is_still_seen(
    stage: Stage, field: QLineEdit, qtbot: QtBot
) -> None:
    told = []
    stage.covered.connect(lambda: told.append(field.isVisible()))
    layer = _layer(qtbot, "layer")

    stage.lay_over(layer)
    stage.lay_over(layer)

    assert told == [True]
