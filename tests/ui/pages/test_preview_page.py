from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.troubles import set_printers
from support.window import open_window, press, settle

from matcher.checklist.part import PartId
from ui.app import Wiring
from ui.demo import sample_answers
from ui.pages.preview_page import PreviewPage
from ui.settings import Settings
from ui.theme.tokens import PaletteName


def _settle() -> None:
    for _ in range(6):
        settle()


@pytest.fixture(scope="module")
def opened(qapp: object) -> Iterator[Wiring]:
    with open_window() as wiring:
        wiring.window.resize(1280, 800)
        wiring.sitting.take(sample_answers())
        wiring.window.go("results")
        settle()
        assert wiring.results.match is not None
        wiring.results.choose(wiring.results.match.evaluation.snapshot.ids[0])
        yield wiring


@pytest.fixture
def page(opened: Wiring) -> PreviewPage:
    opened.checklist.forget()
    opened.sheets_printout.pictures.forget()
    opened.window.activateWindow()  # a window of another test may have the focus
    opened.window.go("checklist")
    opened.window.open("preview")
    _settle()
    page = opened.window.page
    assert isinstance(page, PreviewPage)
    page.pages.grow(0)
    page.pages.go_to(0)
    _settle()
    return page


def test_page_when_entered_then_the_pages_in_sight_have_pictures_and_few_others(
    page: PreviewPage, opened: Wiring
) -> None:
    seen = page.pages.in_sight()

    assert 0 in seen
    assert all(page.pages.views[number].has_picture for number in seen)
    assert opened.sheets_printout.pictures.kept == (*seen, seen[-1] + 1)
    assert page.told.plain == page.problem.plain == ""


def test_page_when_a_screen_reader_asks_then_each_page_has_its_name_and_words(
    page: PreviewPage,
) -> None:
    count = len(page.pages.views)
    first = page.pages.views[0]

    assert first.accessibleName() == f"Page 1 of {count}"
    assert "Before you book" in first.accessibleDescription()
    assert all(view.accessibleDescription() for view in page.pages.views)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([Qt.Key.Key_End], "last"),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], "first"),
        ([Qt.Key.Key_PageDown] * 3, "later"),
        ([Qt.Key.Key_PageDown] * 3 + [Qt.Key.Key_PageUp] * 3, "first"),
    ],
    ids=["end", "home", "down", "up"],
)
def test_page_when_keys_turn_it_then_it_says_which_page_is_seen(
    page: PreviewPage, keys: list[Qt.Key], place: str
) -> None:
    count = len(page.pages.views)

    for key in keys:
        press(key)

    seen = page.pages.current
    assert page.place.plain == f"Page {seen + 1} of {count}"
    assert {"last": seen == count - 1, "first": seen == 0, "later": seen > 0}[place]


def test_page_when_zoomed_by_keys_then_pages_grow_shrink_and_fit_again(
    page: PreviewPage,
) -> None:
    fitting = page.pages.percent

    for key, is_as_wanted in (
        (Qt.Key.Key_Plus, lambda: page.pages.percent > fitting),
        (Qt.Key.Key_0, lambda: page.pages.percent == fitting),
        (Qt.Key.Key_Minus, lambda: page.pages.percent < fitting),
    ):
        QTest.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
        _settle()
        assert is_as_wanted()


def test_page_when_zoomed_then_the_pictures_are_as_sharp_as_the_page_is_large(
    page: PreviewPage, opened: Wiring
) -> None:
    page.zoom["larger"].click()
    _settle()

    view = page.pages.views[page.pages.current]
    picture = opened.sheets_printout.pictures.picture(page.pages.current)
    assert picture is not None
    assert abs(picture.width() - view.width()) <= 2


def test_page_when_all_of_it_is_seen_then_only_a_few_pictures_are_kept(
    page: PreviewPage, opened: Wiring
) -> None:
    for number in range(len(page.pages.views)):
        page.pages.go_to(number)
        _settle()
        assert len(opened.sheets_printout.pictures.kept) <= len(page.pages.in_sight()) + 2


def test_page_when_the_window_is_dark_then_paper_stays_white(
    page: PreviewPage, opened: Wiring
) -> None:
    opened.appearance.set_palette(PaletteName.DARK)
    _settle()
    picture: QImage = page.pages.views[0].grab().toImage()
    opened.appearance.set_palette(PaletteName.LIGHT)

    assert picture.pixelColor(8, 8).name() == "#ffffff"


def test_page_when_turned_then_the_pages_are_called_as_what_is_seen(page: PreviewPage) -> None:
    assert page.first_focus() is page.pages

    page.pages.go_to(2)
    _settle()

    assert page.pages.accessibleName() == page.place.plain
    assert page.place.plain.startswith("Page 3 of")
    assert page.pages.accessibleDescription() == page.pages.views[2].accessibleDescription()


def test_page_when_nothing_changed_then_one_is_where_one_was(
    page: PreviewPage, opened: Wiring
) -> None:
    page.pages.go_to(2)
    _settle()

    page.next_button.click()
    _settle()
    assert opened.window.page.objectName() == "page_print"
    opened.window.go_back()
    _settle()

    assert page.pages.current == 2
    assert page.pages.views[2].has_picture


def test_page_when_fewer_sheets_are_wanted_then_other_pages_are_shown(
    page: PreviewPage, opened: Wiring
) -> None:
    before = len(page.pages.views)
    opened.checklist.set_parts([PartId.TAKE_IN])

    page.enter()
    _settle()

    assert 0 < len(page.pages.views) < before


def test_page_when_no_sheet_is_wanted_then_it_says_so_and_offers_no_print(
    page: PreviewPage, opened: Wiring
) -> None:
    opened.checklist.set_parts([])

    page.enter()

    assert page.told.plain == "Pick at least one kind of sheet."
    assert page.next_button.isHidden()
    assert page.first_focus() is page.back_button


def test_page_when_sheets_are_made_for_the_printer_then_no_picture_is_made_of_them(
    page: PreviewPage, opened: Wiring
) -> None:
    page.next_button.click()
    opened.sheets_printout.pictures.forget()
    _settle()

    assert opened.window.page.objectName() == "page_print"
    assert opened.sheets_printout.sheets.sheets is not None
    assert opened.sheets_printout.pictures.kept == ()


def test_page_when_it_cannot_be_made_then_a_sentence_says_so(
    page: PreviewPage, opened: Wiring
) -> None:
    opened.sheets_printout.pictures.forget()
    opened.sheets_printout.pictures.show(b"no pages")

    opened.sheets_printout.pictures.want((0,), 36.0)
    _settle()

    assert page.problem.plain.startswith("Your pages can’t be shown.")


def test_page_when_answers_are_covered_then_no_page_is_seen_or_heard(page: PreviewPage) -> None:
    page.set_covered(True)

    assert not page.pages.isVisible()
    page.set_covered(False)
    assert page.pages.isVisible()


def test_page_when_a_kiosk_has_no_printer_then_it_leads_to_what_is_copied(qapp: object) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        set_printers(wiring)
        wiring.window.go("results")
        settle()
        wiring.results.choose("p-034")
        wiring.window.go("checklist")
        wiring.window.open("preview")
        _settle()
        page = wiring.window.page

        assert page.next_button.text() == "Copy a few lines by hand"
        page.next_button.click()
        assert wiring.window.page.objectName() == "page_copy_card"


def test_page_when_letters_are_large_then_pages_begin_larger_than_they_fit() -> None:
    with open_window(Settings(text_size=200)) as wiring:
        wiring.window.resize(1280, 740)
        wiring.sitting.take(sample_answers())
        wiring.window.go("results")
        settle()
        wiring.results.choose("p-034")
        wiring.window.go("checklist")
        wiring.window.open("preview")
        _settle()
        page = wiring.window.page
        assert isinstance(page, PreviewPage)
        begun = page.pages.percent

        page.zoom["fit"].click()

        assert begun > page.pages.percent
