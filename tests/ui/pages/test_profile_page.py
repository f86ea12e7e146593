import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, make_results, sample_match

from matcher.scoring.result import Group
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.pages.profile_page import ProfilePage
from ui.widgets.fact_row import FactRow
from ui.widgets.profile_sections import ProfileSections
from ui.widgets.text import Text


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


@pytest.fixture
def page(qtbot: QtBot, results: ResultsController) -> ProfilePage:
    results.open(first_of(Group.MEETS_ALL)[0].profile_id)
    page = ProfilePage(Language("en"), results)
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
