from pytestqt.qtbot import QtBot
from support.window import show

from ui.controllers.cover_controller import CoverController
from ui.language import Language
from ui.pages.cover_part import CoverPart
from ui.widgets.button import Button


def test_part_when_its_button_is_pressed_then_answers_are_covered_and_shown_again(
    qtbot: QtBot, words: Language
) -> None:
    cover = CoverController()
    part = CoverPart(words, cover)
    qtbot.addWidget(part)
    show(part)
    button = part.findChild(Button, "cover")
    assert button is not None
    assert button.accessibleName() == "Cover my answers"

    button.click()
    assert cover.is_covered
    assert button.accessibleName() == "Show my answers again"

    button.click()
    assert not cover.is_covered
