import pytest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import letter
from support.pdf_files import blank_pdf
from support.window import settle

from ui.controllers.pictures_controller import PicturesController

_DPI = 36.0


@pytest.fixture
def pictures(qtbot: QtBot) -> PicturesController:
    pictures = PicturesController()
    assert pictures.show(blank_pdf(*[letter] * 6))
    return pictures


def _wait() -> None:
    for _ in range(6):
        settle()


def test_want_when_some_are_wanted_then_they_come_in_that_order(
    pictures: PicturesController,
) -> None:
    told: list[int] = []
    pictures.pictured.connect(told.append)

    pictures.want((2, 3, 1), _DPI)
    _wait()

    assert told == [2, 3, 1]
    picture = pictures.picture(2)
    assert picture is not None
    assert picture.width() == 306


def test_want_when_others_are_wanted_then_no_picture_is_kept_for_nothing(
    pictures: PicturesController,
) -> None:
    for place in range(5):
        pictures.want((place, place + 1), _DPI)
        _wait()

    assert pictures.kept == (4, 5)


def test_want_when_the_size_changes_under_way_then_no_old_picture_is_shown(
    pictures: PicturesController,
) -> None:
    pictures.want((0,), _DPI)
    pictures.want((0,), 2 * _DPI)
    _wait()

    picture = pictures.picture(0)
    assert picture is not None
    assert picture.width() == 612


def test_show_when_the_sheets_are_equal_then_pictures_stay(pictures: PicturesController) -> None:
    data = blank_pdf(letter)
    pictures.show(data)
    pictures.want((0,), _DPI)
    _wait()

    assert not pictures.show(data)
    assert pictures.kept == (0,)


def test_want_when_a_page_cannot_be_read_then_it_is_told(qtbot: QtBot) -> None:
    pictures = PicturesController()
    pictures.show(b"no pages")

    with qtbot.waitSignal(pictures.failed):
        pictures.want((0,), _DPI)

    assert pictures.kept == ()


def test_forget_when_under_way_then_nothing_comes(pictures: PicturesController) -> None:
    pictures.want((0, 1), _DPI)
    pictures.forget()
    _wait()

    assert pictures.kept == ()
