import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from ui.controllers.cover_controller import CoverController
from ui.controllers.hide_code import HideCode
from ui.language import Language
from ui.pages.privacy_part import PrivacyPart
from ui.widgets.button import Button
from ui.widgets.fold import Fold
from ui.widgets.text import Text


@pytest.fixture
def code() -> HideCode:
    return HideCode()


@pytest.fixture
def part(qtbot: QtBot, words: Language, code: HideCode) -> PrivacyPart:
    part = PrivacyPart(words, code, CoverController())
    part.retranslate()
    qtbot.addWidget(part)
    show(part, 640, 800)
    fold = part.findChild(Fold)
    assert fold is not None
    fold.set_open(is_open=True)
    return part


def _type(part: PrivacyPart, digits: str) -> None:
    for digit in digits:
        button = part.findChild(Button, f"choose_code_{digit}")
        assert button is not None
        button.click()


def _said(part: PrivacyPart) -> str:
    text = part.findChild(Text, "code_say")
    assert isinstance(text, Text)
    return text.plain


def test_code_when_typed_twice_alike_then_it_holds(part: PrivacyPart, code: HideCode) -> None:
    _type(part, "1357")
    assert not code.is_set
    assert _said(part) == "Type the same four digits once more."

    _type(part, "1357")

    assert code.opens("1357")


def test_code_when_typed_differently_then_it_is_asked_for_anew(
    part: PrivacyPart, code: HideCode
) -> None:
    _type(part, "1357")
    _type(part, "1358")

    assert not code.is_set
    assert "not the same" in _said(part)

    _type(part, "2468")
    _type(part, "2468")
    assert code.opens("2468")


def test_code_when_taken_off_then_none_is_asked_for(part: PrivacyPart, code: HideCode) -> None:
    code.choose("1357")
    part.show_state()
    remove = part.findChild(Button, "remove_code")
    assert remove is not None
    assert remove.isVisible()

    remove.click()

    assert not code.is_set
    assert not remove.isVisible()


def test_code_when_half_chosen_and_left_then_the_half_is_forgotten(
    part: PrivacyPart, code: HideCode
) -> None:
    _type(part, "1357")

    part.show_state()
    _type(part, "1357")

    assert not code.is_set
