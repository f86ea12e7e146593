"""The states of the pages that keep, bring back and clear what a person wants kept."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit
from support.personal import OTHER, PASSPHRASE
from support.window import settle

from matcher.errors import Message, PersonalError
from ui.app import Wiring
from ui.controllers.keeping_controller import KeepingController
from ui.pages.code_part import CodePart
from ui.pages.keep_page import KeepPage


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
    "kept_failed": fail_to_keep,
    "welcome_kept": come_back_later,
    "keep_other": keep_other,
    "reopen": reopen,
    "reopen_wrong": reopen_wrongly,
    "reopen_code": reopen_by_code,
    "kept_nothing": clear_kept,
}
"""In this order: each goes on where the one before ended."""
