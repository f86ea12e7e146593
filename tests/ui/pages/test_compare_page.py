import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, make_results, sample_match
from support.window import settle

from matcher.scoring.result import Group
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.pages.compare_page import ComparePage

_IDS = [first_of(Group.MEETS_ALL, place)[0].profile_id for place in range(3)]


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    for id_ in _IDS[:2]:
        results.choose(id_)
    return results


@pytest.fixture
def page(qtbot: QtBot, results: ResultsController) -> ComparePage:
    page = ComparePage(Language("en"), results)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.enter()
    page.show()
    _settle(page, qtbot)
    return page


def _settle(page: ComparePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.table is not None and page.table.is_complete)


def test_page_when_entered_then_the_chosen_stand_side_by_side(page: ComparePage) -> None:
    assert page.title == "Side by side"
    assert page.answer.plain
    assert page.table is not None
    assert [head.profile_id for head in page.table.heads] == _IDS[:2]
    assert page.first_focus() is page.table.heads[0].see
    assert page.shows_answers


def test_page_when_somebody_is_taken_off_then_they_stay_to_be_chosen_again(
    page: ComparePage, results: ResultsController
) -> None:
    assert page.table is not None
    head = page.table.heads[0]

    head.take_off.click()

    assert results.chosen == (_IDS[1],)
    assert head.take_off.text() == "Choose again"
    assert page.chosen.plain == "Chosen: 1 of 3"
    head.take_off.click()
    assert {*results.chosen} == {*_IDS[:2]}


def test_page_when_a_profile_was_opened_over_it_then_it_is_as_it_was(
    page: ComparePage, results: ResultsController, qtbot: QtBot
) -> None:
    table = page.table
    assert table is not None
    table.heads[0].take_off.click()

    with qtbot.waitSignal(page.detour_requested) as told:
        table.heads[1].see.click()
    page.enter()

    assert told.args == ["profile"]
    assert results.opened == _IDS[1]
    assert page.table is table


def test_page_when_entered_with_others_chosen_then_they_are_compared(
    page: ComparePage, results: ResultsController, qtbot: QtBot
) -> None:
    results.choose(_IDS[2])

    page.enter()
    _settle(page, qtbot)

    assert page.table is not None
    assert [head.profile_id for head in page.table.heads] == _IDS


def test_page_when_one_alone_is_chosen_then_it_says_what_is_missing(
    page: ComparePage, results: ResultsController
) -> None:
    results.choose(_IDS[0], False)

    page.enter()

    assert page.answer.plain.startswith("Choose two or three people on your list.")
    assert page.next_button.isHidden()
    assert page.first_focus() is page.back_button


@pytest.mark.parametrize(
    ("chosen", "page_id"),
    [pytest.param(True, ["checklist"], id="chosen"), pytest.param(False, None, id="nobody")],
)
def test_page_when_sheets_are_wanted_then_somebody_has_to_be_chosen(
    page: ComparePage, results: ResultsController, chosen: bool, page_id: list[str] | None
) -> None:
    told: list[str] = []
    page.page_requested.connect(told.append)
    if not chosen:
        for id_ in results.chosen:
            results.choose(id_, False)

    page.next_button.click()

    assert told == (page_id or [])
    if not chosen:
        assert page.chosen.plain.startswith("Choose one person or more first.")


def test_page_when_another_language_holds_then_all_is_said_anew(
    page: ComparePage, qtbot: QtBot
) -> None:
    page.words.set_code("es")
    page.retranslate()
    _settle(page, qtbot)

    assert page.title == "Lado a lado"
    assert page.table is not None
    assert page.table.heads[0].take_off.text() == "Quitar"


@pytest.mark.parametrize("width", [1280, 1024, 640])
def test_page_when_there_is_room_then_what_it_says_first_has_readable_lines_and_no_shorter(
    page: ComparePage, width: int
) -> None:
    page.resize(width, 800)
    settle()
    assert page.table is not None

    line = page.answer.fontMetrics().averageCharWidth()
    whole = page.table.width()
    assert page.answer.width() >= min(whole - 8, 60 * line)
    assert page.answer.width() <= 90 * line
