from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.directories import MemoryDirectory
from support.sittings import make_results, sample_match

from matcher.errors import MatcherError, Message, StoreError
from matcher.questionnaire.response import ResponseSet
from matcher.services.matching.match import Match, match
from ui.controllers.firmness_controller import FirmnessController
from ui.controllers.results_controller import ResultsController
from ui.controllers.sitting_controller import SittingController
from ui.controllers.weights_controller import WeightsController
from ui.language import Language
from ui.pages.results_page import ResultsPage
from ui.widgets.text import Text
from ui.widgets.weight_row import WeightRow


def _page(qtbot: QtBot, results: ResultsController, *, is_live: bool = True) -> ResultsPage:
    sitting = results.findChild(SittingController)
    assert isinstance(sitting, SittingController)
    weights = WeightsController(results, sitting, is_live=is_live, parent=results)
    page = ResultsPage(Language("en"), results, weights, FirmnessController(results, results))
    qtbot.addWidget(page)
    results.setParent(page)
    page.resize(1280, 736)
    page.show()
    page.enter()
    return page


@pytest.fixture
def page(qtbot: QtBot) -> ResultsPage:
    results, _ = make_results()
    page = _page(qtbot, results)
    qtbot.waitUntil(lambda: results.match is not None)
    qtbot.waitUntil(lambda: page.shelves.is_complete)
    return page


def test_page_when_the_match_is_under_way_then_it_says_so(qtbot: QtBot) -> None:
    results, _ = make_results(lambda _: sample_match())

    page = _page(qtbot, results)

    assert page.head.answer.plain == "Looking through the directory …"
    assert not page.next_button.isVisible()
    qtbot.waitUntil(lambda: results.match is not None)


def test_page_when_people_fit_then_the_answer_says_how_many(page: ResultsPage) -> None:
    assert page.head.questions.isHidden()
    assert page.head.answer.plain == "7 people fit all your needs. 9 more might: ask them first."
    assert page.everyone.plain.startswith("In all, ")


def test_page_when_the_people_are_invented_then_it_says_so_and_else_not(
    page: ResultsPage, qtbot: QtBot
) -> None:
    assert page.head.sample.plain.startswith("These people are invented")

    real = MemoryDirectory([make_profile("p-1", accepting="yes")])
    results, _ = make_results(lambda answers: match(real, answers))
    other = _page(qtbot, results)
    qtbot.waitUntil(lambda: results.match is not None)

    assert other.head.sample.plain == ""


def test_page_when_it_is_seen_at_first_then_a_card_and_half_of_others_are_in_view(
    page: ResultsPage,
) -> None:
    bottoms = [card.mapTo(page, card.rect().bottomLeft()).y() for card in page.shelves.cards]

    middle = (bottoms[0] + bottoms[1]) / 2
    assert middle < page.bar_frame.y()


def test_page_when_somebody_is_chosen_then_the_bar_counts_and_names(
    page: ResultsPage, qtbot: QtBot
) -> None:
    first, second, *_ = page.shelves.cards

    qtbot.keyClick(first.choose, Qt.Key.Key_Space)
    qtbot.keyClick(second.choose, Qt.Key.Key_Return)

    assert page.choice.chosen.plain == "Chosen: 2 of 3"
    assert page.choice.message.plain == f"{first.name.plain} and {second.name.plain}"
    assert first.choose.text() == "Chosen"


def test_page_when_a_fourth_is_chosen_then_it_is_let_go_with_a_sentence(
    page: ResultsPage,
) -> None:
    *three, fourth = page.shelves.cards[:4]
    for card in (*three, fourth):
        card.choose.click()

    assert not fourth.choose.isChecked()
    assert fourth.choose.text() == "Choose"
    assert page.choice.message.plain.startswith("You can take 3 people at a time.")


def test_page_when_nobody_is_chosen_then_sheets_wait_for_a_choice(
    page: ResultsPage, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.next_requested):
        page.next_button.click()

    assert page.choice.message.plain.startswith("Choose one person or more first.")
    assert page.focusWidget() is page.shelves.cards[0].choose


def test_page_when_somebody_is_chosen_then_sheets_are_next(page: ResultsPage, qtbot: QtBot) -> None:
    page.shelves.cards[0].choose.click()

    with qtbot.waitSignal(page.next_requested):
        page.next_button.click()


def test_page_when_see_all_is_pressed_then_the_profile_opens_over_it(
    page: ResultsPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.detour_requested) as told:
        page.shelves.cards[1].see.click()

    assert told.args == ["profile"]


def test_page_when_how_it_works_is_asked_on_a_card_then_that_opens_over_it(
    page: ResultsPage, qtbot: QtBot
) -> None:
    card = page.shelves.cards[1]
    card.why.click()
    how = card.findChild(QPushButton, f"how_{card.profile_id}")
    assert how is not None
    assert how.text() == "How this works"

    for button in (how, page.head.how):
        with qtbot.waitSignal(page.detour_requested) as told:
            button.click()
        assert told.args == ["how"]


def test_page_when_a_profile_was_opened_over_it_then_its_card_has_the_focus_again(
    page: ResultsPage,
) -> None:
    see = page.shelves.cards[4].see
    see.setFocus()
    see.click()

    assert page.take_return() is see
    assert page.take_return() is None


def test_page_when_narrow_then_what_was_said_folds_above_the_list(page: ResultsPage) -> None:
    assert page.rail.said.mapTo(page, page.rail.said.rect().topLeft()).x() == 0
    assert not page.rail.said._fold.line.isVisible()

    page.resize(700, 736)

    assert page.rail.said._fold.line.isVisible()


def test_page_when_another_language_holds_then_every_card_says_it(
    page: ResultsPage, qtbot: QtBot
) -> None:
    page.words.set_code("es")
    page.retranslate()
    qtbot.waitUntil(lambda: page.shelves.is_complete)

    assert page.head.answer.plain.startswith("7 personas cumplen")
    assert {card.choose.text() for card in page.shelves.cards} == {"Elegir"}
    assert page.next_button.text() == "Preparar mis hojas"


def _against(*cells: dict[str, str]) -> partial[Match]:
    profiles = [make_profile(f"p-{n}", **each) for n, each in enumerate(cells)]
    return partial(match, MemoryDirectory(profiles), seed=1)


def test_page_when_the_directory_is_empty_then_it_says_what_to_do(qtbot: QtBot) -> None:
    results, _ = make_results(_against())
    page = _page(qtbot, results)

    qtbot.waitUntil(lambda: results.match is not None)

    assert page.head.answer.plain == "There is nobody in this directory yet."
    assert "rapport import" in page.head.advice.words[0]
    assert not page.next_button.isVisible()
    assert not page.choice.chosen.plain


def test_page_when_nobody_fits_then_the_others_are_open(qtbot: QtBot) -> None:
    results, _ = make_results(_against({"accepting": "no"}, {"accepting": "waitlist"}))
    page = _page(qtbot, results)

    qtbot.waitUntil(lambda: results.match is not None)
    qtbot.waitUntil(lambda: page.shelves.is_complete)

    assert page.shelves.others.is_open
    assert len(page.shelves.cards) == 2


def test_page_when_nothing_was_asked_then_there_are_no_strips(qtbot: QtBot) -> None:
    nothing = ResponseSet("preferences/1")
    results, _ = make_results(_against({"accepting": "yes"}), nothing)
    page = _page(qtbot, results)

    qtbot.waitUntil(lambda: results.match is not None)

    assert page.head.caption.plain == ""
    assert page.shelves.cards[0].strip.isHidden()
    assert page.shelves.shelves[0].heading.plain == "Taking new people"
    with qtbot.waitSignal(page.page_requested) as wanted:
        page.head.questions.click()
    assert wanted.args == ["review"]


def test_page_when_the_directory_cannot_be_read_then_it_can_be_tried_again(qtbot: QtBot) -> None:
    attempts: list[object] = []

    def fail_once(answers: ResponseSet) -> object:
        attempts.append(answers)
        if len(attempts) == 1:
            raise StoreError(Message("error.store.no_profile", id="p-1"))
        return sample_match()

    results, _ = make_results(fail_once)
    page = _page(qtbot, results)
    qtbot.waitUntil(lambda: results.error is not None)
    assert page.head.answer.plain == "The list could not be made."
    assert page.head.advice.words[0].startswith("There is no profile p-1")
    assert page.head.advice.words[1] == "Your answers are still here."
    assert page.head.retry.isVisible()

    page.head.retry.click()
    qtbot.waitUntil(lambda: results.match is not None)

    assert not page.head.retry.isVisible()
    assert page.head.answer.plain.startswith("7 people")


def _open_numbers(page: ResultsPage, qtbot: QtBot) -> WeightRow:
    qtbot.keyClick(page.head.numbers, Qt.Key.Key_Space)
    row = page.rail.weights.rows["style"]
    row.slider.setFocus()
    return row


def test_page_when_the_numbers_are_shown_then_cards_and_rail_have_figures(
    page: ResultsPage, qtbot: QtBot
) -> None:
    assert not page.rail.weights.isVisible()
    assert "figures" not in page.shelves.cards[0].notes

    row = _open_numbers(page, qtbot)

    assert row.slider.isVisible()
    qtbot.waitUntil(lambda: page.shelves.is_complete)
    assert " of 100" in page.shelves.cards[0].notes["figures"]
    qtbot.keyClick(page.head.numbers, Qt.Key.Key_Space)
    assert not page.rail.weights.isVisible()
    qtbot.waitUntil(lambda: page.shelves.is_complete)
    assert "figures" not in page.shelves.cards[0].notes


def test_page_when_a_slider_moves_then_the_list_follows_and_nothing_jumps(
    page: ResultsPage, qtbot: QtBot
) -> None:
    row = _open_numbers(page, qtbot)
    cards = page.shelves.cards
    before = [card.profile_id for card in cards]
    page.room.scroll_bar.setValue(300)

    qtbot.keyClick(row.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: [card.profile_id for card in page.shelves.cards] != before)
    qtbot.waitUntil(lambda: page.shelves.is_complete)

    assert page.shelves.cards == cards, "the same cards show the new order"
    assert page.room.scroll_bar.value() == 300
    assert page.focusWidget() is row.slider
    assert row.value.plain == "Does not count now"


def test_page_when_a_slider_rests_then_it_is_said_what_moved(
    page: ResultsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("ui.pages.page.announce", lambda _page, words: told.append(words))
    row = _open_numbers(page, qtbot)

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Home):
        qtbot.keyClick(row.slider, key)
    qtbot.waitUntil(lambda: bool(told))

    assert len(told) == 1
    assert page.choice.message.plain == told[0]
    assert " is first now." in told[0]


def test_page_when_gone_back_to_the_answers_then_the_first_order_is_back(
    page: ResultsPage, qtbot: QtBot
) -> None:
    row = _open_numbers(page, qtbot)
    before = [card.profile_id for card in page.shelves.cards]
    qtbot.keyClick(row.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: [card.profile_id for card in page.shelves.cards] != before)

    qtbot.keyClick(page.rail.weights.back, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: [card.profile_id for card in page.shelves.cards] == before)
    assert page.rail.weights.presets["balanced"].isChecked()


def test_page_when_the_list_does_not_follow_then_it_waits_for_the_button(qtbot: QtBot) -> None:
    results, _ = make_results()
    page = _page(qtbot, results, is_live=False)
    qtbot.waitUntil(lambda: results.match is not None)
    qtbot.waitUntil(lambda: page.shelves.is_complete)
    row = _open_numbers(page, qtbot)
    shown = results.match

    qtbot.keyClick(row.slider, Qt.Key.Key_Home)
    qtbot.wait(20)
    assert results.match is shown

    qtbot.keyClick(page.rail.weights.update_list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: results.match is not shown)
    assert row.slider.value() == 0


def test_page_when_the_order_is_firm_then_the_first_shelf_says_so(
    page: ResultsPage, qtbot: QtBot
) -> None:
    note = page.findChild(Text, "shelf_meets_all_note")
    assert note is not None

    qtbot.waitUntil(lambda: " stays near the top." in note.plain)


def test_page_when_firmness_fails_then_nothing_is_said_of_it(
    page: ResultsPage, qtbot: QtBot
) -> None:
    note = page.findChild(Text, "shelf_meets_all_note")
    assert note is not None
    qtbot.waitUntil(lambda: " stays near the top." in note.plain)

    page._firmness.failed.emit(MatcherError(Message("error.unexpected")))

    assert "steady" not in note.plain


def test_page_when_two_are_chosen_then_they_can_be_compared(
    page: ResultsPage, qtbot: QtBot
) -> None:
    first, second, *_ = page.shelves.cards
    first.choose.click()
    assert not page.choice.compare.isVisible()

    second.choose.click()

    assert page.choice.compare.isVisible()
    with qtbot.waitSignal(page.detour_requested) as told:
        page.choice.compare.click()
    assert told.args == ["compare"]


@pytest.mark.parametrize("where", ["rail", "bar", "card"])
def test_page_when_a_key_for_scrolling_is_pressed_then_the_list_scrolls(
    page: ResultsPage, qtbot: QtBot, where: str
) -> None:
    change = page.rail.findChild(QPushButton, "change")
    assert change is not None
    focused = {"rail": change, "bar": page.next_button, "card": page.shelves.cards[0].choose}
    bar = page.room.scroll_bar
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    qtbot.keyClick(focused[where], Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(focused[where], Qt.Key.Key_PageUp)
    assert 0 < bar.value() < bar.maximum()
    qtbot.keyClick(focused[where], Qt.Key.Key_Home)
    assert bar.value() == 0


def test_page_when_narrow_then_the_answer_stands_above_what_folds(page: ResultsPage) -> None:
    page.resize(700, 736)
    page.room._column.activate()

    assert page.head.y() < page.rail.y() < page.shelves.y()


def test_page_when_another_page_is_made_for_the_same_match_then_it_shows_the_list(
    page: ResultsPage, qtbot: QtBot
) -> None:
    other = ResultsPage(page.words, page._results, page._weights, page._firmness)
    qtbot.addWidget(other)
    other.show()
    other.enter()
    qtbot.waitUntil(lambda: other.shelves.is_complete)

    assert len(other.shelves.cards) == len(page.shelves.cards)


def test_page_when_narrow_then_showing_the_numbers_opens_what_counts_how_much(
    page: ResultsPage, qtbot: QtBot
) -> None:
    page.resize(700, 736)

    row = _open_numbers(page, qtbot)

    assert row.slider.isVisible()
    page.rail.weights._fold.set_open(is_open=False)
    page.rail.show_numbers(are_shown=True)
    assert not row.slider.isVisible(), "what was folded since stays folded"


def test_page_when_made_anew_with_numbers_then_they_are_there_again(
    page: ResultsPage, qtbot: QtBot
) -> None:
    _open_numbers(page, qtbot)

    other = ResultsPage(page.words, page._results, page._weights, page._firmness)
    qtbot.addWidget(other)
    other.resize(1280, 736)
    other.show()
    other.enter()

    qtbot.waitUntil(other.rail.weights.isVisible)
    assert other.head.numbers.isChecked()


def test_page_when_the_bar_has_no_room_then_how_many_are_chosen_stands_above_it(
    page: ResultsPage,
) -> None:
    def lies_above() -> bool:
        QApplication.processEvents()
        return page.choice.chosen.geometry().bottom() < page.bar.geometry().top()

    assert not lies_above()

    page.resize(480, 736)

    assert lies_above()
    assert page.choice.chosen.height() < 2 * page.choice.chosen.fontMetrics().height()


def test_page_when_it_stands_upright_then_three_cards_are_in_view(
    page: ResultsPage, qtbot: QtBot
) -> None:
    def in_view() -> int:
        ends = [card.mapTo(page, card.rect().bottomLeft()).y() for card in page.shelves.cards]
        return sum(end < page.bar_frame.y() for end in ends)

    page.resize(1080, 1790)
    qtbot.waitUntil(lambda: in_view() == 3)

    assert all(card.height() >= 400 for card in page.shelves.cards)


def test_page_when_somebody_of_the_list_is_gone_then_what_it_says_is_seen_from_its_beginning(
    page: ResultsPage,
) -> None:
    page.resize(1280, 300)
    QApplication.processEvents()
    page.room.scroll_bar.setValue(page.room.scroll_bar.maximum())
    assert page.room.scroll_bar.value() > 0

    with page._results.reading():
        raise StoreError(Message("error.store.no_profile", id="p-1"))

    assert page.room.scroll_bar.value() == 0
