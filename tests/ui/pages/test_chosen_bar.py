import pytest
from pytestqt.qtbot import QtBot
from support.window import open_window, settle, show

from ui.application import make_application
from ui.language import Language
from ui.pages.chosen_bar import ChosenBar
from ui.pages.page import Page
from ui.pages.results_page import ResultsPage
from ui.settings import Settings
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName
from ui.widgets.button import Button


class _Listing(Page):
    def _build_bar(self) -> None:
        self.choice = ChosenBar(self)


@pytest.fixture
def page(qtbot: QtBot) -> _Listing:
    page = _Listing(Language("en"), "listing")
    page.compose()
    qtbot.addWidget(page)
    show(page, 1280, 400)
    return page


@pytest.mark.parametrize(
    ("n", "says", "kind", "compares"),
    [
        pytest.param(0, "Choose up to 3 people", "quiet", False, id="nobody"),
        pytest.param(1, "Chosen: 1 of 3", "primary", False, id="one"),
        pytest.param(2, "Chosen: 2 of 3", "primary", True, id="two"),
    ],
)
def test_bar_when_people_are_chosen_then_it_says_so_and_what_can_be_done(
    page: _Listing, n: int, says: str, kind: str, compares: bool
) -> None:
    page.choice.say(page.words, ("Ana", "Ben")[:n], n, has_people=True)

    assert page.choice.chosen.plain == says
    assert page.next_button.property("kind") == kind
    assert page.choice.compare.isVisible() is compares


def test_bar_when_there_is_nobody_to_choose_then_it_says_nothing(page: _Listing) -> None:
    page.choice.say(page.words, (), 0, has_people=False)

    assert not page.choice.chosen.plain
    assert not page.choice.compare.isVisible()


def test_bar_when_it_is_narrow_then_words_stand_above_the_buttons(page: _Listing) -> None:
    page.choice.say(page.words, ("Ana",), 1, has_people=True)
    page.choice.arrange(is_narrow=False)
    assert page.choice.chosen.geometry().bottom() > page.next_button.geometry().top()

    page.resize(240, 400)
    page.choice.arrange(is_narrow=True)
    settle()
    assert page.choice.chosen.geometry().bottom() <= page.next_button.geometry().top()


def test_bar_when_the_first_is_chosen_on_a_kiosk_then_nothing_moves(qapp: object) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        wiring.window.resize(1280, 800)
        wiring.window.go("results")
        settle()
        page = wiring.window.page
        assert isinstance(page, ResultsPage)
        height = page.bar_frame.height()

        page.shelves.cards[0].choose.click()
        settle()

        assert page.next_button.property("kind") == "primary"
        assert page.bar_frame.height() == height


def test_bar_when_letters_are_made_larger_then_it_has_room_for_the_larger_button(
    qapp: object,
) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        wiring.window.resize(1280, 800)
        wiring.window.go("results")
        settle()
        page = wiring.window.page
        before = page.bar_row.minimumHeight()
        Appearance(make_application(), PaletteName.LIGHT).set_text_size(200)
        settle()

        button = Button("primary")
        button.ensurePolished()

        assert page.bar_row.minimumHeight() == button.sizeHint().height() > before
