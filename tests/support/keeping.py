"""What a person keeps, in the window: a folder of its own, and hands to type with."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from support.personal import PASSPHRASE, quick_personal
from support.window import open_window, settle

from matcher.services.personal.keyring import ComputerKeyring
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.controllers.keeping_controller import KeepingController
from ui.demo import sample_answers
from ui.pages.page import Page
from ui.parts import Parts
from ui.settings import Settings
from ui.widgets.text import Text


@contextmanager
def another_day(folder: Path) -> Iterator[Wiring]:
    """Open a window that shares nothing with the one before but the folder."""
    with open_window(Settings(), partial(quick_personal, folder)) as wiring:
        yield wiring


def parts_of(folder: Path, keyring: ComputerKeyring | None = None) -> Parts:
    """Return what a window stands on, without the window."""
    parts = Parts(make_application(), Settings(), DirectorySource(open_sample))
    parts.find_personal = partial(quick_personal, folder, keyring)
    return parts


def keeping_of(parts: Parts) -> KeepingController:
    """Return what keeps."""
    assert parts.keeping is not None
    return parts.keeping


def keep_answers(parts: Parts) -> None:
    """Have the sample's answers kept."""
    parts.sitting.take(sample_answers())
    parts.personal.create(PASSPHRASE)
    settle()
    keeping_of(parts).start()
    settle()


def page_of(wiring: Wiring) -> str:
    """Return the id of the page that is shown."""
    return wiring.window.page.objectName().removeprefix("page_")


def type_in(page: Page, **words: str) -> None:
    """Type into the fields of a page."""
    for name, each in words.items():
        field = page.findChild(QLineEdit, name)
        assert field is not None, f"{name} is not on {page.objectName()}"
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, each)


def press_on(page: Page, name: str) -> None:
    """Press a button of a page."""
    button = page.findChild(QAbstractButton, name)
    assert button is not None, f"{name} is not on {page.objectName()}"
    button.click()
    settle()


def go_on(page: Page) -> None:
    """Press the button that leads on."""
    page.next_button.click()
    settle()


def said(widget: object, name: str) -> str:
    """Return what a text says; ``""`` when it is not shown."""
    text = widget.findChild(Text, name)  # type: ignore[attr-defined]
    assert text is not None, name
    return "" if text.isHidden() else str(text.plain)


def answer(wiring: Wiring) -> tuple[str, ...]:
    """Answer, look at the list and choose two; return whom."""
    wiring.window.page.go_on()
    wiring.sitting.take(sample_answers())
    wiring.window.go("results")
    settle()
    match = wiring.results.match
    assert match is not None
    chosen = tuple(match.evaluation.snapshot.ids[:2])
    for profile_id in chosen:
        wiring.results.choose(profile_id)
    return chosen


def keep_from_here(wiring: Wiring) -> str:
    """Keep everything from the page that is shown; return the recovery code."""
    press_on(wiring.window.page, "keep")
    type_in(wiring.window.page, keep_passphrase=PASSPHRASE, keep_again=PASSPHRASE)
    go_on(wiring.window.page)
    code = wiring.window.page.code.code  # type: ignore[attr-defined]
    press_on(wiring.window.page, "keep_code_noted")
    go_on(wiring.window.page)
    return str(code)
