"""A sitting that somebody goes through in a moment: hands inside its own process, for tests.

Everything else is as in a kiosk: what the process gives up, the window, the pages, the match, the
sheets, and the program that takes them through a pipe. Only the printer is pretended.
"""

import base64
import contextlib
import json
import os
import select
import socket
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from support.own_words import words_of_this_process
from support.window import settle

from ui import kiosk_app
from ui.controllers.print_controller import PrintController
from ui.kiosk.supervisor_line import SupervisorLine
from ui.kiosk_window import KioskWiring
from ui.lp_printing import LpPrinters, Patience
from ui.pages.print_page import PrintPage, Step
from ui.printing import Printers
from ui.widgets.own_question import OwnQuestion

_TICKED = {
    "participants": ("participants_me", "age_band_26-64"),
    "languages": ("languages_en",),
    "formats": ("formats_in_person",),
    "style_steer": ("style_steer_-2",),
    "approaches": ("approaches_cbt",),
    "issues": ("issues_worry",),
    "priorities": ("group_style",),
}
_SEARCHED = "issues_search"
_LONGEST_WAY = 60
_STEP = 0.1
_PATIENCE = Patience(taking=20.0, trouble=0.0, printing=20.0, step=0.01)


@dataclass(frozen=True, slots=True)
class Orders:
    """What a sitting does.

    Attributes
    ----------
    address
        The socket where it tells what it was told, and waits before it ends.
    printers
        The folder of the pretended printer's programs; ``""`` prints nothing.
    """

    address: str
    printers: str = ""


def have_hands(orders: Orders) -> None:
    """Let sittings of this process be gone through by themselves."""

    class Driven(kiosk_app.Sitting):
        """Is gone through once it is seen."""

        def __init__(self, line: SupervisorLine, wiring: KioskWiring) -> None:
            super().__init__(line, wiring)
            self._is_driven = False
            wiring.window.painted.connect(self._begin)

        def _begin(self) -> None:
            if not self._is_driven:
                self._is_driven = True
                QTimer.singleShot(0, self, self._drive)

        def _drive(self) -> None:
            try:
                go_through(self._wiring, orders)
            except Exception:  # noqa: BLE001 - invented answers: the test is to hear of it
                _tell(orders.address, {"fault": traceback.format_exc()}, b"")

    kiosk_app.Sitting = Driven  # type: ignore[misc]


def go_through(wiring: KioskWiring, orders: Orders) -> None:
    """Answer, rank, choose, print, tell, wait, and finish."""
    canaries = words_of_this_process(("question", "words", "search"))
    question, words, searched = canaries
    _answer(wiring, words, searched)
    match = wiring.results.match
    assert match is not None
    wiring.results.choose(match.evaluation.snapshot.ids[0])
    printed = _print(wiring, question, orders.printers)
    told = {"canaries": canaries, "listed": sum(match.counts.values())}
    with _tell(orders.address, told, printed) as way:
        _DEEDS.get(_hear(way), _nothing)(canaries, printed)
        wiring.window.open("finish")
        _page(wiring).next_button.click()  # type: ignore[attr-defined]


def _tell(address: str, told: dict[str, object], sheets: bytes) -> socket.socket:
    way = socket.socket(socket.AF_UNIX)
    way.connect(address)
    way.sendall(json.dumps({"pid": os.getpid(), **told}).encode() + b"\n" + sheets)
    way.shutdown(socket.SHUT_WR)
    return way


def _hear(way: socket.socket) -> bytes:
    """Wait for a byte; the window goes on meanwhile, as its supervisor wants to hear."""
    while not select.select([way], [], [], _STEP)[0]:
        QApplication.processEvents()
    return way.recv(1)


def _answer(wiring: KioskWiring, words: str, searched: str) -> None:
    """Go from the first page to the list."""
    for _ in range(_LONGEST_WAY):
        page = _page(wiring)
        name = page.objectName().removeprefix("page_")
        if name == "results":
            return
        for option in _TICKED.get(name, ()):
            _button(page, option).click()
        if name == "issues":
            _write_issues(page, words, searched)
        page.next_button.click()  # type: ignore[attr-defined]
    raise AssertionError("the list is never reached")


def _write_issues(page: QWidget, words: str, searched: str) -> None:
    search = page.findChild(QLineEdit, _SEARCHED)
    QTest.keyClicks(cast(QLineEdit, search), searched)
    fold = page.findChild(QAbstractButton, "own_words_fold_open")
    if fold is not None:
        fold.click()
        QTest.keyClicks(cast(QPlainTextEdit, page.findChild(QPlainTextEdit)), words)


def _print(wiring: KioskWiring, question: str, folder: str) -> bytes:
    """Put a question of one's own on the sheets, print them and return them."""
    lp = LpPrinters("", [folder], _PATIENCE)
    printing = PrintController(Printers(lp.find, lp.print), is_choosing=False, parent=wiring)
    wiring.sheets_printout.printing = printing
    wiring.window.go("checklist")
    own = _page(wiring).findChild(OwnQuestion)
    QTest.keyClicks(own.field, question)
    own.add_button.click()
    wiring.window.open("print")
    printer = cast(PrintPage, _page(wiring))
    printer.next_button.click()
    settle()
    assert printer.step is Step.ASKED, printer.step
    printer.parts.yes.click()
    made = wiring.sheets_printout.sheets.sheets
    assert made is not None
    return made.data


def _page(wiring: KioskWiring) -> QWidget:
    settle()
    return wiring.window.page


def _button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, f"{name} is not on {page.objectName()}"
    return found


def _nothing(_canaries: Sequence[str], _sheets: bytes) -> None:
    """Do no more than everybody does."""


def _leak(canaries: Sequence[str], sheets: bytes) -> None:
    """Keep in files what was said, each time in another form."""
    folder, word = Path.home() / "leaks", canaries[0]
    folder.mkdir()
    plain = f"She said: {word}.".encode()
    for name, data in {
        "plain": plain,
        "wide": word.encode("utf-16-le"),
        "based": base64.b64encode(plain),
        "hex": plain.hex().encode(),
        "sheets.pdf": sheets,
        word: b"",
    }.items():
        (folder / name).write_bytes(data)


def _try_out(canaries: Sequence[str], _sheets: bytes) -> None:
    """Try to reach the network and to write a file."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((host, 9))
    with contextlib.suppress(OSError), Path.home().joinpath("tried").open("wb", 0) as file:
        file.write(canaries[0].encode())


_DEEDS = {b"l": _leak, b"t": _try_out}
