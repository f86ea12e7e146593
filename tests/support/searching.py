"""*My search*, in tests: a window in which everything is kept, and two people on the list."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from support.keeping import another_day, answer, keep_from_here
from support.window import settle

from matcher.followup.search_log import Contact
from ui.app import Wiring
from ui.controllers.followup_controller import FollowupController
from ui.pages.search_page import SearchPage
from ui.parts import Parts

TODAY = date(2026, 3, 10)


def followup_of(parts: Parts) -> FollowupController:
    """Return what owns the notes."""
    assert parts.followup is not None
    return parts.followup


def search_of(wiring: Wiring) -> SearchPage:
    """Open *My search* over the page that is shown."""
    wiring.window.open("search")
    settle()
    page = wiring.window.page
    assert isinstance(page, SearchPage)
    return page


def note_contact(followup: FollowupController, profile_id: str, contact: Contact) -> None:
    """Note that somebody on the list was asked."""
    one = followup.search.candidate(profile_id)
    assert one is not None
    followup.set_search(followup.search.with_candidate(one.with_contact(contact)))
    settle()


@contextmanager
def searching(folder: Path) -> Iterator[tuple[Wiring, tuple[str, ...]]]:
    """Open a window with two people on the list; today is `TODAY`."""
    with another_day(folder) as wiring:
        chosen = answer(wiring)
        keep_from_here(wiring)
        followup = followup_of(wiring)
        followup.today = lambda: TODAY
        names = {id_: wiring.results.profile(id_).name for id_ in chosen}
        followup.set_search(followup.search.with_people(names))
        settle()
        yield wiring, chosen
