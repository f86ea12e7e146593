"""The whole main job without a person: invented directory and answers, sheets, and pictures."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import as_file
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from matcher.bundled import bundled
from matcher.errors import MatcherError, Message, OutputError
from matcher.i18n import Catalogue
from matcher.questionnaire.response import ResponseSet
from matcher.services.matching.match import Match
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.settings import Settings

_PDF = "checklist.pdf"
_SHOWN = 5
_BEFORE = ("welcome", "looks", "help", "paper", "helper", "youth")
_SCALE = 1.5
_ROUNDS = 40
"""Of the pictures of the sheets: dots per point."""


def run_demo(words: Sequence[str]) -> int:
    """Run ``rapport demo``: rank, print, write the sheets and a picture of every page.

    Parameters
    ----------
    words
        What followed ``demo`` on the command line.

    Returns
    -------
    int
        0 done, 1 it could not be done and standard error says why.
    """
    catalogue = Catalogue()
    parser = argparse.ArgumentParser("rapport demo", description=catalogue.text("screen.demo.help"))
    parser.add_argument(
        "--out", type=Path, default=Path("rapport-demo"), help=catalogue.text("screen.demo.out")
    )
    out: Path = parser.parse_args(words).out
    return _answered(lambda: _demo(out, catalogue), catalogue)


def _demo(out: Path, catalogue: Catalogue) -> None:
    from matcher.services.matching.result_text import result_text

    _make_folder(out)
    answers = sample_answers()
    wiring = Wiring(make_application(), Settings(), DirectorySource(open_sample))
    match = wiring.source.match(answers)
    _say(result_text(match, catalogue, _SHOWN))
    pictures = [*_pages(wiring, answers, out)]
    chosen = wiring.results.chosen
    sheets = make_sheets(out / _PDF, match, chosen, catalogue)
    pictures += _sheet_pictures(sheets, out)
    wiring.close()
    _say(catalogue.text("screen.demo.done", pdf=str(sheets), n=len(pictures), folder=str(out)))


def sample_answers() -> ResponseSet:
    """Return the invented answers that ship with the program."""
    from matcher.questionnaire.answers_file import read_answers

    with as_file(bundled("sample_directory", "answers.json")) as path:
        return read_answers(path)


def _pages(wiring: Wiring, answers: ResponseSet, out: Path) -> Iterator[Path]:
    """Walk through the window as a person would, and take a picture of every page."""
    window = wiring.window
    window.show()
    settle()
    wiring.sitting.take(answers)
    names = [*_BEFORE, *wiring.pages_on_the_way(), "profile", "checklist", "how", "finish"]
    for number, name in enumerate(names, start=1):
        if name == "profile":
            _choose(wiring)
        window.go(name)
        settle()
        yield _save(window.grab().toImage(), out / f"page-{number:02d}-{name}.png")


def settle() -> None:
    """Let work off the GUI thread end and be shown, and nested layouts find their heights."""
    for _ in range(_ROUNDS):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _choose(wiring: Wiring) -> None:
    """Choose the first two people and open the profile of the first."""
    match = wiring.results.match
    assert match is not None
    people = first_people(match, 2)
    for profile_id in people:
        wiring.results.choose(profile_id)
    wiring.results.open(people[0])


def first_people(match: Match, count: int) -> list[str]:
    """Return the ids of those that stand first in a list."""
    from matcher.services.matching.result_text import shown_rows

    return [match.evaluation.snapshot.ids[row] for row in islice(shown_rows(match), count)]


def make_sheets(path: Path, match: Match, people: Sequence[str], catalogue: Catalogue) -> Path:
    """Write the checklist for some people and return where it is."""
    from matcher.services.sheets.checklist_files import make_checklist, write_sheets

    return write_sheets(path, make_checklist(match, people, catalogue))


def _sheet_pictures(sheets: Path, out: Path) -> Iterator[Path]:
    """Take a picture of every page of the sheets, as another program shows them."""
    from pypdfium2 import PdfDocument

    with PdfDocument(sheets) as document:
        for number, page in enumerate(document, start=1):
            bitmap = page.render(scale=_SCALE, rev_byteorder=True, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGBX8888,
            )
            yield _save(image, out / f"checklist-{number}.png")


def _save(image: QImage, path: Path) -> Path:
    if not image.save(str(path)):
        raise OutputError(Message("screen.demo.cannot_write", file=str(path)))
    return path


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise OutputError(Message("screen.demo.cannot_write", file=str(folder))) from None


def _answered(work: Callable[[], None], catalogue: Catalogue) -> int:
    """Do the work; when it cannot be done, say why and return 1."""
    try:
        work()
    except MatcherError as error:
        for message in error.messages:
            sys.stderr.write(catalogue.render(message) + "\n")
        return 1
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
