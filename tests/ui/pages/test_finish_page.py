from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from support.window import open_window, takes_taps

from ui.app import Wiring
from ui.pages.finish_page import FinishPage
from ui.parts import Parts
from ui.settings import Settings
from ui.widgets.text import Text


@pytest.fixture(params=[False, True], ids=["laptop", "kiosk"])
def wiring(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Wiring]:
    with open_window(Settings(is_kiosk=request.param)) as wiring:
        yield wiring


def test_page_when_everything_is_cleared_then_nothing_of_the_sitting_is_left(
    wiring: Wiring,
) -> None:
    wiring.sitting.respond("formats", ("video",))
    wiring.window.go("formats")
    wiring.window.open("finish")

    page = wiring.window.page

    page.next_button.click()

    if wiring.settings.is_kiosk:  # there, what was said ends with the process
        assert wiring.is_ending
        assert not page.isVisible()
    else:
        assert not wiring.sitting.has_answers
        assert wiring.window.page.objectName() == "page_welcome"
        said = wiring.window.page.findChild(Text, "cleared")
        assert said is not None
        assert said.plain.startswith("All clear")
        wiring.window.go_on()
        wiring.window.go_back()
        assert said.plain == ""


def test_page_when_entered_then_the_focus_is_on_the_way_back(wiring: Wiring) -> None:
    wiring.window.go("formats")
    wiring.window.open("finish")

    assert wiring.window.page.focusWidget() is wiring.window.page.back_button


def test_page_when_pages_are_being_printed_then_it_says_that_they_stop(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiring.window.go("formats")
    monkeypatch.setattr(Parts, "is_printing", property(lambda _: True))
    wiring.window.open("finish")

    page = wiring.window.page
    assert isinstance(page, FinishPage)
    assert page.printing.plain.startswith("Pages are still on their way")


def test_page_when_nothing_came_out_then_nothing_is_said_to_stay(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiring.window.go("formats")
    wiring.window.open("finish")
    page = wiring.window.page
    kept = page.findChild(Text, "kept")
    assert kept is not None
    assert "printed" not in kept.plain

    wiring.window.go_back()
    monkeypatch.setattr(Parts, "has_come_out", property(lambda _: True))
    wiring.window.open("finish")

    assert kept.plain.startswith("What you printed")


def test_page_when_the_person_goes_back_then_nothing_is_lost(wiring: Wiring) -> None:
    wiring.sitting.respond("formats", ("video",))
    wiring.window.go("formats")
    wiring.window.open("finish")
    assert isinstance(wiring.window.page, FinishPage)

    wiring.window.page.back_button.click()

    assert wiring.window.page.objectName() == "page_formats"
    assert wiring.sitting.has_answers


def test_page_when_just_shown_then_a_second_tap_clears_nothing(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.window.go("formats")
    wiring.window.open("finish")
    page = wiring.window.page

    assert not takes_taps(page.next_button)
    assert takes_taps(page.back_button)
    qtbot.waitUntil(lambda: takes_taps(page.next_button))
