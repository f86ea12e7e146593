import pytest
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.weights_panel import WeightsPanel

_ENGLISH = Language("en")
_PRESETS = ("balanced", "equal", "practical_first", "relationship_first")


def _panel(qtbot: QtBot, *, is_live: bool = True) -> WeightsPanel:
    panel = WeightsPanel(is_live=is_live)
    qtbot.addWidget(panel)
    panel.retranslate(_ENGLISH)
    panel.show_points({"style": 60, "culture": 40}, _ENGLISH)
    panel.show_presets(_PRESETS, "balanced", _ENGLISH)
    panel.show_ways(_ENGLISH, is_changed=False, is_waiting=False)
    panel.show()
    return panel


@pytest.fixture
def panel(qtbot: QtBot) -> WeightsPanel:
    return _panel(qtbot)


def test_panel_when_shown_then_each_group_in_play_has_a_row(panel: WeightsPanel) -> None:
    assert [*panel.rows] == ["style", "culture"]

    panel.show_points({"culture": 30, "format": 70}, _ENGLISH)

    assert {*panel.rows} == {"culture", "format"}


def test_panel_when_one_group_is_in_play_then_a_sentence_stands_for_the_sliders(
    panel: WeightsPanel,
) -> None:
    panel.show_points({"culture": 100}, _ENGLISH)

    assert not panel.rows
    assert "Culture, language and faith" in panel._alone.plain


def test_panel_when_a_slider_moves_then_it_is_told(panel: WeightsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.moved) as told:
        panel.rows["style"].slider.setValue(10)

    assert told.args == ["style", 10]


def test_panel_when_a_preset_holds_then_its_button_is_down(panel: WeightsPanel) -> None:
    panel.show_presets(_PRESETS, "equal", _ENGLISH)
    assert [name for name, button in panel.presets.items() if button.isChecked()] == ["equal"]

    panel.show_presets(_PRESETS, "", _ENGLISH)
    assert not any(button.isChecked() for button in panel.presets.values())


def test_panel_when_a_preset_is_pressed_then_it_is_told(panel: WeightsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.preset_chosen) as told:
        panel.presets["practical_first"].click()

    assert told.args == ["practical_first"]


def test_panel_when_nothing_was_changed_then_there_is_no_way_back(panel: WeightsPanel) -> None:
    assert not panel.back.isEnabled()
    assert not panel.update_list.isVisible()

    panel.show_ways(_ENGLISH, is_changed=True, is_waiting=False)

    assert panel.back.isEnabled()


def test_panel_when_the_list_waits_then_it_says_what_to_press(qtbot: QtBot) -> None:
    panel = _panel(qtbot, is_live=False)
    assert not panel.update_list.isEnabled()

    panel.show_ways(_ENGLISH, is_changed=True, is_waiting=True)

    assert panel.update_list.isVisible()
    assert panel._hint.plain.startswith("Press “Update list”")
    with qtbot.waitSignal(panel.update_requested):
        panel.update_list.click()


def test_panel_when_folded_then_a_line_opens_it(panel: WeightsPanel) -> None:
    panel.set_folded(is_folded=True)
    assert not panel.rows["style"].isVisible()

    panel._fold.set_open(is_open=True)

    assert panel.rows["style"].isVisible()
