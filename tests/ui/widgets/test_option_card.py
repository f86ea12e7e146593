import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot
from support.window import press, show

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
