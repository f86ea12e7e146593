from collections.abc import Iterator
from pathlib import Path

import pytest
from support.importing import write
from support.intake_window import IntakeWindow, choose_by_keys, open_intake, wait_for
from support.window import focused, settle

from ui.staff.done_page import DonePage


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[IntakeWindow]:
    with open_intake(tmp_path) as opened:
        choose_by_keys(opened, write(tmp_path, "id,name\np-1,Ana Vidal\n"))
        opened.page.go_on()
        wait_for(lambda: opened.importing.trial is not None)
        opened.page.go_on()
        wait_for(lambda: opened.name == "import_done")
        settle()
        yield opened


@pytest.fixture
def page(window: IntakeWindow) -> DonePage:
    page = window.page
    assert isinstance(page, DonePage)
    return page


def test_page_when_people_came_in_then_it_says_so_and_leads_to_them(
    page: DonePage, window: IntakeWindow
) -> None:
    assert page.heading.plain == "They are in"
    assert page.tally.figures["added"].plain == "1"
    assert focused() == "next"

    page.go_on()

    assert window.left_for == ["people"]


def test_page_when_the_import_is_taken_back_then_it_says_so(
    page: DonePage, window: IntakeWindow
) -> None:
    page.undo.click()
    wait_for(lambda: window.directory.count() == 0)
    settle()

    assert page.heading.plain == "Taken back"
    assert page.told.words == ("The directory is as it was before this file.",)
    assert page.undo.isHidden()
    assert focused() == "next"


def test_page_when_nobody_is_signed_in_then_taking_back_asks_for_it(
    page: DonePage, window: IntakeWindow
) -> None:
    window.session.sign_out()

    page.undo.click()

    assert window.sign_ins == ["import_done"]
    assert window.directory.count() == 1


def test_page_when_it_was_taken_back_elsewhere_then_it_says_why_not_again(
    page: DonePage, window: IntakeWindow
) -> None:
    done = window.importing.done
    assert done is not None
    from matcher.services.upkeep.history import HistoryService

    HistoryService(window.directory).undo(done.act_id)

    page.undo.click()
    wait_for(lambda: page.problem.plain != "")

    assert page.heading.plain == "They are in"


def test_page_when_another_file_is_wanted_then_the_first_page_is_empty(
    page: DonePage, window: IntakeWindow
) -> None:
    page.another.click()

    assert window.name == "import"
    assert window.importing.file is None
    assert window.pages["import"].path.field.text() == ""


def test_first_page_when_gone_to_after_an_import_then_it_is_empty(
    page: DonePage, window: IntakeWindow
) -> None:
    window.go("import")

    assert page is window.pages["import_done"]
    assert window.importing.file is None
    assert window.pages["import"].path.field.text() == ""


def test_page_when_two_may_be_one_person_then_a_button_leads_to_where_that_is_settled(
    tmp_path: Path, qapp: object
) -> None:
    with open_intake(tmp_path) as window:
        people = "id,name,postcode\np-1,Ana Vidal,97201\np-2,Ana Vidal,97201\n"
        choose_by_keys(window, write(tmp_path, people))
        window.page.go_on()
        wait_for(lambda: window.importing.trial is not None)
        window.page.go_on()
        wait_for(lambda: window.name == "import_done")
        page = window.page
        assert isinstance(page, DonePage)
        assert page.told.words[1] == "1 pair of entries may be one person: see “Maybe twice”."

        page.twice.click()

    assert window.left_for == ["twice"]


def test_page_when_nobody_may_be_there_twice_then_nothing_leads_there(page: DonePage) -> None:
    assert page.twice.isHidden()
