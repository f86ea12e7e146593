from pathlib import Path

import pytest
from support.keeping import another_day, answer, keep_from_here, page_of, press_on
from support.searching import followup_of
from support.window import settle

from matcher.errors import Message, PersonalError
from ui.app import Wiring
from ui.controllers.kept_notes import SEARCH, KeptNotes

pytestmark = pytest.mark.usefixtures("qapp")


def _open_profile(wiring: Wiring, profile_id: str) -> None:
    wiring.results.open(profile_id)
    wiring.window.open("profile")
    settle()


def test_add_when_a_file_is_open_then_the_person_is_on_the_list_and_it_leads_there(
    tmp_path: Path,
) -> None:
    with another_day(tmp_path) as wiring:
        first, _ = answer(wiring)
        keep_from_here(wiring)
        _open_profile(wiring, first)
        press_on(wiring.window.page, "search_add")
        (one,) = followup_of(wiring).search.people
        assert (one.profile_id, one.name) == (first, wiring.results.profile(first).name)
        assert page_of(wiring) == "profile"
        press_on(wiring.window.page, "search_add")
        assert page_of(wiring) == "search"


def test_add_when_no_file_is_open_then_it_leads_to_where_that_is_said(tmp_path: Path) -> None:
    with another_day(tmp_path) as wiring:
        first, _ = answer(wiring)
        _open_profile(wiring, first)
        press_on(wiring.window.page, "search_add")
        assert page_of(wiring) == "search"
        assert followup_of(wiring).search.is_empty


def test_add_when_the_list_cannot_be_read_then_it_leads_to_where_that_is_said(
    tmp_path: Path,
) -> None:
    with another_day(tmp_path) as wiring:
        first, _ = answer(wiring)
        keep_from_here(wiring)
        error = PersonalError(Message("personal.error.newer", file="personal.sqlite"))
        followup_of(wiring).begin(KeptNotes(errors={SEARCH: error}))
        _open_profile(wiring, first)
        press_on(wiring.window.page, "search_add")
        assert page_of(wiring) == "search"
