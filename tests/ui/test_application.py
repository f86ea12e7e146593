import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from matcher.bundled import bundled
from ui.application import make_application
from ui.theme.tokens import PaletteName, tokens


def test_application_when_made_again_then_it_is_the_one_there_is(qapp: QApplication) -> None:
    assert make_application() is qapp


def test_application_when_made_then_what_qt_would_remember_is_kept_nowhere(
    qapp: QApplication,
) -> None:
    make_application()

    assert QSettings("Rapport", "Rapport").fileName().startswith("/dev/null")


@pytest.mark.parametrize("side", [16, 32, 48, 128, 256])
def test_application_when_made_then_its_windows_have_the_icon_in_the_colours_of_the_theme(
    qapp: QApplication, side: int
) -> None:
    make_application()

    image = qapp.windowIcon().pixmap(QSize(side, side)).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(side) for y in range(side)}

    assert image.size() == QSize(side, side)
    light, dark = tokens(PaletteName.LIGHT).colours, tokens(PaletteName.DARK).colours
    kept = {light.accent, light.halo, light.surface, *([dark.accent] if side > 16 else [])}
    assert {QColor(colour).name() for colour in kept} <= colours
    assert image.pixelColor(0, 0).alpha() < 255


def test_application_when_made_then_its_name_is_that_of_the_entry_in_the_menu(
    qapp: QApplication,
) -> None:
    make_application()

    assert (bundled("desktop") / f"{qapp.desktopFileName()}.desktop").is_file()


def test_window_when_it_dies_then_no_core_file_is_left(qapp: object) -> None:
    resource = pytest.importorskip("resource")

    make_application()

    # One byte: less than any core file, and on Linux nothing goes to another program either.
    assert max(resource.getrlimit(resource.RLIMIT_CORE)) <= 1
