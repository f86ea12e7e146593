import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from support.window import focused, open_window, press, settle

from ui.app import Wiring
from ui.pages.own_words_fold import OwnWordsFold
from ui.settings import Settings
from ui.widgets.text import Text

_SLOW = 60_000
_TEXT = "I lie awake with worry"


@pytest.fixture
def fold(wiring: Wiring) -> OwnWordsFold:
    wiring.window.go("issues")
    settle()
    return _fold(wiring)


def _fold(wiring: Wiring) -> OwnWordsFold:
    fold = wiring.window.page.findChild(OwnWordsFold)
    assert fold is not None
    return fold


def _find(fold: OwnWordsFold, text: str, wiring: Wiring, qtbot: QtBot) -> None:
    fold.set_open(is_open=True)
    fold.area.field.setPlainText(text)
    assert wiring.own_words is not None
    with qtbot.waitSignal(wiring.own_words.found, timeout=_SLOW):
        fold.area.find_button.click()
    settle()


def _is_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


def _card(wiring: Wiring, name: str) -> QAbstractButton:
    card = wiring.window.page.findChild(QAbstractButton, name)
    assert card is not None
    return card


def test_fold_when_driven_by_keys_alone_then_an_area_is_ticked(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot
) -> None:
    fold.line.setFocus()
    press(Qt.Key.Key_Space)
    assert focused() == "own_words_field"
    qtbot.keyClicks(fold.area.field, _TEXT)
    press(Qt.Key.Key_Tab)
    assert wiring.own_words is not None
    with qtbot.waitSignal(wiring.own_words.found, timeout=_SLOW):
        press(Qt.Key.Key_Return)
    settle()
    assert wiring.sitting.response("issues") is None
    press(Qt.Key.Key_Tab)
    name = focused().removeprefix("own_words_")
    press(Qt.Key.Key_Space)

    response = wiring.sitting.response("issues")
    assert response is not None
    assert response.value == (name,)
    assert _card(wiring, f"issues_{name}").isChecked()


def test_fold_when_areas_are_found_then_the_persons_own_words_say_why(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot
) -> None:
    _find(fold, _TEXT, wiring, qtbot)

    said = {card.words: card.accessibleDescription() for card in fold.area.cards}
    assert said["Worry"] == "Found in: worry"
    assert fold.area.told.plain == wiring.words.text("learning.suggest.intro")
    assert "We cannot tell yes from no" in fold.area.limits.plain
    assert "not kept" in fold.area.private.plain


def test_fold_when_opened_then_the_field_has_the_focus_and_the_button_is_seen(
    fold: OwnWordsFold, wiring: Wiring
) -> None:
    wiring.window.resize(1024, 560)
    settle()

    fold.line.click()
    settle()

    assert focused() == "own_words_field"
    assert _is_seen(fold.area.find_button)


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        pytest.param("I lie awake with worry", True, id="some"),
        pytest.param("xylophone", False, id="none"),
        pytest.param("I want to die", True, id="heavy"),
    ],
)
def test_fold_when_it_answers_then_the_same_line_to_call_stands_below(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot, text: str, finds: bool
) -> None:
    beside = wiring.window.page.findChild(Text, "lines")
    assert beside is not None
    assert fold.area.line.isHidden()

    _find(fold, text, wiring, qtbot)

    assert bool(fold.area.cards) is finds
    assert fold.area.line.isVisible()
    assert fold.area.line.plain == beside.plain
    assert "988" in beside.plain
    assert fold.area.limits.isVisible() is finds


def test_fold_when_an_area_is_taken_off_in_the_list_then_its_card_follows(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot
) -> None:
    _find(fold, _TEXT, wiring, qtbot)
    found = _card(wiring, "own_words_worry")
    found.click()
    assert _card(wiring, "issues_worry").isChecked()

    _card(wiring, "issues_worry").click()

    assert not found.isChecked()


def test_fold_when_five_are_picked_already_then_the_usual_sentence_says_so(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot
) -> None:
    codes = ("sleep", "panic", "low_mood", "anger", "stress")
    for code in codes:
        _card(wiring, f"issues_{code}").click()
    _find(fold, "worry", wiring, qtbot)

    _card(wiring, "own_words_worry").click()

    limit = _card(wiring, "issues_worry").window().findChild(type(fold.area.told), "issues_limit")
    assert limit is not None
    assert limit.plain == "You can pick up to 5. Take one off first."
    assert not _card(wiring, "own_words_worry").isChecked()
    assert wiring.sitting.answers.value("issues") == codes


@pytest.mark.parametrize(
    ("text", "key"),
    [("  ", "screen.own_words.empty"), ("xylophone", "learning.suggest.none")],
)
def test_fold_when_nothing_can_be_found_then_it_says_so_kindly(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot, text: str, key: str
) -> None:
    fold.set_open(is_open=True)
    fold.area.field.setPlainText(text)
    fold.area.find_button.click()
    qtbot.waitUntil(lambda: fold.area.told.plain == wiring.words.text(key), timeout=_SLOW)

    assert fold.area.cards == ()


@pytest.mark.parametrize("way", ["next", "help", "home"])
def test_fold_when_the_page_is_left_then_the_words_are_gone(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot, way: str
) -> None:
    _find(fold, _TEXT, wiring, qtbot)
    if way == "home":
        wiring.clear()
        wiring.window.go("issues")
    else:
        wiring.window.go_on() if way == "next" else wiring.window.open("help")
        assert fold.area.field.toPlainText() == ""
        assert fold.area.cards == ()
        wiring.window.go_back()
    settle()

    there = _fold(wiring)
    assert there.area.field.toPlainText() == ""
    assert there.area.cards == ()
    assert not there.is_open


def test_fold_when_the_screen_is_hidden_for_a_while_then_the_words_are_still_there(
    fold: OwnWordsFold, wiring: Wiring
) -> None:
    fold.set_open(is_open=True)
    fold.area.field.setPlainText(_TEXT)

    wiring.window.hide_away()
    settle()
    wiring.window.stage.clear()
    settle()

    assert fold.area.field.toPlainText() == _TEXT
    assert fold.is_open


def test_fold_when_the_page_is_left_while_looking_then_nothing_is_shown_later(
    fold: OwnWordsFold, wiring: Wiring
) -> None:
    fold.set_open(is_open=True)
    fold.area.field.setPlainText(_TEXT)
    fold.area.find_button.click()

    wiring.window.go_on()
    wiring.window.go_back()
    settle()

    assert fold.area.cards == ()
    assert fold.area.told.plain == ""


def test_fold_when_an_area_is_ticked_then_the_answers_hold_codes_alone(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot
) -> None:
    before = wiring.sitting.answers

    _find(fold, _TEXT, wiring, qtbot)
    assert wiring.sitting.answers == before
    _card(wiring, "own_words_worry").click()

    assert wiring.sitting.answers.value("issues") == ("worry",)
    assert "awake" not in repr(wiring.sitting.answers)


def test_fold_when_another_language_holds_then_what_was_found_goes(
    fold: OwnWordsFold, wiring: Wiring, qtbot: QtBot
) -> None:
    _find(fold, _TEXT, wiring, qtbot)

    wiring.words.set_code("es")

    assert fold.area.cards == ()
    assert fold.line.text() == "Dígalo con sus propias palabras"


def test_page_when_own_words_are_switched_off_then_there_is_no_field(qapp: object) -> None:
    with open_window(Settings(own_words=False)) as wiring:
        wiring.window.go("issues")
        settle()

        assert wiring.own_words is None
        assert wiring.window.page.findChild(OwnWordsFold) is None
        wiring.clear()


@pytest.mark.parametrize("page", ["approaches", "communities"])
def test_page_when_it_is_about_something_else_then_there_is_no_field(
    wiring: Wiring, page: str
) -> None:
    wiring.window.go(page)
    settle()

    assert wiring.window.page.findChild(OwnWordsFold) is None
