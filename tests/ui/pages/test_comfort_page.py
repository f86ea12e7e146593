import pytest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from support.window import focused, open_window, settle

from ui.app import Wiring
from ui.pages.comfort_page import ComfortPage
from ui.settings import Settings
from ui.theme.tokens import PaletteName
from ui.widgets.fold import Fold
from ui.widgets.text import Text


def _card(wiring: Wiring, name: str) -> QRadioButton:
    card = wiring.window.page.findChild(QRadioButton, name)
    assert card is not None
    return card


@pytest.mark.parametrize("name", ["comfort", "looks"])
def test_comfort_when_a_size_is_chosen_then_all_text_grows_at_once(
    wiring: Wiring, name: str
) -> None:
    wiring.window.go(name)
    before = QApplication.font().pixelSize()

    _card(wiring, "text_size_200").click()
    settle()

    assert QApplication.font().pixelSize() == 2 * before
    assert _card(wiring, "text_size_200").font().pixelSize() == 2 * before


def test_comfort_when_colours_are_chosen_then_they_hold_at_once(wiring: Wiring) -> None:
    wiring.window.go("comfort")

    _card(wiring, "colours_contrast").click()

    assert wiring.appearance.palette is PaletteName.CONTRAST


def test_comfort_when_entered_then_what_holds_has_the_focus(wiring: Wiring) -> None:
    wiring.appearance.set_text_size(150)

    wiring.window.go("comfort")
    settle()

    assert focused() == "text_size_150"


@pytest.mark.parametrize(
    ("name", "says"), [("comfort", True), ("looks", False)], ids=["on_the_way", "aside"]
)
def test_comfort_when_on_the_way_then_it_says_what_is_kept(
    wiring: Wiring, name: str, says: bool
) -> None:
    wiring.window.go(name)
    page = wiring.window.page
    assert isinstance(page, ComfortPage)

    said = {text.plain for text in page.findChildren(Text)}

    assert (wiring.words.text("screen.comfort.kept") in said) is says
    assert page.offers_back is says


@pytest.mark.parametrize(
    ("warns_after", "clears_after", "minutes"),
    [(120.0, 60.0, 3), (60.0, 20.0, 1), (119.0, 60.0, 2)],
    ids=["the usual", "a minute and some", "a second less than three"],
)
def test_comfort_when_a_kiosk_clears_then_no_more_time_is_promised_than_there_is(
    qapp: QApplication, warns_after: float, clears_after: float, minutes: int
) -> None:
    times = Settings(is_kiosk=True, warns_after=warns_after, clears_after=clears_after)
    with open_window(times) as wiring:
        wiring.window.go("comfort")
        said = {text.plain for text in wiring.window.page.findChildren(Text)}

        assert wiring.words.text("screen.comfort.kept_here", n=minutes) in said


@pytest.mark.parametrize(("name", "is_folded"), [("comfort", True), ("looks", False)])
def test_comfort_when_on_the_way_then_what_few_need_there_is_one_fold_away(
    wiring: Wiring, name: str, is_folded: bool
) -> None:
    wiring.window.go(name)
    settle()
    page = wiring.window.page
    names = ("movement", "read_aloud", "hide_code", "cover")
    parts = [page.findChild(QWidget, each) for each in names]
    usual = [page.findChild(QWidget, each) for each in ("text_size", "colours")]

    assert all(part is not None and part.isVisible() for part in usual)
    assert [part is not None and part.isVisible() for part in parts] == [not is_folded] * 4
    fold = page.findChild(Fold, "more_settings")
    assert (fold is not None) is is_folded
    if fold is not None:
        fold.line.click()
        settle()
    assert all(part is not None and part.isVisible() for part in parts)
