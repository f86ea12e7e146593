from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.application import make_application
from ui.theme.appearance import Appearance, system_palette
from ui.theme.palette import SURFACE
from ui.theme.tokens import PaletteName, tokens


def test_appearance_when_made_then_it_holds_at_once(qapp: QApplication) -> None:
    Appearance(make_application(), PaletteName.LIGHT)

    assert qapp.font().pixelSize() == tokens(PaletteName.LIGHT).sizes.body
    assert qapp.palette().color(SURFACE) == QColor(tokens(PaletteName.LIGHT).colours.surface)


def test_appearance_when_colours_change_then_the_application_wears_them(
    qapp: QApplication, qtbot: QtBot
) -> None:
    appearance = Appearance(make_application(), PaletteName.LIGHT)

    with qtbot.waitSignal(appearance.changed):
        appearance.set_palette(PaletteName.CONTRAST)

    assert qapp.palette().color(SURFACE) == QColor("#000000")
    assert appearance.palette is PaletteName.CONTRAST


def test_appearance_when_text_grows_then_the_font_does(qapp: QApplication) -> None:
    appearance = Appearance(make_application(), PaletteName.LIGHT)

    appearance.set_text_size(200)

    assert qapp.font().pixelSize() == 36
    assert appearance.text_size == 200


def test_appearance_when_told_what_holds_already_then_nothing_is_applied(
    qapp: QApplication, qtbot: QtBot
) -> None:
    appearance = Appearance(make_application(), PaletteName.DARK, 125)

    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_palette(PaletteName.DARK)
        appearance.set_text_size(125)


def test_field_when_it_is_empty_then_its_hint_is_as_dark_as_quiet_words(
    qapp: QApplication, qtbot: QtBot
) -> None:
    appearance = Appearance(make_application(), PaletteName.LIGHT)
    field = QLineEdit()
    qtbot.addWidget(field)

    field.ensurePolished()

    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint.name() == QColor(appearance.tokens.colours.quiet).name()


def test_system_palette_when_the_system_says_nothing_then_it_is_light(qapp: QApplication) -> None:
    assert system_palette(make_application()) is PaletteName.LIGHT
