from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.keeping import press_on
from support.searching import TODAY, followup_of, note_contact, search_of, searching
from support.window import settle

from matcher.errors import MatcherError, Message
from matcher.followup.search_log import Contact
from ui.app import Wiring
from ui.controllers.kept_notes import SEARCH, KeptNotes

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[tuple[Wiring, tuple[str, ...]]]:
    with searching(tmp_path) as found:
        yield found


def test_list_when_moved_by_keys_then_the_order_changes_and_the_focus_stays_with_the_person(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    page = search_of(wiring)
    down = page.list.rows[0].moves[1]
    down.setFocus()
    QTest.keyClick(down, Qt.Key.Key_Return)
    settle()
    assert [each.profile_id for each in followup_of(wiring).search.people] == [second, first]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"up_{first}"
    assert [row.profile_id for row in page.list.rows] == [second, first]
    assert page.list.rows[0].y() < page.list.rows[1].y()


def test_list_when_something_is_due_then_it_stands_above_and_names_the_next(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, (first, second) = window
    page = search_of(wiring)
    assert page.list.due.isHidden()
    note_contact(followup_of(wiring), first, Contact(TODAY - timedelta(5)))
    (line,) = page.list.due.words
    assert wiring.results.profile(first).name in line
    assert wiring.results.profile(second).name in line
    assert page.list.due.y() < page.list.rows[0].y()
    (way,) = page.list.due.buttons
    assert wiring.results.profile(first).name in way.accessibleName()
    assert page.first_focus() is way
    way.click()
    settle()
    assert page.person.profile_id == first
    assert page.person.isVisible()


def test_list_when_somebody_else_is_found_then_it_says_so_and_one_can_search_on(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, _ = window
    page = search_of(wiring)
    assert page.list.ways["ending"].isHidden()
    press_on(page, "search_found_other")
    assert page.list.found.plain
    assert not page.list.ways["ending"].isHidden()
    assert page.list.ways["on"].hasFocus()
    press_on(page, "search_on")
    assert page.list.ways["found_other"].hasFocus()
    assert followup_of(wiring).search.found is None
    assert not page.list.found.plain


def test_list_when_it_cannot_be_read_then_it_says_why_and_offers_nothing_but_to_clear_it(
    window: tuple[Wiring, tuple[str, ...]],
) -> None:
    wiring, _ = window
    page = search_of(wiring)
    error = MatcherError(Message("personal.error.not_readable"))
    followup_of(wiring).begin(KeptNotes(errors={SEARCH: error}))
    settle()
    assert page.list.problem.plain == wiring.words.render_all(error)
    assert page.list.add.isHidden()
    assert not page.list.ways["clear"].isHidden()
