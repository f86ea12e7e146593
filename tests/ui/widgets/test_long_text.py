import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.long_text import LONG, LongText, paragraphs, shortened
from ui.widgets.text import Text

_LONG = "<b>word</b> & more\n" * 1100
_SHORT = "A few words."


def _text(qtbot: QtBot, words: str) -> LongText:
    text = LongText("bio", words, "In their own words", Language("en"))
    qtbot.addWidget(text)
    text.resize(600, 400)
    text.show()
    return text


def test_text_when_short_then_it_is_whole_without_a_button(qtbot: QtBot) -> None:
    text = _text(qtbot, _SHORT)

    assert text.shown == _SHORT
    assert text.all.isHidden()


def test_text_when_long_then_a_press_shows_all_and_another_folds_it(qtbot: QtBot) -> None:
    text = _text(qtbot, _LONG)
    assert len(text.shown) <= LONG + 2
    assert text.all.text() == "Show all"
    assert text.all.accessibleName() == "Show all: In their own words"

    text.all.click()
    qtbot.waitUntil(lambda: text.is_complete)

    assert text.shown.split() == _LONG.split()
    assert text.all.text() == "Show less"
    text.all.click()
    assert len(text.shown) <= LONG + 2


def test_text_when_it_holds_mark_up_then_it_is_shown_as_it_stands(qtbot: QtBot) -> None:
    text = _text(qtbot, _LONG)
    text.all.click()
    qtbot.waitUntil(lambda: text.is_complete)

    assert all("<b>" not in label.text() for label in text.findChildren(Text))


def test_text_when_it_has_20_000_signs_then_no_step_of_showing_all_stalls(qtbot: QtBot) -> None:
    text = _text(qtbot, _LONG)
    steps = []

    text.all.click()
    while not text.is_complete:
        begin = time.perf_counter()
        QApplication.processEvents()
        steps.append(time.perf_counter() - begin)

    assert len(_LONG) > 20_000
    assert len(steps) > 10
    assert max(steps) < 1


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("x" * 5000, id="unbroken"),
        pytest.param("many words " * 500, id="one-paragraph"),
        pytest.param("\n\n\n", id="empty-lines"),
    ],
)
def test_paragraphs_when_a_text_is_divided_then_none_is_very_long(words: str) -> None:
    assert all(len(part) <= 1200 for part in paragraphs(words))


@given(st.text(st.sampled_from("ab \n"), max_size=4000))
def test_paragraphs_when_put_together_again_then_no_letter_is_lost(words: str) -> None:
    assert "".join("".join(paragraphs(words)).split()) == "".join(words.split())
    assert len(shortened(words)) <= LONG + 2
