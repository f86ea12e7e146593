from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.keeping import press_on, said
from support.searching import TODAY, followup_of, note_contact, search_of, searching
from support.window import settle

from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome, Reply, Way
from ui.app import Wiring
from ui.pages.search_page import SearchPage

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[tuple[Wiring, tuple[str, ...]]]:
    with searching(tmp_path) as found:
        yield found


def _open(wiring: Wiring, profile_id: str) -> SearchPage:
    page = search_of(wiring)
    page.open_person(profile_id)
    settle()
    return page


def _one(wiring: Wiring, profile_id: str) -> Candidate:
    one = followup_of(wiring).search.candidate(profile_id)
    assert one is not None
    return one


def test_person_when_a_try_is_noted_then_it_is_in_the_log_and_can_be_changed_and_taken_out(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = _open(wiring, first)
    press_on(page, "contact_add")
    form = page.person.form
    form.way.set_code("email")
    form.next_step.set_code("wait")
    form.line.field.setText("  They call back.  ")
    press_on(page, "contact_keep")
    (contact,) = _one(wiring, first).contacts
    assert contact == Contact(TODAY, Way.EMAIL, next_step=NextStep.WAIT, line="They call back.")
    press_on(page, "contact_change_0")
    form.reply.cards[[*Reply].index(Reply.ANSWERED)].click()
    press_on(page, "contact_keep")
    assert _one(wiring, first).contacts[0].reply is Reply.ANSWERED
    press_on(page, "contact_change_0")
    press_on(page, "contact_remove")
    assert _one(wiring, first).contacts == ()


def test_person_when_a_try_is_left_then_nothing_changes(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = _open(wiring, first)
    press_on(page, "contact_add")
    assert page.person.form.remove.isHidden()
    press_on(page, "contact_leave")
    assert _one(wiring, first).contacts == ()
    assert page.person.add.hasFocus()


def test_person_when_a_begun_try_is_left_by_the_list_or_for_another_then_it_is_noted(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    page = _open(wiring, first)
    press_on(page, "contact_add")
    page.person.form.line.field.setText("They call back.")
    page.go_back()
    assert [each.line for each in _one(wiring, first).contacts] == ["They call back."]
    page.open_person(first)
    assert page.person.form.isHidden()
    press_on(page, "contact_change_0")
    page.person.form.line.field.setText("They wrote.")
    page.open_person(second)
    assert [each.line for each in _one(wiring, first).contacts] == ["They wrote."]
    assert _one(wiring, second).contacts == ()


def test_person_when_a_form_is_left_as_it_was_then_nothing_is_noted(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = _open(wiring, first)
    press_on(page, "contact_add")
    page.go_on()
    assert _one(wiring, first).contacts == ()


def test_person_when_all_is_made_anew_then_a_begun_try_is_noted(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = _open(wiring, first)
    press_on(page, "contact_add")
    page.person.form.line.field.setText("They call back.")
    wiring.window.open("help")
    wiring.window.make_anew()
    assert _one(wiring, first).contacts == ()
    wiring.window.make_anew(wholly=True)
    assert [each.line for each in _one(wiring, first).contacts] == ["They call back."]


@pytest.mark.parametrize("reply", [Reply.FULL, Reply.NO_ANSWER])
def test_person_when_a_try_shows_no_way_on_then_others_are_offered_until_another_try(
    window: tuple[Wiring, tuple[str, ...]], reply: Reply
) -> None:
    wiring, (first, _) = window
    page = _open(wiring, first)
    press_on(page, "contact_add")
    assert page.person.next_on_list.isHidden()
    press_on(page, f"contact_reply_{reply}")
    press_on(page, "contact_keep")
    assert _one(wiring, first).reply is reply
    assert not page.person.next_on_list.isHidden()
    assert not page.person.similar.isHidden()
    assert wiring.words.text(f"followup.reply.{reply}") in said(page, "contact_0")
    note_contact(followup_of(wiring), first, Contact(TODAY))
    assert page.person.next_on_list.isHidden()


def test_person_when_an_earlier_version_noted_them_full_then_that_is_said_and_the_try_has_it(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    followup = followup_of(wiring)
    full = replace(_one(wiring, first), outcome=Outcome.FULL)
    followup.set_search(followup.search.with_candidate(full))
    page = _open(wiring, first)
    assert page.person.outcome.chosen == ("not_yet",)
    assert said(page, "contacts_none") == wiring.words.text("followup.reply.full")
    assert not page.person.similar.isHidden()
    press_on(page, "contact_add")
    assert page.person.form.reply.chosen == ("full",)
    press_on(page, "contact_keep")
    one = _one(wiring, first)
    assert (one.contacts, one.outcome) == ((Contact(TODAY, reply=Reply.FULL),), Outcome.NOT_YET)


def test_person_when_their_name_is_too_long_for_a_heading_then_all_of_it_is_there(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    long = "Rosalind Maximiliana " * 4 + "Achterberg"
    followup = followup_of(wiring)
    followup.set_search(followup.search.with_people({"gone-9": long}))
    page = _open(wiring, "gone-9")
    assert page.heading.plain != long
    assert said(page, "person_whole_name") == long
    page.open_person(first)
    assert said(page, "person_whole_name") == ""


def test_person_when_a_note_and_an_outcome_are_given_then_they_are_noted(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    page = _open(wiring, first)
    page.person.note.field.setPlainText("Warm voice.\nTwo flights of stairs.")
    page.person.outcome.cards[[*Outcome].index(Outcome.UNSURE)].click()
    one = _one(wiring, first)
    assert (one.note, one.outcome) == ("Warm voice.\nTwo flights of stairs.", Outcome.UNSURE)
    page.open_person(second)
    assert page.person.note.text == ""
    assert page.person.outcome.chosen == ("not_yet",)


def test_person_when_five_days_are_silent_then_the_next_on_the_list_is_offered(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    page = _open(wiring, first)
    note_contact(followup_of(wiring), first, Contact(TODAY - timedelta(4)))
    assert page.person.next_on_list.isHidden()
    assert page.person.similar.isHidden()
    note_contact(followup_of(wiring), first, Contact(TODAY - timedelta(5)))
    assert page.person.next_on_list.isHidden()  # the later try counts
    followup_of(wiring).today = lambda: TODAY + timedelta(1)
    page.person.say()
    assert wiring.results.profile(second).name in page.person.next_on_list.text()
    assert not page.person.similar.isHidden()
    press_on(page, "next_on_list")
    assert page.person.profile_id == second


def test_person_when_found_then_it_is_noted_with_the_day_and_the_search_rests(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = _open(wiring, first)
    press_on(page, "person_found")
    found = followup_of(wiring).search.found
    assert found is not None
    assert (found.profile_id, found.day) == (first, TODAY)
    assert not page.person.ways["ending"].isHidden()
    assert said(page, "person_is_found") == wiring.words.text("search.person.found")
    assert page.person.ways["on"].hasFocus()
    press_on(page, "person_on")
    assert said(page, "person_is_found") == ""
    assert page.person.ways["found"].hasFocus()
    assert followup_of(wiring).search.found is None


@pytest.mark.parametrize("waits_for", ["promise", "step", "nothing: somebody is found"])
def test_person_when_a_day_is_waited_for_or_somebody_found_then_nobody_else_is_offered(
    window: tuple[Wiring, tuple[str, ...]], waits_for: str
) -> None:
    wiring, (first, second) = window
    followup = followup_of(wiring)
    page = _open(wiring, first)
    asked, later = Contact(TODAY - timedelta(20)), TODAY + timedelta(3)
    note_contact(followup, first, asked)
    assert not page.person.next_on_list.isHidden()
    if waits_for == "promise":
        asked = replace(asked, answer_by=later)
    elif waits_for == "step":
        asked = replace(asked, next_step=NextStep.ASK_AGAIN, next_on=later)
    else:
        followup.set_search(followup.search.with_found(second, TODAY))
    one = _one(wiring, first).with_contact(asked, 0)
    followup.set_search(followup.search.with_candidate(one))
    settle()
    assert page.person.next_on_list.isHidden()
    assert page.person.similar.isHidden()
