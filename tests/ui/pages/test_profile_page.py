import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.sittings import first_of, make_results, sample_match
from support.window import settle

from matcher.scoring.result import Group
from ui.controllers.order_controller import OrderController
from ui.controllers.results_controller import ResultsController
from ui.controllers.similar_controller import SimilarController
from ui.language import Language
from ui.pages.place_fold import PlaceFold
from ui.pages.profile_page import ProfilePage
from ui.pages.similar_part import SimilarPart
from ui.widgets.fact_row import FactRow
from ui.widgets.profile_sections import ProfileSections
from ui.widgets.text import Text

_SLOW = 60_000


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


@pytest.fixture
def page(qtbot: QtBot, results: ResultsController) -> ProfilePage:
    results.open(first_of(Group.MEETS_ALL)[0].profile_id)
    order, similar = OrderController(results, results), SimilarController(results, results)
    page = ProfilePage(Language("en"), results, order, similar)
    qtbot.addWidget(page)
    page.enter()
    page.show()
    _settle(page, qtbot)
    return page


def _settle(page: ProfilePage, qtbot: QtBot) -> None:
    sections = page.findChildren(ProfileSections)[-1]
    qtbot.waitUntil(lambda: sections.is_complete)


def test_page_when_entered_then_it_is_about_the_opened_profile(page: ProfilePage) -> None:
    result, _ = first_of(Group.MEETS_ALL)

    assert page.title == result.name
    assert page.why.plain.startswith("On the register, checked ")
    assert page.findChildren(FactRow)


def test_page_when_choose_is_pressed_then_the_profile_is_chosen(
    page: ProfilePage, results: ResultsController
) -> None:
    page.next_button.click()

    assert results.chosen == (results.opened,)
    assert page.next_button.text() == "Let go of this choice"

    page.next_button.click()
    assert results.chosen == ()
    assert page.next_button.text() == "Choose"


def test_page_when_three_are_chosen_already_then_it_says_so(
    page: ProfilePage, results: ResultsController
) -> None:
    ids = [id_ for id_ in sample_match().evaluation.snapshot.ids if id_ != results.opened]
    for id_ in ids[:3]:
        results.choose(id_)

    page.next_button.click()

    assert page.chosen.plain.startswith("You can take 3 people at a time.")


def test_page_when_another_profile_is_opened_then_only_that_one_is_shown(
    page: ProfilePage, results: ResultsController, qtbot: QtBot
) -> None:
    result, _ = first_of(Group.OTHER)
    results.open(result.profile_id)

    page.enter()
    _settle(page, qtbot)

    assert page.title == result.name


def test_page_when_another_language_holds_then_all_is_said_anew(
    page: ProfilePage, qtbot: QtBot
) -> None:
    page.words.set_code("es")
    page.retranslate()
    _settle(page, qtbot)

    sections = page.findChildren(ProfileSections)[-1]
    said = [text.plain for text in sections.findChildren(Text)]
    assert "Cómo trabaja" in said
    assert not any(text.startswith("Said by") for text in said)
    assert page.next_button.text() == "Elegir"


def _part(page: ProfilePage) -> SimilarPart:
    part = page.findChild(SimilarPart)
    assert part is not None
    return part


def _open_first_like(page: ProfilePage, qtbot: QtBot) -> str:
    """Press what shows people like this one, then the first of them."""
    part = _part(page)
    part.show_button.click()
    qtbot.waitUntil(lambda: bool(part.people), timeout=_SLOW)
    profile_id = part.people[0].objectName().removeprefix("like_")
    see = part.findChild(QPushButton, f"see_like_{profile_id}")
    assert see is not None
    see.setFocus()
    see.click()
    _settle(page, qtbot)
    return profile_id


def test_page_when_somebody_like_this_one_is_opened_then_back_leads_here_and_then_to_the_list(
    page: ProfilePage, results: ResultsController, qtbot: QtBot
) -> None:
    first, name = results.opened, page.title

    other = _open_first_like(page, qtbot)

    assert other != first
    assert results.opened == other
    assert page.title == results.profile(other).name
    assert page.eyebrow.plain == f"From the page about {name}"
    with qtbot.assertNotEmitted(page.back_requested):
        page.back_button.click()
    _settle(page, qtbot)
    assert (results.opened, page.title) == (first, name)
    assert page.eyebrow.plain == "From your list"
    with qtbot.waitSignal(page.back_requested):
        page.back_button.click()


def test_page_when_somebody_like_this_one_is_opened_then_it_begins_at_the_top(
    page: ProfilePage, qtbot: QtBot
) -> None:
    page.resize(1024, 600)
    page.activateWindow()
    settle()

    _open_first_like(page, qtbot)
    settle()

    assert page.scroll_bar.maximum() > 0
    assert page.scroll_bar.value() == 0
    assert page.focusWidget() is page.next_button


@pytest.mark.parametrize(
    ("group", "said"),
    [
        pytest.param(
            Group.NOT_ACCEPTING, "Not taking new people. You can still ask about a wait.", id="full"
        ),
        pytest.param(Group.MEETS_ALL, "", id="free"),
    ],
)
def test_page_when_somebody_is_full_then_that_is_said_at_the_top(
    page: ProfilePage, results: ResultsController, group: Group, said: str
) -> None:
    results.open(first_of(group)[0].profile_id)
    page.enter()

    full = page.findChild(Text, "full")

    assert full is not None
    assert full.plain == said


@pytest.mark.parametrize(
    ("group", "is_first"),
    [
        pytest.param(Group.NOT_ACCEPTING, True, id="full"),
        pytest.param(Group.MEETS_ALL, False, id="free"),
    ],
)
def test_page_when_somebody_is_full_then_others_are_offered_before_the_facts(
    page: ProfilePage, results: ResultsController, qtbot: QtBot, group: Group, is_first: bool
) -> None:
    results.open(first_of(group)[0].profile_id)
    page.enter()
    _settle(page, qtbot)
    settle()

    facts = page.findChildren(ProfileSections)[-1]
    tops = [widget.mapTo(page, QPoint(0, 0)).y() for widget in (_part(page), facts)]

    assert (tops[0] < tops[1]) is is_first


def test_page_when_a_page_was_opened_over_it_then_it_is_as_it_was_left(
    page: ProfilePage, qtbot: QtBot
) -> None:
    fold = page.findChild(PlaceFold)
    assert fold is not None
    fold.line.click()
    settle()
    facts = page.findChildren(ProfileSections)[-1]

    with qtbot.waitSignal(page.detour_requested) as told:
        fold.how_requested.emit()
    page.enter()

    assert told.args == ["how"]
    assert fold.is_open
    assert page.findChildren(ProfileSections)[-1] is facts


def test_page_when_entered_for_somebody_else_then_the_fold_is_closed_again(
    page: ProfilePage, results: ResultsController, qtbot: QtBot
) -> None:
    fold = page.findChild(PlaceFold)
    assert fold is not None
    fold.line.click()
    results.open(first_of(Group.OTHER)[0].profile_id)

    page.enter()
    _settle(page, qtbot)

    assert not fold.is_open
