from pytestqt.qtbot import QtBot
from support.window import show

from ui.language import Language
from ui.staff.section_rail import SectionRail
from ui.widgets.button import Button


def test_rail_when_a_section_is_pressed_then_it_is_told_and_one_is_marked(
    qtbot: QtBot, words: Language
) -> None:
    rail = SectionRail(words, ("people", "acts"))
    qtbot.addWidget(rail)
    show(rail, 300, 300)
    rail.show_open("people")
    buttons = {button.objectName(): button for button in rail.findChildren(Button)}

    with qtbot.waitSignal(rail.chosen) as told:
        buttons["section_acts"].click()
    rail.show_open("acts")

    assert told.args == ["acts"]
    assert [name for name, button in buttons.items() if button.isChecked()] == ["section_acts"]


def test_rail_when_there_is_nothing_in_a_section_then_it_is_not_offered(
    qtbot: QtBot, words: Language
) -> None:
    rail = SectionRail(words, ("people", "kiosks"))
    qtbot.addWidget(rail)
    rail.offer("kiosks", is_offered=False)
    show(rail, 300, 300)
    buttons = {button.objectName(): button for button in rail.findChildren(Button)}
    assert not buttons["section_kiosks"].isVisible()

    rail.offer("kiosks", is_offered=True)

    assert buttons["section_kiosks"].isVisible()
