"""The states of the pages that keep, bring back and clear what a person wants kept."""

from datetime import timedelta

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from support.followup_walk import FOLLOWUP_STOPS
from support.personal import OTHER, PASSPHRASE
from support.window import settle

from matcher.errors import Message, PersonalError
from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome, SearchLog, Way
from ui.app import Wiring
from ui.controllers.keeping_controller import KeepingController
from ui.pages.code_part import CodePart
from ui.pages.keep_page import KeepPage
from ui.pages.search_page import SearchPage

_LINE = "Ask for the door to the garden."


def _press(wiring: Wiring, name: str) -> None:
    button = wiring.window.page.findChild(QAbstractButton, name)
    assert button is not None, f"{name} is not on {wiring.window.page.objectName()}"
    button.click()
    settle()


def _type(wiring: Wiring, **words: str) -> None:
    for name, each in words.items():
        field = wiring.window.page.findChild(QLineEdit, name)
        assert field is not None, name
        field.setText(each)


def _next(wiring: Wiring) -> None:
    wiring.window.page.next_button.click()
    settle()


def _keeping(wiring: Wiring) -> KeepingController:
    assert wiring.kept is not None
    return wiring.kept.keeping


def keep_too_short(wiring: Wiring) -> None:
    """Choose a passphrase that will not do."""
    wiring.window.open("keep")
    settle()
    _type(wiring, keep_passphrase="too short")
    _next(wiring)


def keep_unlike(wiring: Wiring) -> None:
    """Type another one the second time."""
    _type(wiring, keep_passphrase=PASSPHRASE, keep_again=OTHER)
    _next(wiring)


def see_code(wiring: Wiring) -> None:
    """See the recovery code."""
    _type(wiring, keep_passphrase=PASSPHRASE, keep_again=PASSPHRASE)
    _next(wiring)


def miss_code(wiring: Wiring) -> None:
    """Go on without having written it down."""
    _next(wiring)


def print_code(wiring: Wiring) -> None:
    """Take the code to the printer."""
    _press(wiring, "keep_code_print")


def finish_kept(wiring: Wiring) -> None:
    """Be asked what is to become of what is kept."""
    wiring.window.open("keep")
    page = wiring.window.page
    assert isinstance(page, KeepPage)
    _press(wiring, "keep_code_noted")
    _next(wiring)
    wiring.window.open("finish")
    settle()


def see_kept(wiring: Wiring) -> None:
    """See what is kept."""
    wiring.window.go("review")
    wiring.window.open("kept")
    settle()


def change_wrongly(wiring: Wiring) -> None:
    """Want a passphrase that will not do."""
    _press(wiring, "kept_passphrase")
    _next(wiring)


def renew_code(wiring: Wiring) -> None:
    """See another recovery code."""
    wiring.window.page.go_back()
    _press(wiring, "kept_code")
    assert wiring.window.page.findChild(CodePart) is not None


def ask_to_clear(wiring: Wiring) -> None:
    """Be asked whether all is to go."""
    _press(wiring, "kept_noted_noted")
    _next(wiring)
    _press(wiring, "kept_clear")


def search(wiring: Wiring) -> None:
    """See whom one asks, and what to look at today."""
    assert wiring.followup is not None
    today = wiring.followup.today()
    asked = Contact(
        today - timedelta(6),
        Way.EMAIL,
        today - timedelta(1),
        next_step=NextStep.ASK_AGAIN,
        next_on=today,
        line=_LINE,
    )
    ids = _names_of(wiring)
    people = [Candidate(id_, name) for id_, name in ids.items()]
    people[0] = people[0].with_contact(asked)
    people.append(Candidate("gone-9", "Rosalind Achterberg", note=_LINE, outcome=Outcome.FULL))
    wiring.followup.set_search(SearchLog(tuple(people)))
    wiring.window.go("review")
    wiring.window.open("search")
    settle()


def search_person(wiring: Wiring) -> None:
    """See what is noted on one of them, with people like them."""
    page = _search_page(wiring)
    page.open_person(page.list.rows[0].profile_id)
    settle()
    if page.person.similar.isVisible():
        _press(wiring, "similar_show")


def search_contact(wiring: Wiring) -> None:
    """Change what is noted on a try."""
    _press(wiring, "contact_change_0")


def search_day(wiring: Wiring) -> None:
    """Choose a day of that try that is months away."""
    action = wiring.window.page.findChild(QAction, "contact_next_on_other")
    assert action is not None
    action.trigger()
    settle()


def search_clear(wiring: Wiring) -> None:
    """Be asked whether the search is to go."""
    _search_page(wiring).go_to("clear")


def search_paper(wiring: Wiring) -> None:
    """See the search as it will be printed."""
    page = _search_page(wiring)
    page.go_to("list")
    _press(wiring, "search_paper")


def search_closed(wiring: Wiring) -> None:
    """Want to search where no file is open."""
    wiring.window.go("review")
    wiring.window.open("search")
    settle()


def _search_page(wiring: Wiring) -> SearchPage:
    page = wiring.window.page
    assert isinstance(page, SearchPage)
    return page


def _names_of(wiring: Wiring) -> dict[str, str]:
    match = wiring.results.match
    if match is None:
        return {"p-1": "Marisol Echeverry", "p-2": "Tobias Fennwick"}
    snapshot = match.evaluation.snapshot
    return dict(zip(snapshot.ids[:2], snapshot.names[:2], strict=True))


def fail_to_keep(wiring: Wiring) -> None:
    """Have a change that is not kept."""
    wiring.window.go("fee")
    assert _keeping(wiring).finish()  # else it would be kept while it is looked at
    error = PersonalError(Message("personal.error.full", file="/home/ana/rapport/personal"))
    _keeping(wiring).personal.not_kept.emit(error)


def come_back_later(wiring: Wiring) -> None:
    """See the first page of another day."""
    _keeping(wiring).let_go()
    wiring.window.go("welcome")
    settle()


def keep_other(wiring: Wiring) -> None:
    """Want to keep something else, and type a wrong passphrase."""
    wiring.window.go("review")
    wiring.window.open("keep")
    settle()
    _type(wiring, keep_other=OTHER)
    _next(wiring)


def reopen(wiring: Wiring) -> None:
    """Be asked for the passphrase."""
    wiring.window.go("welcome")
    settle()
    _press(wiring, "reopen")


def reopen_wrongly(wiring: Wiring) -> None:
    """Type another one."""
    _type(wiring, reopen_passphrase=OTHER)
    _next(wiring)


def reopen_by_code(wiring: Wiring) -> None:
    """Slip in the code."""
    _press(wiring, "forgot")
    _type(wiring, reopen_code="ABCD-EFGH")
    _next(wiring)


def clear_kept(wiring: Wiring) -> None:
    """Clear all, and see that nothing is kept; what is on the screen stays."""
    wiring.window.go("review")
    wiring.window.open("kept")
    settle()
    _press(wiring, "kept_clear")
    _next(wiring)
    assert not _keeping(wiring).personal.standing.exists


KEEPING_STOPS = {
    "keep": lambda wiring: wiring.window.go("keep"),
    "keep_short": keep_too_short,
    "keep_unlike": keep_unlike,
    "keep_code": see_code,
    "keep_code_missed": miss_code,
    "print_code": print_code,
    "finish_kept": finish_kept,
    "kept": see_kept,
    "kept_wrong": change_wrongly,
    "kept_code": renew_code,
    "kept_clear": ask_to_clear,
    "search": search,
    "search_person": search_person,
    "search_contact": search_contact,
    "search_day": search_day,
    "search_clear": search_clear,
    "preview_notes": search_paper,
    **FOLLOWUP_STOPS,
    "kept_failed": fail_to_keep,
    "welcome_kept": come_back_later,
    "search_closed": search_closed,
    "keep_other": keep_other,
    "reopen": reopen,
    "reopen_wrong": reopen_wrongly,
    "reopen_code": reopen_by_code,
    "kept_nothing": clear_kept,
}
"""In this order: each goes on where the one before ended."""
