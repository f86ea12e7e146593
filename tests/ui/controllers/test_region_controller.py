from pytestqt.qtbot import QtBot

from ui.controllers.region_controller import RegionController


def test_region_when_changed_then_everybody_is_told_once(qtbot: QtBot) -> None:
    controller = RegionController("us")

    with qtbot.waitSignal(controller.region_changed) as told:
        controller.set_region("ie")
    with qtbot.assertNotEmitted(controller.region_changed):
        controller.set_region("ie")

    assert told.args == ["ie"]
    assert controller.region == "ie"
