"""What a person at a kiosk sees of a printer that works, and of one that does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.fake_cups import LP_SAYS_NO, FakeCups
from support.walking import open_filled
from support.window import settle

from matcher.i18n import Catalogue
from ui.controllers.print_controller import PrintController
from ui.kiosk_window import KioskWiring
from ui.lp_printing import LpPrinters, Patience
from ui.pages.print_page import PrintPage, Step
from ui.printing import Printers
from ui.settings import Settings

_QUICK = Patience(taking=5.0, trouble=0.0, printing=5.0, step=0.01)
_WAITS_LONG = Patience(taking=600.0, trouble=600.0, printing=600.0, step=0.01)
_WAITS = "Desk-7  kiosk  1024  Mon 02 Nov 2026\n"


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeCups]:
    cups = FakeCups(tmp_path / "bin")
    monkeypatch.setenv("CUPS_SERVER", cups.address)
    yield cups
    cups.close()


@pytest.fixture(params=["en", "es"])
def kiosk(request: pytest.FixtureRequest, qapp: object) -> Iterator[KioskWiring]:
    settings = Settings(language=request.param, is_kiosk=True, own_words=False)
    with open_filled(settings) as wiring:
        wiring.window.go("results")
        settle()
        assert wiring.results.match is not None
        wiring.results.choose(wiring.results.match.evaluation.snapshot.ids[0])
        yield wiring


def _open(
    kiosk: KioskWiring, cups: FakeCups, wanted: str = "", patience: Patience = _QUICK
) -> PrintPage:
    lp = LpPrinters(wanted, [str(cups.folder)], patience)
    printing = PrintController(Printers(lp.find, lp.print), is_choosing=False, parent=kiosk)
    kiosk.sheets_printout.printing = printing
    kiosk.window.go("checklist")
    kiosk.window.open("print")
    settle()
    page = kiosk.window.page
    assert isinstance(page, PrintPage)
    return page


def _print(kiosk: KioskWiring, cups: FakeCups) -> PrintPage:
    page = _open(kiosk, cups)
    page.next_button.click()
    settle()
    return page


def _said(kiosk: KioskWiring, key: str, printer: str = "Desk") -> str:
    words: Catalogue = kiosk.words.catalogue
    return words.text(f"checklist.error.{key}", printer=printer)


def test_printer_when_it_takes_the_sheets_then_it_is_asked_whether_they_came_out(
    kiosk: KioskWiring, cups: FakeCups
) -> None:
    page = _print(kiosk, cups)

    made = kiosk.sheets_printout.sheets.sheets
    assert made is not None
    assert cups.take()[2] == made.data
    assert page.step is Step.ASKED


def test_printer_when_it_says_no_then_there_is_a_way_without_it(
    kiosk: KioskWiring, cups: FakeCups
) -> None:
    cups.set_lp(LP_SAYS_NO)

    page = _print(kiosk, cups)

    assert page.step is Step.STUCK
    assert page.parts.problem.plain == _said(kiosk, "printer")
    assert page.next_button.text() == kiosk.words.text("checklist.copy")
    assert page.parts.save.isHidden()


def test_printer_when_it_has_no_paper_then_that_is_said_and_nothing_is_left_waiting(
    kiosk: KioskWiring, cups: FakeCups
) -> None:
    cups.say("lpstat", "-l", "printer Desk now printing Desk-7.\n\tAlerts: media-empty-error\n")
    cups.say("lpstat", "-o", _WAITS)

    page = _print(kiosk, cups)

    assert page.step is Step.AGAIN
    assert page.parts.problem.plain == _said(kiosk, "no_paper")
    assert page.parts.problem.y() < page.parts.told.y()
    assert cups.cancelled == ["Desk-7"]


def test_printer_when_the_one_of_the_kiosk_is_gone_then_no_other_is_used(
    kiosk: KioskWiring, cups: FakeCups
) -> None:
    page = _open(kiosk, cups, "Attic")

    assert page.step is Step.STUCK
    assert page.parts.problem.plain == _said(kiosk, "away", "Attic")


def test_sitting_when_it_ends_while_a_job_waits_then_the_job_is_taken_back(
    kiosk: KioskWiring, cups: FakeCups, qtbot: QtBot
) -> None:
    cups.say("lpstat", "-o", _WAITS)
    page = _open(kiosk, cups, patience=_WAITS_LONG)
    page.next_button.click()
    cups.take()
    assert cups.cancelled == []

    with qtbot.waitSignal(kiosk.ended, timeout=20_000):
        kiosk.window.clear_requested.emit()

    qtbot.waitUntil(lambda: cups.cancelled == ["Desk-7"], timeout=20_000)
