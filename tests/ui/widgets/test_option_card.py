from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot
from support.page_checks import PART_CONTRAST, TEXT_CONTRAST, contrast, luminance
from support.window import press, show

from ui.theme.palette import make_palette
from ui.theme.tokens import PaletteName, tokens
from ui.widgets.option_card import CheckCard, RadioCard, set_tab_stop

_CARDS = [pytest.param(RadioCard, id="radio"), pytest.param(CheckCard, id="check")]
_LONG = "A label of many words that has to go on in a second line and maybe in a third"


def _picture(card: RadioCard | CheckCard) -> QImage:
    return card.grab().toImage()


@pytest.mark.parametrize("kind", _CARDS)
def test_card_when_shown_then_a_screen_reader_knows_name_role_and_meaning(
    qtbot: QtBot, kind: type[RadioCard | CheckCard]
) -> None:
    card = kind("video")
    qtbot.addWidget(card)
    card.set_words("Video call", "You see each other")

    interface = QAccessible.queryAccessibleInterface(card)

    role = QAccessible.Role
    assert interface.role() == (role.RadioButton if kind is RadioCard else role.CheckBox)
    assert interface.text(QAccessible.Text.Name) == "Video call"
    assert interface.text(QAccessible.Text.Description) == "You see each other"


@pytest.mark.parametrize("kind", _CARDS)
def test_card_when_pressed_anywhere_then_it_is_chosen(
    qtbot: QtBot, kind: type[RadioCard | CheckCard]
) -> None:
    card = kind("video")
    qtbot.addWidget(card)
    card.set_words("Video call")
    show(card, 400, 60)

    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(390, 55))

    assert card.isChecked()


@pytest.mark.parametrize("kind", _CARDS)
def test_card_when_chosen_then_its_picture_differs_without_colour_too(
    qtbot: QtBot, kind: type[RadioCard | CheckCard]
) -> None:
    card = kind("video")
    qtbot.addWidget(card)
    card.set_words("Video call")
    show(card, 300, 60)
    before = _picture(card).convertToFormat(QImage.Format.Format_Mono)

    card.setChecked(True)

    assert _picture(card).convertToFormat(QImage.Format.Format_Mono) != before


def test_card_when_narrow_then_it_grows_until_all_words_have_room(qtbot: QtBot) -> None:
    card = CheckCard("video")
    qtbot.addWidget(card)
    card.set_words(_LONG, _LONG)

    assert card.heightForWidth(250) > card.heightForWidth(600) >= 48
    assert card.minimumSizeHint().width() > card.longest_word()


def test_card_when_centred_then_it_is_narrower_and_higher(qtbot: QtBot) -> None:
    card = RadioCard("step")
    qtbot.addWidget(card)
    card.set_words("100 %")
    beside = card.sizeHint()

    card.set_centred(is_centred=True)

    assert card.sizeHint().width() < beside.width()
    assert card.sizeHint().height() > beside.height()


def test_card_when_its_gloss_is_hidden_then_readers_still_hear_it(qtbot: QtBot) -> None:
    card = CheckCard("worry")
    qtbot.addWidget(card)
    card.set_words("Worry", "Thoughts that keep turning")
    high = card.heightForWidth(300)

    card.show_gloss(shown=False)

    assert card.heightForWidth(300) < high
    assert card.accessibleDescription() == card.toolTip() == "Thoughts that keep turning"


def test_check_card_when_space_is_pressed_then_it_turns(qtbot: QtBot) -> None:
    card = CheckCard("worry")
    qtbot.addWidget(card)
    card.set_words("Worry")
    show(card, 300, 60)
    card.setFocus()

    press(Qt.Key.Key_Space)
    assert card.isChecked()
    press(Qt.Key.Key_Space)
    assert not card.isChecked()


@pytest.mark.parametrize(("chosen", "stop"), [(None, 0), (2, 2)], ids=["none", "the_third"])
def test_radio_cards_when_one_is_chosen_then_tab_stops_at_it_alone(
    qtbot: QtBot, chosen: int | None, stop: int
) -> None:
    cards = [RadioCard(f"card_{number}") for number in range(3)]
    for card in cards:
        qtbot.addWidget(card)
    if chosen is not None:
        cards[chosen].setChecked(True)

    set_tab_stop(cards)

    tab = Qt.FocusPolicy.TabFocus.value
    assert [bool(card.focusPolicy().value & tab) for card in cards].index(True) == stop
    assert sum(bool(card.focusPolicy().value & tab) for card in cards) == 1


def test_card_when_it_has_a_number_then_it_is_painted_in_place_of_the_tick(qtbot: QtBot) -> None:
    card = CheckCard("cbt")
    qtbot.addWidget(card)
    card.set_words("CBT")
    card.setChecked(True)
    show(card, 300, 60)
    ticked = _picture(card)

    card.set_mark("1")

    assert _picture(card) != ticked


@pytest.mark.parametrize("kind", _CARDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_card_when_return_is_pressed_then_it_is_chosen_and_stays_so(
    qtbot: QtBot, kind: type[RadioCard | CheckCard], key: Qt.Key
) -> None:
    card = kind("video")
    qtbot.addWidget(card)
    card.set_words("Video call")
    show(card, 300, 60)
    card.setFocus()

    for _ in range(2):
        press(key)
        assert card.isChecked()


def _first_dark_row(card: RadioCard | CheckCard, left: int, right: int) -> int:
    brightness = luminance(_picture(card))[4:-4, left:right]
    return int(np.flatnonzero((brightness < 0.5).any(axis=1))[0])


@pytest.mark.parametrize("kind", _CARDS)
def test_cards_when_one_of_a_row_is_higher_then_signs_and_first_lines_stand_level(
    qtbot: QtBot, kind: type[RadioCard | CheckCard]
) -> None:
    tops = []
    for label, gloss in (("Hello", ""), ("Hello", _LONG), ("Hello " + _LONG, "")):
        card = kind("card")
        qtbot.addWidget(card)
        card.set_words(label, gloss)
        show(card, 300, 150)
        sign = 12 + card._sign_size() + 4
        tops.append((_first_dark_row(card, 10, sign), _first_dark_row(card, sign + 4, sign + 40)))

    assert len({*tops}) == 1


@pytest.mark.parametrize("kind", _CARDS)
def test_card_when_it_has_one_line_then_that_stands_in_the_middle(
    qtbot: QtBot, kind: type[RadioCard | CheckCard]
) -> None:
    card = kind("card")
    qtbot.addWidget(card)
    card.set_words("HHH")
    height = card.heightForWidth(300)
    show(card, 300, height)

    dark = np.flatnonzero((luminance(_picture(card))[4:-4, 20:30] < 0.5).any(axis=1)) + 4

    assert abs((dark[0] + dark[-1]) / 2 - height / 2) <= 1.5


@pytest.mark.parametrize("name", PaletteName)
@pytest.mark.parametrize("kind", _CARDS)
def test_card_when_quiet_then_its_edge_and_words_still_stand_out(
    qtbot: QtBot, kind: type[RadioCard | CheckCard], name: PaletteName
) -> None:
    card = kind("card")
    qtbot.addWidget(card)
    card.setPalette(make_palette(tokens(name).colours))
    card.set_words("Not sure: I’ll ask them")
    show(card, 400, 48)
    card.setPalette(make_palette(tokens(name).colours))
    card.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)  # its edge is darker then
    loud = _picture(card)
    card.set_quiet()

    pixels = luminance(_picture(card))

    assert contrast(np.append(pixels[:3, 40:-40], [pixels[6, 60]] * 2000)) >= PART_CONTRAST
    assert contrast(pixels[6:-6, 50:-10].ravel()) >= TEXT_CONTRAST
    if name is not PaletteName.CONTRAST:
        assert _picture(card) != loud
        card.setChecked(True)
        chosen = _picture(card)
        assert contrast(luminance(chosen)[6:-6, 50:-10].ravel()) > TEXT_CONTRAST


def test_card_when_its_label_just_fits_then_no_line_is_left_empty(qtbot: QtBot) -> None:
    card = CheckCard("fits")
    qtbot.addWidget(card)
    card.set_words("What has helped people, and what has not?", "It matters.")
    line, beside = card.fontMetrics().height(), 12 + card._sign_size() + 12
    one_line = card.fontMetrics().horizontalAdvance(card.words) + beside

    for width in range(one_line, one_line + 24):
        card.resize(width, card.heightForWidth(width))
        picture = _picture(card)
        inked = [y for y in range(8, card.height() - 8) if _is_inked(picture, y, beside, width)]
        gaps = [below - above for above, below in pairwise(inked)]
        assert max(gaps) < line, width


def _is_inked(picture: QImage, row: int, left: int, right: int) -> bool:
    ground = picture.pixelColor(right - 6, row)
    return any(picture.pixelColor(x, row) != ground for x in range(left, right - 6, 2))
