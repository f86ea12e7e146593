import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.language import Language
from ui.widgets import fault_layer
from ui.widgets.button import Button
from ui.widgets.fault_layer import FaultLayer
from ui.widgets.help_words import help_words
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text import Text


@pytest.fixture
def layer(qtbot: QtBot, words: Language) -> FaultLayer:
    layer = FaultLayer(words)
    qtbot.addWidget(layer)
    show(layer, 800, 600)
    return layer


def _said(layer: FaultLayer) -> str:
    return " ".join(one.plain for one in layer.findChildren(Text) if one.isVisible())


def _buttons(layer: FaultLayer) -> list[str]:
    return [one.objectName() for one in layer.findChildren(Button) if one.isVisible()]


def test_layer_when_seen_then_it_says_what_is_kept_and_return_goes_on(
    layer: FaultLayer, qtbot: QtBot
) -> None:
    layer.setFocus()

    assert "Your answers are still here." in _said(layer)
    assert _buttons(layer) == ["fault_go_on", "fault_start_again"]
    assert focused() == "fault_go_on"
    with qtbot.waitSignal(layer.gone_on):
        press(Qt.Key.Key_Return)


def test_layer_when_to_start_again_then_it_says_what_that_loses_first(
    layer: FaultLayer, qtbot: QtBot
) -> None:
    layer.setFocus()
    with qtbot.assertNotEmitted(layer.started_again):
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Return)

    assert "forgets your answers" in _said(layer)
    assert "forgets your answers" in layer.accessibleName()
    assert focused() == "fault_sure"
    with qtbot.waitSignal(layer.started_again):
        press(Qt.Key.Key_Space)


def test_layer_when_it_went_wrong_often_then_only_starting_again_is_left(
    layer: FaultLayer, qtbot: QtBot
) -> None:
    layer.prepare(can_go_on=False)
    layer.setFocus()

    assert "more than once" in _said(layer)
    assert "still here" not in _said(layer)
    assert "forgets your answers" in _said(layer)
    assert _buttons(layer) == ["fault_sure"]
    with qtbot.waitSignal(layer.started_again):
        press(Qt.Key.Key_Return)


def test_layer_when_prepared_again_then_it_begins_anew(layer: FaultLayer) -> None:
    layer.prepare(can_go_on=False)
    layer.prepare(can_go_on=True)

    assert _buttons(layer) == ["fault_go_on", "fault_start_again"]
    assert "forgets" not in _said(layer)


@pytest.mark.parametrize("is_near", [True, False])
def test_layer_when_staff_is_near_then_one_can_ask_them(
    qtbot: QtBot, words: Language, is_near: bool
) -> None:
    layer = FaultLayer(words, has_staff_near=is_near)
    qtbot.addWidget(layer)
    show(layer, 800, 600)

    assert ("ask staff" in _said(layer)) is is_near
    assert ("ask staff" in layer.accessibleName()) is is_near


def test_layer_when_of_staff_then_it_speaks_of_their_work(qtbot: QtBot, words: Language) -> None:
    layer = FaultLayer(words, "staff")
    qtbot.addWidget(layer)
    show(layer, 800, 600)

    assert "What you wrote is still here." in _said(layer)
    assert "answers" not in _said(layer)


def test_layer_when_the_language_changes_then_it_speaks_it(
    layer: FaultLayer, words: Language
) -> None:
    words.set_code("es")

    assert "Algo falló en este programa" in _said(layer)
    assert layer.accessibleName().startswith("Algo falló")


def test_layer_when_seen_again_then_it_is_spoken(
    layer: FaultLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(fault_layer, "announce", lambda _widget, words: spoken.append(words))
    layer.hide()

    layer.show()

    assert spoken == [layer.accessibleName()]


def test_layer_when_over_a_persons_window_then_it_says_whom_to_call(
    layer: FaultLayer, words: Language, qtbot: QtBot
) -> None:
    of_staff = FaultLayer(words, "staff")
    qtbot.addWidget(of_staff)

    assert help_words(words) in _said(layer)
    assert help_words(words) in layer.accessibleName()
    assert help_words(words) not in _said(of_staff)


def test_layer_when_it_comes_again_then_it_begins_at_the_top(layer: FaultLayer) -> None:
    show(layer, 300, 160)
    bar = layer.findChild(ScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0

    layer.prepare(can_go_on=False)

    assert bar.value() == 0
