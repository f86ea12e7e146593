"""Every page of the window in the states a person meets it in, one after the other.

A new page is one line in `_stops`; what has to be pressed before it can be seen whole is a function
beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from support.keeping_walk import KEEPING_STOPS
from support.personal import quick_personal
from support.troubles import (
    answer_wrongly,
    be_refused_by_folder,
    be_refused_by_printer,
    empty_directory,
    enter_wrong_code,
    fail_list,
    fit_nobody,
    have_no_printer,
    have_sheets,
    meet_printers,
    miss_a_sheet,
    outdate_list,
    set_usual_printers,
    wait_for_list,
)
from support.window import open_window, settle

from ui.app import Wiring
from ui.demo import sample_answers
from ui.pages.documents_page import DocumentsPage
from ui.pages.model_card_page import ModelCardPage
from ui.pages.preview_page import PreviewPage
from ui.settings import Settings
from ui.theme.tokens import PaletteName

USUAL = QSize(1280, 800)
SMALL = QSize(1024, 768)
PORTRAIT = QSize(1080, 1920)

_MOST_WAITED = 200

_WRONG = (("place", "place_postcode", "12"), ("fee", "fee_amount", "a few"))
"""Pages with a field, and words that are no answer there."""

Action = Callable[[Wiring], None]


def _nothing(_wiring: Wiring) -> None:
    """Leave a page as it is."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One state of one page.

    Attributes
    ----------
    name
        The page's id, or it and a word for its state.
    show, leave
        How to come to it, and how to undo what other pages would show too.
    """

    name: str
    show: Action
    leave: Action = _nothing


def walk(wiring: Wiring, *, with_troubles: bool = True) -> Iterator[str]:
    """Show one state after the other and give its name; nothing is open at the end.

    Parameters
    ----------
    with_troubles
        Whether to show, too, what a person meets when something is missing, wrong, late or refused.
    """
    troubles = _troubles(wiring) if with_troubles else ()
    for stop in chain(_stops(wiring), troubles):
        stop.show(wiring)
        settle()
        yield stop.name
        stop.leave(wiring)
    wiring.window.go("welcome")
    settle()


@contextmanager
def open_filled(
    settings: Settings | None = None,
    size: QSize = USUAL,
    palette: PaletteName = PaletteName.LIGHT,
) -> Iterator[Wiring]:
    """Open a window of a size in a palette, with the sample's answers given."""
    settings = settings or Settings()
    with TemporaryDirectory() as folder, _open_with(settings, Path(folder)) as wiring:
        wiring.appearance.set_palette(palette)
        wiring.window.resize(size)
        _answer_again(wiring)
        set_usual_printers(wiring)
        settle()
        yield wiring


def _open_with(settings: Settings, folder: Path) -> AbstractContextManager[Wiring]:
    """Open a window that keeps in a folder of its own what is to be kept, without much work."""
    return open_window(settings, partial(quick_personal, folder))


def press(wiring: Wiring, name: str) -> None:
    """Press a button of the page by its name, unless it is down already."""
    button = wiring.window.page.findChild(QAbstractButton, name)
    assert button is not None, f"{name} is not on {wiring.window.page.objectName()}"
    if not button.isChecked():
        button.click()
    QApplication.processEvents()


def _stops(wiring: Wiring) -> Iterator[Stop]:
    for page in ("welcome", "looks", "help", "paper", "helper", "youth"):
        yield _page(page)
    yield Stop("hidden", _hide, _show_again)
    yield Stop("hidden_code", _hide_by_code, _show_again)
    yield Stop("fault", _fail, _show_again)
    yield Stop("fault_asked", _fail_and_ask, _show_again)
    yield Stop("fault_again", _fail_often, _show_again)
    if wiring.settings.is_kiosk:
        yield Stop("idle", _wait, _show_again)
    for page in (*wiring.pages_on_the_way(), "more", *wiring.pages_beyond_the_way()):
        yield Stop(page, _OPENED.get(page, partial(_go, page=page)))
    yield Stop("results_numbers", _show_numbers)
    yield Stop("results_covered", partial(_cover, page="results"), _uncover)
    yield Stop("issues_covered", partial(_cover, page="issues"), _uncover)
    yield Stop("profile", _open_profile)
    yield Stop("profile_like", _open_similar)
    yield Stop("compare", _compare)
    yield _page("checklist")
    yield Stop("preview", _preview)
    yield Stop("print", _print)
    yield Stop("copy_card", partial(_open_over_sheets, page="copy_card"))
    yield Stop("how", _open_how)
    yield Stop("documents", partial(_read, numbers=()))
    yield Stop("documents_clients", partial(_read, numbers=(0,)))
    yield Stop("documents_about", partial(_read, numbers=(1,)))
    yield _page("finish")
    if not wiring.settings.is_kiosk:
        for name, show in KEEPING_STOPS.items():
            yield Stop(name, show)


def _troubles(wiring: Wiring) -> Iterator[Stop]:
    """Give the states in which something is missing, wrong, late or refused.

    They follow the others: two people are chosen, and the last ones leave no list behind.
    """
    yield Stop("checklist_done", have_sheets)
    yield Stop("print_refused", be_refused_by_printer)
    yield Stop("print_again", miss_a_sheet)
    for page in ("", "preview", "print"):
        name = f"{page or 'checklist'}_no_printer"
        yield Stop(name, partial(have_no_printer, page=page), _find_printers_again)
    if not wiring.settings.is_kiosk:
        yield Stop("checklist_not_saved", be_refused_by_folder)
    for page, field, words in _WRONG:
        show = partial(answer_wrongly, page=page, field=field, words=words)
        yield Stop(f"{page}_wrong", show, _answer_again)
    yield Stop("results_waiting", wait_for_list)
    yield Stop("results_failed", fail_list)
    yield Stop("results_empty", empty_directory)
    yield Stop("results_nobody", fit_nobody)
    yield Stop("results_outdated", outdate_list)


def _page(page: str) -> Stop:
    return Stop(page, partial(_go, page=page))


def _go(wiring: Wiring, page: str) -> None:
    wiring.window.go(page)


def _find_printers_again(wiring: Wiring) -> None:
    wiring.window.go("results")
    set_usual_printers(wiring)


def _open_style(wiring: Wiring) -> None:
    """Show what an answer counts as."""
    wiring.window.go("style_steer")
    press(wiring, "style_steer_counts_open")


def _open_issues(wiring: Wiring) -> None:
    """Show what was found in a person's own words, where there is a field for them."""
    wiring.window.go("issues")
    if wiring.own_words is None:
        return
    press(wiring, "own_words_fold_open")
    field = wiring.window.page.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText(wiring.words.text("term.issues.worry"))
    press(wiring, "own_words_find")
    settle()
    assert wiring.window.page.findChild(QAbstractButton, "own_words_worry") is not None


def _show_numbers(wiring: Wiring) -> None:
    """Show the points, the ways to change them, and the numbers of the first card."""
    wiring.window.go("results")
    settle()
    press(wiring, "numbers")
    settle()


def _cover(wiring: Wiring, page: str) -> None:
    wiring.window.go(page)
    wiring.cover.set_covered(True)


def _uncover(wiring: Wiring) -> None:
    wiring.cover.set_covered(False)


_OPENED: dict[str, Action] = {"style_steer": _open_style, "issues": _open_issues}


def _open_profile(wiring: Wiring) -> None:
    settle()
    match = wiring.results.match
    assert match is not None
    first = match.evaluation.snapshot.ids[0]
    wiring.results.choose(first)
    wiring.results.open(first)
    wiring.window.go("profile")


def _open_similar(wiring: Wiring) -> None:
    """Show, on the profile's page, people like that one and what would change their place."""
    for name in ("place_fold_open", "similar_show"):
        press(wiring, name)
    settle()
    press(wiring, "place_numbers_open")
    settle()
    like = wiring.window.page.findChild(QAbstractButton, "similar_show")
    assert like is not None
    wiring.window.page.reveal(like)


def _compare(wiring: Wiring) -> None:
    """Put the first two side by side, from the list."""
    wiring.window.go("results")
    settle()
    match = wiring.results.match
    assert match is not None
    for profile_id in match.evaluation.snapshot.ids[:2]:
        wiring.results.choose(profile_id)
    wiring.window.open("compare")


def _open_over_sheets(wiring: Wiring, page: str) -> None:
    wiring.window.go("checklist")
    wiring.window.open(page)


def _preview(wiring: Wiring) -> None:
    """Show the pages, with a picture of each that is in sight."""
    _open_over_sheets(wiring, "preview")
    page = wiring.window.page
    assert isinstance(page, PreviewPage)
    for _ in range(_MOST_WAITED):
        settle()
        seen = page.pages.in_sight()
        if seen and all(page.pages.views[number].has_picture for number in seen):
            return
    raise AssertionError("no page is ever pictured")


def _print(wiring: Wiring) -> None:
    meet_printers(wiring)


def _hide(wiring: Wiring) -> None:
    wiring.window.go("fee")
    wiring.window.hide_away()


def _hide_by_code(wiring: Wiring) -> None:
    """Hide what is covered already, and try to come back with a wrong code."""
    wiring.code.choose("1234")
    _cover(wiring, "fee")
    wiring.window.hide_away()
    enter_wrong_code(wiring)


def _wait(wiring: Wiring) -> None:
    """Do nothing for so long that it is asked whether somebody is there."""
    wiring.window.go("fee")
    wiring.shared.question.warning.show_left(wiring.settings.clears_after)
    wiring.window.lay_over(wiring.shared.question.warning)


def _fail(wiring: Wiring) -> None:
    """Be told that the program went wrong."""
    wiring.window.go("fee")
    wiring.fault_cover.show()


def _fail_and_ask(wiring: Wiring) -> None:
    """Wish to start again after that, and be told what it loses."""
    _fail(wiring)
    _press_in_window(wiring, "fault_start_again")


def _fail_often(wiring: Wiring) -> None:
    """Go on so often that there is no way on any more."""
    for _ in range(2):
        _fail(wiring)
        _press_in_window(wiring, "fault_go_on")
    _fail(wiring)


def _press_in_window(wiring: Wiring, name: str) -> None:
    button = wiring.window.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()
    settle()


def _show_again(wiring: Wiring) -> None:
    wiring.code.forget()
    wiring.fault_cover.forget()
    wiring.window.stage.clear()
    _uncover(wiring)


def _answer_again(wiring: Wiring) -> None:
    """Have everything answered as it was."""
    wiring.sitting.take(replace(sample_answers(), language=wiring.settings.language))


def _read(wiring: Wiring, numbers: Sequence[int]) -> None:
    """Open one document after the other, each from the one before."""
    wiring.window.go("documents")
    page = wiring.window.page
    assert isinstance(page, DocumentsPage)
    _wait_for(page)
    for number in numbers:
        page.open(number)
        _wait_for(page)


def _open_how(wiring: Wiring) -> None:
    """Show how all this works, which is written out in steps."""
    wiring.window.go("how")
    page = wiring.window.page
    assert isinstance(page, ModelCardPage)
    _wait_for(page)


def _wait_for(page: DocumentsPage | ModelCardPage) -> None:
    for _ in range(_MOST_WAITED):
        if page.is_complete:
            return
        settle()
    raise AssertionError(f"{page.title} is never complete")
