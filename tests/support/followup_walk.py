"""The states of the pages on which a person notes what came after the list; their file is open."""

from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractButton, QLineEdit
from support.searching import followup_of
from support.window import settle

from matcher.checklist.statements import STATEMENTS, Step
from matcher.followup.first_talk import Met
from ui.app import Wiring
from ui.pages.check_in_page import CheckInPage
from ui.pages.reading_page import ReadingPage

_WEEK = timedelta(7)
_BEFORE = (Step.MOSTLY, Step.PARTLY, Step.PARTLY, Step.FULLY, Step.CANNOT_SAY)
_NOW = (Step.A_LITTLE, Step.MOSTLY, Step.PARTLY, Step.CANNOT_SAY, Step.PARTLY)


def _people(wiring: Wiring) -> tuple[str, ...]:
    """Put two people on the list of whom to ask, unless they are on it."""
    match = wiring.results.match
    assert match is not None
    followup, ids = followup_of(wiring), match.evaluation.snapshot.ids[:2]
    names = {id_: match.profile(id_).name for id_ in ids}
    followup.set_search(followup.search.with_people(names))
    return tuple(ids)


def _open(wiring: Wiring, page: str, profile_id: str) -> None:
    wiring.window.go("results")
    settle()
    followup_of(wiring).opened = profile_id
    wiring.window.open(page)
    settle()


def _press(wiring: Wiring, name: str) -> None:
    # Rows that were taken out may still be there: those of now come after them.
    buttons = wiring.window.page.findChildren(QAbstractButton, name)
    assert buttons, f"{name} is not on {wiring.window.page.objectName()}"
    buttons[-1].click()
    settle()


def _type(wiring: Wiring, name: str, words: str) -> None:
    *_, field = wiring.window.page.findChildren(QLineEdit, name)
    field.setText(words)
    field.textEdited.emit(words)
    settle()


def talk(wiring: Wiring) -> None:
    """Note a first talk in which one thing was otherwise."""
    wiring.window.go("results")
    settle()
    first, _ = _people(wiring)
    _open(wiring, "talk", first)
    _press(wiring, f"fee_met_{Met.OTHERWISE}")
    _type(wiring, "fee_line", "110")


def talk_with_two(wiring: Wiring) -> None:
    """Note another one, and see both side by side."""
    _, second = _people(wiring)
    _open(wiring, "talk", second)
    _press(wiring, f"fee_met_{Met.AS_STATED}")


def check_in(wiring: Wiring) -> None:
    """Say for the first time how it goes."""
    followup_of(wiring).today = lambda: date.today() - _WEEK
    _open(wiring, "check_in", _people(wiring)[0])
    _answer(wiring, _BEFORE)


def check_in_later(wiring: Wiring) -> None:
    """Say it a week later, see what is another, and begin a sentence."""
    followup_of(wiring).today = date.today
    _open(wiring, "check_in", _people(wiring)[0])
    _answer(wiring, _NOW)
    _press(wiring, "use_suggested")
    _type(wiring, "sentence_gap_0", "we began late")


def _answer(wiring: Wiring, steps: tuple[Step, ...]) -> None:
    for statement, step in zip(STATEMENTS, steps, strict=False):
        _press(wiring, f"{statement}_step_{step}")
    page = wiring.window.page
    assert isinstance(page, CheckInPage)
    page.begin_anew()


def preview_check_in(wiring: Wiring) -> None:
    """See that on paper."""
    _press(wiring, "notes_print")


def reading(wiring: Wiring) -> None:
    """See the list of short pages."""
    wiring.window.open("reading")


def read(wiring: Wiring) -> None:
    """Read the one with the help lines."""
    page = wiring.window.page
    assert isinstance(page, ReadingPage)
    page.open(len(page.list.buttons) - 1)


def ending(wiring: Wiring) -> None:
    """Begin a letter."""
    wiring.window.open("ending")
    _type(wiring, "thank", "your patience")


FOLLOWUP_STOPS = {
    "talk": talk,
    "talk_two": talk_with_two,
    "check_in": check_in,
    "check_in_later": check_in_later,
    "preview_check_in": preview_check_in,
    "reading": reading,
    "reading_one": read,
    "ending": ending,
}
"""In this order: each goes on where the one before ended."""
