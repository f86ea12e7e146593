from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.keeping import another_day, answer, keep_from_here, page_of, press_on
from support.reading_sheets import words_of
from support.searching import TODAY, followup_of, note_contact, search_of, searching
from support.window import settle

from matcher.checklist.reaching import ways_to_reach
from matcher.followup.check_in import CheckIn, CheckInBook
from matcher.followup.first_talk import Talk, TalkBook
from matcher.followup.search_log import Contact, Reply, SearchLog
from matcher.services.followup.files import FILE_NAME
from ui.app import Wiring
from ui.pages.search_page import CLEAR, CLOSED, LIST, OFF, PERSON, SearchPage
from ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[tuple[Wiring, tuple[str, ...]]]:
    with searching(tmp_path) as found:
        yield found


def test_search_when_nothing_is_kept_then_it_says_where_it_would_be_and_leads_there(
    tmp_path: Path,
) -> None:
    with another_day(tmp_path) as wiring:
        answer(wiring)
        page = search_of(wiring)
        assert page._step == CLOSED
        assert page.why.plain == wiring.words.text("search.closed.why")
        assert not page.list.isVisible()
        keep_from_here(wiring)
        assert page_of(wiring) == "search"
        assert page._step == LIST


def test_search_when_people_were_chosen_then_they_can_be_put_on_the_list(tmp_path: Path) -> None:
    with another_day(tmp_path) as wiring:
        chosen = answer(wiring)
        keep_from_here(wiring)
        page = search_of(wiring)
        assert page.list.add.hasFocus()
        press_on(page, "search_add_chosen")
        assert tuple(each.profile_id for each in followup_of(wiring).search.people) == chosen
        assert page.list.add.isHidden()


def test_search_when_somebody_is_opened_then_back_leads_to_the_list_and_then_away(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = search_of(wiring)
    press_on(page, f"open_{first}")
    assert page._step == PERSON
    assert page.title == wiring.results.profile(first).name
    assert followup_of(wiring).opened == first
    page.go_back()
    assert page._step == LIST
    page.go_back()
    assert page_of(wiring) == "results"


def test_search_when_somebody_is_taken_off_then_it_is_asked_first(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    page = search_of(wiring)
    page.open_person(first)
    press_on(page, "person_off")
    assert page._step == OFF
    assert followup_of(wiring).search.candidate(first) is not None
    page.go_on()
    assert [each.profile_id for each in followup_of(wiring).search.people] == [second]
    assert page._step == LIST


def test_search_when_cleared_then_it_is_asked_first_and_answers_stay(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, _ = window
    page = search_of(wiring)
    press_on(page, "search_clear")
    assert page._step == CLEAR
    page.go_back()
    assert not followup_of(wiring).search.is_empty
    press_on(page, "search_clear")
    page.go_on()
    assert followup_of(wiring).search == SearchLog()
    assert wiring.sitting.has_answers


def test_search_when_notes_on_nobody_on_the_list_are_left_then_they_can_be_cleared(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    followup = followup_of(wiring)
    followup.set_talks(TalkBook().with_talk(Talk(first, "Ana").with_impression("heard", "Yes")))
    followup.set_check_ins(CheckInBook().with_check_in(CheckIn(TODAY, outside="Said no")))
    page = search_of(wiring)
    for each in (first, second):
        page.open_person(each)
        press_on(page, "person_off")
        page.go_on()
    assert followup.talks == TalkBook()
    assert followup.search.is_empty
    press_on(page, "search_clear")
    page.go_on()
    assert followup.is_empty
    assert page.list.ways["clear"].isHidden()


def test_search_when_somebody_is_full_then_people_like_them_can_be_looked_at(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = search_of(wiring)
    page.open_person(first)
    assert page.person.similar.isHidden()
    note_contact(followup_of(wiring), first, Contact(TODAY, reply=Reply.FULL))
    assert not page.person.similar.isHidden()
    page._similar.show_button.click()
    settle()
    assert page._similar.people
    name = wiring.results.profile(first).name
    own = [text.plain for card in page._similar.people for text in card.findChildren(Text)]
    assert [line for line in own if line.startswith(f"{name}: ")]
    press_on(page, page._similar.people[0].objectName().replace("like_", "see_like_"))
    assert page_of(wiring) == "profile"
    assert wiring.window.page.eyebrow.plain == wiring.words.text("profile.place_like", name=name)
    wiring.window.page.go_back()
    settle()
    assert page_of(wiring) == "search"
    assert page._step == PERSON


def test_search_when_somebody_was_looked_at_then_the_profile_it_was_opened_over_stays(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    wiring.results.open(second)
    wiring.window.open("profile")
    page = search_of(wiring)
    page.open_person(first)
    page.go_back()
    page.go_back()
    assert page_of(wiring) == "profile"
    assert wiring.results.opened == second


def test_search_when_somebody_left_the_directory_then_their_notes_are_shown_all_the_same(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, _ = window
    followup = followup_of(wiring)
    followup.set_search(followup.search.with_people({"gone-9": "Gone Person"}))
    note_contact(followup, "gone-9", Contact(TODAY - timedelta(9)))
    page = search_of(wiring)
    page.open_person("gone-9")
    assert page.title == "Gone Person"
    assert page.person.reach.words == ()
    assert page.person.profile.isHidden()
    assert page.person.similar.isHidden()


def test_search_when_it_is_wanted_on_paper_then_it_goes_the_way_of_all_sheets(
    window: tuple[Wiring, tuple[str, ...]], qtbot: QtBot, tmp_path: Path
) -> None:
    wiring, (first, _) = window
    page = search_of(wiring)
    press_on(page, "search_paper")
    assert page_of(wiring) == "preview_notes"
    assert wiring.window.page.shows_answers
    paper = wiring.notes_paper
    sheet = paper.order(wiring.words.catalogue).sheets[0]
    person = wiring.results.profile(first)
    assert person.name in [each.heading for each in sheet.sections]
    for way in ways_to_reach(person, wiring.words.catalogue):
        assert way in words_of(sheet)
    with qtbot.waitSignal(paper.saved):
        paper.save(tmp_path / FILE_NAME, wiring.words.catalogue)
    assert (tmp_path / FILE_NAME).is_file()


@pytest.mark.parametrize("page", ["reading", "check_in"])
def test_search_when_it_leads_on_then_that_page_is_asked_for(
    page: str, window: tuple[Wiring, tuple[str, ...]], qtbot: QtBot
) -> None:
    wiring, (first, _) = window
    shown = search_of(wiring)
    shown.detour_requested.disconnect()
    with qtbot.waitSignal(shown.detour_requested) as asked:
        press_on(shown, f"search_{page}")
    assert asked.args == [page]
    assert followup_of(wiring).opened == ""
    shown.open_person(first)
    with qtbot.waitSignal(shown.detour_requested) as asked:
        press_on(shown, "person_talk")
    assert (asked.args, followup_of(wiring).opened) == (["talk"], first)


def test_search_when_answers_are_covered_then_nothing_of_it_is_seen_or_called(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = search_of(wiring)
    page.open_person(first)
    wiring.cover.set_covered(True)
    assert not page.person.isVisible()
    assert wiring.results.profile(first).name not in page.accessibleName()
    wiring.cover.set_covered(False)


def test_search_when_another_language_holds_then_every_word_follows(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = search_of(wiring)
    page.open_person(first)
    page.person.add.click()
    wiring.words.set_code("es")
    settle()
    assert isinstance(page, SearchPage)
    assert page.person.form.keep.text() == wiring.words.text("search.contact.keep")
    assert page.next_button.text() == wiring.words.text("search.person.do")


def test_search_when_nobody_is_chosen_then_those_on_it_are_looked_up_all_the_same(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    wiring.results.forget()
    assert wiring.results.match is None
    page = search_of(wiring)
    assert wiring.results.match is not None
    page.open_person(first)
    assert not page.person.profile.isHidden()


def test_search_when_somebody_is_found_then_how_it_goes_finds_out_with_whom(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    followup = followup_of(wiring)
    followup.set_search(followup.search.with_found(first, TODAY))
    page = search_of(wiring)
    press_on(page, "search_check_in")
    assert wiring.window.page is not page
    assert followup.opened == first


def test_search_when_somebody_is_in_the_directory_then_they_can_be_reached_and_their_profile_seen(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = search_of(wiring)
    page.open_person(first)
    with wiring.results.reading():
        ways = ways_to_reach(wiring.results.profile(first), wiring.words.catalogue)
    assert page.person.reach.words == ways != ()
    press_on(page, "person_profile")
    assert page_of(wiring) == "profile"
    assert wiring.results.opened == first
    wiring.window.page.go_back()
    assert page_of(wiring) == "search"
    assert page._step == PERSON


def test_search_when_somebody_is_called_otherwise_by_now_then_all_is_theirs_still(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    followup, name = followup_of(wiring), wiring.results.profile(first).name
    followup.call({first: f"{name.split()[0]} Elsewhere"})
    page = search_of(wiring)
    assert name in page.list.rows[0].open.accessibleName()
    page.open_person(first)
    assert page.title == name
    assert page.person.reach.words
    press_on(page, "person_profile")
    assert page_of(wiring) == "profile"


def test_search_when_the_language_changes_then_the_people_like_somebody_are_offered_in_it(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, _) = window
    page = search_of(wiring)
    page.open_person(first)
    note_contact(followup_of(wiring), first, Contact(TODAY, reply=Reply.FULL))
    for code in ("es", "en"):
        wiring.words.set_code(code)
        assert page._similar.heading.plain == wiring.words.text("profile.similar.heading")
        assert page._similar.show_button.text() == wiring.words.text("profile.similar.show")
