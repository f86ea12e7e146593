from ui.app import Wiring
from ui.pages.priorities_page import PrioritiesPage


def _page(wiring: Wiring) -> PrioritiesPage:
    wiring.window.go("priorities")
    page = wiring.window.page
    assert isinstance(page, PrioritiesPage)
    return page


def test_priorities_when_shown_then_the_seven_groups_are_cards(wiring: Wiring) -> None:
    assert len(_page(wiring)._groups.cards) == 7


def test_priorities_when_two_are_picked_then_a_third_is_refused_in_words(wiring: Wiring) -> None:
    page = _page(wiring)

    for card in page._groups.cards[:3]:
        card.click()

    assert wiring.sitting.double == ("style", "experience")
    assert page._limit.plain == wiring.words.text("screen.list.limit", n=2)


def test_priorities_when_entered_again_then_what_was_picked_is_shown(wiring: Wiring) -> None:
    wiring.sitting.set_double(("culture",))

    assert _page(wiring)._groups.chosen == ("culture",)


def test_priorities_when_staff_helps_then_what_was_picked_is_covered_and_not_lost(
    wiring: Wiring,
) -> None:
    wiring.sitting.set_double(("culture",))
    page = _page(wiring)

    page.set_covered(True)
    assert page._groups.chosen == ()
    assert not page._groups.isEnabled()

    page.set_covered(False)
    assert page._groups.chosen == ("culture",)
    assert wiring.sitting.double == ("culture",)
