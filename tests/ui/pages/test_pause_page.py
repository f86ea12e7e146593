import pytest
from PySide6.QtWidgets import QAbstractButton
from support.window import open_window, settle

from ui.app import Wiring
from ui.pages.pause_page import PausePage
from ui.settings import Settings


@pytest.fixture
def page(wiring: Wiring) -> PausePage:
    wiring.window.go("pause")
    page = wiring.window.page
    assert isinstance(page, PausePage)
    return page


def _press(page: PausePage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def test_pause_when_shown_then_it_names_what_comes(page: PausePage, wiring: Wiring) -> None:
    for item in ("issues", "communities", "therapist_gender"):
        assert wiring.words.text(f"item.{item}.heading") in page._list.words


@pytest.mark.parametrize("language", ["en", "es", "ar-XB"])
@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1080, 1920)])
def test_pause_when_letters_are_large_and_the_window_small_then_all_ways_on_are_seen(
    qapp: object, language: str, width: int, height: int
) -> None:
    settings = Settings(language, text_size=200, is_kiosk=height > width)
    with open_window(settings) as wiring:
        wiring.window.resize(width, height)
        wiring.window.go("pause")
        settle()

        for name in ("back", "skip", "on_paper", "next"):
            button = wiring.window.page.findChild(QAbstractButton, name)
            assert button is not None
            assert button.visibleRegion().boundingRect().size() == button.size()


def test_pause_when_nothing_private_was_said_then_it_does_not_say_that_it_counts(
    page: PausePage, wiring: Wiring
) -> None:
    assert not page._kept.plain

    wiring.sitting.respond("issues", ("worry",))
    page.enter()

    assert page._kept.plain == wiring.words.text("screen.pause.kept")


def test_pause_when_answered_here_then_the_private_pages_follow(
    page: PausePage, wiring: Wiring
) -> None:
    _press(page, "next")

    assert wiring.window.page.objectName() == "page_issues"


def test_pause_when_skipped_then_they_are_left_out_and_stay_unanswered(
    page: PausePage, wiring: Wiring
) -> None:
    _press(page, "skip")

    assert wiring.window.page.objectName() == "page_priorities"
    assert wiring.sitting.response("issues") is None


def test_pause_when_paper_is_wished_then_it_says_how(page: PausePage, wiring: Wiring) -> None:
    _press(page, "on_paper")

    assert wiring.window.page.objectName() == "page_paper"


@pytest.mark.parametrize(
    ("helper", "here", "offers"),
    [
        pytest.param(True, True, True, id="helper_and_person_here"),
        pytest.param(True, False, False, id="person_away"),
        pytest.param(False, True, False, id="nobody_helps"),
    ],
)
def test_pause_when_somebody_helps_then_the_person_may_answer_alone(
    page: PausePage, wiring: Wiring, helper: bool, here: bool, offers: bool
) -> None:
    wiring.sitting.set_helper(helper)
    wiring.sitting.person_is_here = here

    page.enter()

    assert bool(page._alone.plain) is offers


def test_pause_when_opened_before_items_beyond_then_it_counts_and_names_those(
    wiring: Wiring,
) -> None:
    wiring.window.open_run(("pause", "when_off", "trust_pace"))
    page = wiring.window.page
    assert isinstance(page, PausePage)

    assert page.title == wiring.words.text("screen.pause.heading", n=2)
    assert wiring.words.text("item.when_off.heading") in page._list.words
    assert wiring.words.text("item.issues.heading") not in page._list.words


def test_pause_when_staff_helps_then_it_does_not_tell_who_is_here(
    page: PausePage, wiring: Wiring
) -> None:
    wiring.sitting.set_helper(True)
    wiring.sitting.person_is_here = True
    page.enter()

    page.set_covered(True)
    assert not page._alone.plain
    assert not page._kept.plain

    page.set_covered(False)
    assert page._alone.plain
