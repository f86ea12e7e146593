from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
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
from support.personal import PASSPHRASE
from support.searching import TODAY, followup_of, note_contact, search_of, searching
from support.window import open_window, settle

from matcher.errors import Message, PersonalError
from matcher.followup.search_log import Contact
from matcher.services.personal.kept_documents import KeptDocuments
from matcher.services.personal.personal import PersonalService
from ui.app import Wiring
from ui.demo import sample_answers
from ui.kept_window import KeptWindow
from ui.pages.search_page import SearchPage
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")


def _refuse(*_: object) -> None:
    raise PersonalError(Message("personal.error.full", file="there"))


def _keep_only_at_the_end(wiring: Wiring) -> None:
    """Let no change rest so long that it is kept by itself, however slow the computer is."""
    assert wiring.kept is not None
    rest = wiring.kept.keeping._rest
    for timer in (rest.rest, rest.latest):
        timer.setInterval(3_600_000)


def _press_line(wiring: Wiring) -> None:
    button = wiring.window.findChild(QAbstractButton, "kept_button")
    assert button is not None
    button.click()
    settle()


def test_window_when_a_change_cannot_be_kept_then_it_is_said_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with another_day(tmp_path) as wiring:
        wiring.window.close()
        assert not wiring.window.isVisible()  # nothing would be lost
        wiring.window.show()
        answer(wiring)
        wiring.window.close()
        assert page_of(wiring) == "finish"
        keep_from_here(wiring)
        wiring.window.go("fee")
        assert not wiring.would_lose()

        with monkeypatch.context() as patch:
            patch.setattr(KeptDocuments, "save_answers", _refuse)
            wiring.sitting.respond("formats", ("video",))
            assert wiring.would_lose()
            assert "there" in said(wiring.window, "kept_loud")
        _press_line(wiring)
        assert said(wiring.window, "kept_quiet")
        assert not wiring.would_lose()


@pytest.mark.parametrize("how", ["window closed", "screen cleared"])
def test_finish_when_the_last_change_cannot_be_kept_then_that_is_told_before_it_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    def end() -> None:
        if how == "window closed":
            wiring.window.close()
        else:
            wiring.window.page.next_button.click()

    with another_day(tmp_path) as wiring:
        answer(wiring)
        keep_from_here(wiring)
        _keep_only_at_the_end(wiring)
        monkeypatch.setattr(KeptDocuments, "save_answers", _refuse)
        wiring.sitting.respond("formats", ("video",))
        wiring.window.open("finish")
        assert said(wiring.window.page, "unkept") == ""

        end()
        assert wiring.window.isVisible()
        assert wiring.sitting.has_answers
        assert page_of(wiring) == "finish"
        assert "there" in said(wiring.window, "kept_loud")
        assert said(wiring.window.page, "unkept")

        end()
        assert not (wiring.window.isVisible() and wiring.sitting.has_answers)


def test_finish_when_the_last_change_can_be_kept_after_all_then_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with another_day(tmp_path) as wiring:
        answer(wiring)
        keep_from_here(wiring)
        _keep_only_at_the_end(wiring)
        wiring.window.open("finish")
        with monkeypatch.context() as patch:
            patch.setattr(KeptDocuments, "save_answers", _refuse)
            wiring.sitting.respond("formats", ("video",))
            assert not wiring.window.close()
        _press_line(wiring)
        assert said(wiring.window.page, "unkept") == ""
        assert wiring.window.close()


def _begin_try(wiring: Wiring, profile_id: str, line: str) -> SearchPage:
    """Write into the form of a try, and do not note it."""
    page = search_of(wiring)
    page.open_person(profile_id)
    press_on(page, "contact_add")
    page.person.form.line.field.setText(line)
    return page


@pytest.mark.parametrize("how", ["closed", "hidden and closed", "ended", "cleared", "as it was"])
def test_window_when_it_ends_over_a_begun_try_then_the_try_is_kept_unless_all_is_cleared(
    tmp_path: Path, how: str
) -> None:
    with searching(tmp_path) as (wiring, (first, _)):
        _begin_try(wiring, first, "" if how == "as it was" else "They call back.")
        if how == "hidden and closed":
            wiring.window.hide_away()
        if how in ("ended", "cleared"):
            wiring.window.open("finish")
            settle()
            page = wiring.window.page
            if how == "cleared":
                press_on(page, "finish_goes")
            page.next_button.click()
            settle()
        else:
            wiring.window.close()

    with another_day(tmp_path) as wiring:
        if how == "cleared":
            assert wiring.window.page.findChild(QAbstractButton, "reopen").isHidden()
            return
        press_on(wiring.window.page, "reopen")
        type_in(wiring.window.page, reopen_passphrase=PASSPHRASE)
        go_on(wiring.window.page)
        one = followup_of(wiring).search.candidate(first)
        assert one is not None
        expected = [] if how == "as it was" else ["They call back."]
        assert [each.line for each in one.contacts] == expected


def test_window_when_a_begun_try_cannot_be_kept_then_that_is_told_before_it_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with searching(tmp_path) as (wiring, (first, _)):
        _keep_only_at_the_end(wiring)
        assert wiring.kept is not None
        assert wiring.kept.is_safe
        page = _begin_try(wiring, first, "They call back.")
        monkeypatch.setattr(KeptDocuments, "save_answers", _refuse)
        assert not wiring.window.close()
        assert page_of(wiring) == "finish"
        assert said(wiring.window.page, "unkept")
        wiring.window.go_back()
        settle()
        assert page.person.form.isHidden()
        assert not page.person.add.isHidden()


def test_window_when_somebody_left_the_directory_meanwhile_then_their_name_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with another_day(tmp_path) as wiring:
        chosen = answer(wiring)
        keep_from_here(wiring)
        assert wiring.kept is not None
        keeping = wiring.kept.keeping
        monkeypatch.setitem(keeping._names, "gone", "Ada Example")
        wiring.results._choose_all(("gone", *chosen))
        assert keeping.finish()
        wiring.window.close()

    with another_day(tmp_path) as wiring:
        press_on(wiring.window.page, "reopen")
        type_in(wiring.window.page, reopen_passphrase=PASSPHRASE)
        go_on(wiring.window.page)
        assert "Ada Example" in said(wiring.window, "kept_loud")
        assert wiring.results.chosen == chosen
        _press_line(wiring)
        assert not said(wiring.window, "kept_loud")


def test_window_when_all_is_cleared_then_no_notes_wait_for_paper(tmp_path: Path) -> None:
    with another_day(tmp_path) as wiring:
        answer(wiring)
        keep_from_here(wiring)
        wiring.notes_paper.want(lambda _: ())
        wiring.personal.clear_all()
        settle()
        assert wiring.notes_paper.lacks


def test_kiosk_when_shown_then_nothing_of_this_is_made() -> None:
    def never() -> PersonalService:
        raise AssertionError("a kiosk asked for what a person keeps")

    with open_window(Settings(is_kiosk=True, own_words=False), never) as wiring:
        wiring.window.page.go_on()
        wiring.sitting.take(sample_answers())
        for page in ("results", "checklist", "finish"):
            wiring.window.go(page)
            settle()
            assert wiring.window.page.findChild(QAbstractButton, "keep") is None
        assert wiring.findChild(KeptWindow) is None
        assert wiring.keeping is None
        assert "personal" not in vars(wiring)


@pytest.mark.parametrize(("days", "page"), [(4, "results"), (5, "search")])
def test_window_when_somebody_comes_back_then_my_search_opens_only_with_something_to_look_at(
    days: int, page: str, tmp_path: Path
) -> None:
    with searching(tmp_path) as (wiring, (first, _)):
        note_contact(followup_of(wiring), first, Contact(TODAY))

    with another_day(tmp_path) as wiring:
        followup_of(wiring).today = lambda: TODAY + timedelta(days)
        press_on(wiring.window.page, "reopen")
        type_in(wiring.window.page, reopen_passphrase=PASSPHRASE)
        go_on(wiring.window.page)
        assert page_of(wiring) == page
        if page == "search":
            assert said(wiring.window.page, "reminders_heading")
            wiring.window.page.go_back()
            settle()
            assert page_of(wiring) == "results"
