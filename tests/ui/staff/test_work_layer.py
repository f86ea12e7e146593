import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.language import Language
from ui.staff.work_layer import WorkLayer
from ui.widgets.text import Text


@pytest.fixture
def layer(qtbot: QtBot, words: Language) -> WorkLayer:
    layer = WorkLayer(words)
    qtbot.addWidget(layer)
    layer.say("import", "kiosk", can_stay=True, can_stop=True)
    show(layer, 800, 600)
    layer.setFocus()
    return layer


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_layer_when_answered_at_once_then_the_window_stays(
    layer: WorkLayer, qtbot: QtBot, key: Qt.Key
) -> None:
    assert focused() == "work_stay"

    with qtbot.waitSignal(layer.stay_chosen):
        press(key)


def test_layer_when_the_import_is_stopped_then_that_is_wished_once(
    layer: WorkLayer, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Tab)
    assert focused() == "work_stop"

    with qtbot.waitSignal(layer.stop_chosen):
        press(Qt.Key.Key_Return)

    assert focused() == "work_stay"
    assert not layer.findChild(QPushButton, "work_stop").isVisible()


def test_layer_when_nobody_is_signed_in_then_there_is_nothing_to_press(
    layer: WorkLayer, qtbot: QtBot
) -> None:
    layer.say("backup", "laptop", can_stay=False, can_stop=False)

    assert [each for each in layer.findChildren(QPushButton) if each.isVisible()] == []
    with qtbot.assertNotEmitted(layer.stay_chosen):
        press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("what", ["import", "undo", "backup", "restore", "export", "areas"])
def test_layer_when_something_is_under_way_then_it_is_said_in_every_language(
    layer: WorkLayer, words: Language, what: str
) -> None:
    layer.say(what, "laptop", can_stay=True, can_stop=False)
    said = words.text(f"staff.work.{what}")
    assert layer.accessibleName().startswith(said)

    words.set_code("es")

    assert words.text(f"staff.work.{what}") in layer.accessibleName()
    assert said not in layer.accessibleName()


@pytest.mark.parametrize("then", ["kiosk", "laptop", "leave"])
def test_layer_when_it_asks_then_each_answer_says_what_follows(
    layer: WorkLayer, words: Language, then: str
) -> None:
    layer.say("import", then, can_stay=True, can_stop=True)

    said = {each.objectName(): each.text() for each in layer.findChildren(QPushButton)}
    assert said["work_stay"] == words.text(f"staff.work.stay.{then}")
    assert said["work_stop"] == words.text(f"staff.work.stop.{then}")
    assert words.text(f"staff.work.goes_on.{then}") in layer.accessibleName()


def test_layer_when_rows_are_read_then_it_counts_them_and_begins_anew_with_the_next(
    layer: WorkLayer,
) -> None:
    moved = layer.findChild(Text, "work_moved")
    assert moved is not None

    layer.show_rows(800)
    assert moved.plain == "800 rows read so far."

    layer.say("backup", "kiosk", can_stay=True, can_stop=False)
    assert moved.plain == ""
