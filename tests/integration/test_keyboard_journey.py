"""A whole sitting by keys alone, in both languages: every control is reached with Tab."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.window import MOST_TABS, focused, open_window, press, settle

from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, State, Times
from ui.app import Wiring
from ui.settings import Settings

_NEXT = Qt.Key.Key_Return


def _tab_to(name: str) -> None:
    """Press Tab until a control has the focus; fail when it never gets it."""
    for _ in range(MOST_TABS):
        if focused() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached with Tab")


def _choose(*names: str) -> None:
    for name in names:
        _tab_to(name)
        press(Qt.Key.Key_Space)


def _pick(group: str, name: str) -> None:
    """Reach a group of which one is chosen with Tab, and the card with arrows."""
    for _ in range(MOST_TABS):
        if focused().startswith(f"{group}_"):
            break
        press(Qt.Key.Key_Tab)
    for _ in range(MOST_TABS):
        if focused() == name:
            press(Qt.Key.Key_Space)
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"{name} cannot be reached with arrows")


def _go_on() -> None:
    """Go to the next page: Return on a card that is not chosen would choose it."""
    _tab_to("next")
    press(_NEXT)


def _type(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def _is_on(wiring: Wiring, page: str) -> None:
    settle()
    assert wiring.window.page.objectName() == f"page_{page}"


def to_review(wiring: Wiring) -> None:
    """Go from the first page to *Check your answers* with keys."""
    _to_style(wiring)
    _from_style(wiring)


def _to_style(wiring: Wiring) -> None:
    press(_NEXT)
    _is_on(wiring, "comfort")
    _go_on()
    _is_on(wiring, "participants")
    _pick("participants", "participants_me")
    _pick("age_band", "age_band_26-64")
    _go_on()
    _is_on(wiring, "languages")
    _choose("languages_en")
    _go_on()
    _is_on(wiring, "formats")
    _choose("formats_in_person", "formats_walk")
    _go_on()
    _is_on(wiring, "place")
    _type("97758")
    _go_on()
    _is_on(wiring, "times")
    for key in (Qt.Key.Key_Down,) * 3:
        press(key)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space):
        press(key)
    _go_on()
    _is_on(wiring, "fee")
    _tab_to("fee_amount")
    _type("120")
    _go_on()
    _is_on(wiring, "access")
    _go_on()
    _is_on(wiring, "style_steer")


def _from_style(wiring: Wiring) -> None:
    _pick("style_steer", "style_steer_-2")
    _tab_to("style_steer_counts_open")
    press(Qt.Key.Key_Space)
    _pick("style_steer_importance", "style_steer_importance_matters_a_lot")
    _go_on()
    _is_on(wiring, "style_challenge")
    _pick("style_challenge_state", "style_challenge_state_not_sure")
    _go_on()
    _is_on(wiring, "style_feelings")
    _go_on()
    _is_on(wiring, "approaches")
    _go_on()
    _is_on(wiring, "pause")
    _go_on()
    _is_on(wiring, "issues")
    _type("anxie")
    _choose("issues_worry")
    _go_on()
    _is_on(wiring, "communities")
    _go_on()
    _is_on(wiring, "therapist_gender")
    _pick("therapist_gender_state", "therapist_gender_state_rather_not_say")
    _go_on()
    _is_on(wiring, "priorities")
    press(Qt.Key.Key_Space)
    _go_on()
    _is_on(wiring, "review")


@pytest.mark.parametrize("language", ["en", "es"])
def test_sitting_when_done_by_keys_alone_then_every_answer_is_kept(
    qapp: object, language: str
) -> None:
    with open_window(Settings(language=language)) as wiring:
        to_review(wiring)

        said = wiring.sitting.answers.responses
        assert said["participants"].value == "me"
        assert said["age_band"].value == "26-64"
        assert said["formats"].value == ("in_person", "walk")
        assert said["place"].value == Place("97758", "US", max_km=Decimal("16.1"))
        assert said["times"].value == Times(("mon-evening",), ("tue-evening",))
        assert said["fee"].value == Money(Decimal(120), "USD")
        assert said["payers"] == Response(state=State.NO_PREFERENCE)
        assert said["style_steer"] == Response(-2, importance=Importance.MATTERS_A_LOT)
        assert said["style_challenge"].state is State.NOT_SURE
        assert said["issues"].value == ("worry",)
        assert said["therapist_gender"].state is State.RATHER_NOT_SAY
        assert wiring.sitting.double == ("style",)
        assert wiring.matching.match is not None


def test_back_when_pressed_by_keys_then_it_leads_back_and_nothing_is_lost(
    wiring_by_keys: Wiring,
) -> None:
    to_review(wiring_by_keys)
    before = wiring_by_keys.sitting.answers

    for page in ("priorities", "therapist_gender", "communities", "issues"):
        _tab_to("back")
        press(Qt.Key.Key_Space)
        _is_on(wiring_by_keys, page)
    for page in ("communities", "therapist_gender", "priorities", "review"):
        _go_on()
        _is_on(wiring_by_keys, page)

    assert wiring_by_keys.sitting.answers == before


@pytest.fixture
def wiring_by_keys(qapp: object) -> Iterator[Wiring]:
    with open_window() as opened:
        yield opened
