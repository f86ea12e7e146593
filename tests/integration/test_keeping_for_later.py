"""A person keeps everything, comes back another day, goes on, and clears all of it."""

from pathlib import Path

import pytest
from support.keeping import (
    another_day,
    answer,
    go_on,
    keep_from_here,
    page_of,
    press_on,
    said,
    type_in,
)
from support.personal import OTHER, PASSPHRASE, bytes_below, quick_personal
from support.window import focused, settle

from ui.app import Wiring
from ui.controllers.keeping_controller import KeepingState
from ui.theme.tokens import PaletteName

_QUESTION = "Is there a lift?"

pytestmark = pytest.mark.usefixtures("qapp")


def _keep_and_close(folder: Path) -> tuple[str, ...]:
    """Answer, keep that, change some of it, and close the window; return who was chosen."""
    with another_day(folder) as wiring:
        chosen = answer(wiring)
        assert not folder.exists()
        keep_from_here(wiring)
        assert page_of(wiring) == "results"
        wiring.words.set_code("es")
        wiring.appearance.set_palette(PaletteName.DARK)
        wiring.sitting.respond("formats", ("video",))
        wiring.window.go("checklist")
        settle()
        assert wiring.checklist.add_own(chosen[0], _QUESTION)
        wiring.window.close()
        assert not wiring.window.isVisible()
    return chosen


def _open_after_a_slip(wiring: Wiring) -> None:
    """Type a wrong passphrase, then the right one."""
    press_on(wiring.window.page, "reopen")
    type_in(wiring.window.page, reopen_passphrase=OTHER)
    go_on(wiring.window.page)
    assert said(wiring.window, "reopen_passphrase_error")
    assert wiring.window.page.passphrase.text == OTHER  # type: ignore[attr-defined]
    assert focused() == "reopen_passphrase"
    type_in(wiring.window.page, reopen_passphrase=PASSPHRASE)
    go_on(wiring.window.page)


def _clear_all(wiring: Wiring) -> None:
    wiring.window.open("kept")
    settle()
    press_on(wiring.window.page, "kept_clear")
    assert focused() == "back"
    go_on(wiring.window.page)


def test_journey_when_kept_then_it_is_there_another_day_until_it_is_cleared(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    chosen = _keep_and_close(folder)
    kept = bytes_below(folder)
    assert kept
    assert not any(each.encode() in data for data in kept.values() for each in chosen)

    with another_day(folder) as wiring:
        assert not wiring.sitting.has_answers
        _open_after_a_slip(wiring)
        assert page_of(wiring) == "checklist"
        assert (wiring.words.code, wiring.appearance.palette) == ("es", PaletteName.DARK)
        assert wiring.sitting.answers.value("formats") == ("video",)
        assert wiring.results.chosen == chosen
        assert _QUESTION in wiring.checklist.questions[chosen[0]].own
        wiring.sitting.respond("formats", ("phone",))
        assert wiring.kept is not None
        assert wiring.kept.is_safe
        _clear_all(wiring)
        assert wiring.kept.keeping.state is KeepingState.OFF

    assert not [name for name in bytes_below(folder) if not name.endswith(".lock")]


def test_finish_when_all_is_kept_then_it_is_asked_whether_that_goes_too(tmp_path: Path) -> None:
    with another_day(tmp_path) as wiring:
        answer(wiring)
        keep_from_here(wiring)
        wiring.window.open("finish")
        go_on(wiring.window.page)
        assert page_of(wiring) == "welcome"
        assert not wiring.sitting.has_answers
        assert quick_personal(tmp_path).exists

        press_on(wiring.window.page, "reopen")
        type_in(wiring.window.page, reopen_passphrase=PASSPHRASE)
        go_on(wiring.window.page)
        assert wiring.sitting.has_answers
        wiring.window.open("finish")
        press_on(wiring.window.page, "finish_goes")
        go_on(wiring.window.page)
        assert page_of(wiring) == "welcome"
        assert not quick_personal(tmp_path).exists
