import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.language import Language
from ui.widgets.people_picker import MOST_FOUND, PeoplePicker
from ui.widgets.text import Text

_FEW = [("p-1", "Ana Ríos"), ("p-2", "Ben Ash"), ("p-3", "Ana Lund")]
_MANY = [(f"p-{number}", f"Person {number:05}") for number in range(10_000)]
_FAST = 0.5
"""Seconds; a search takes a hundredth of it, and the machine may be busy."""


def _make(qtbot: QtBot, words: Language, people: list[tuple[str, str]]) -> PeoplePicker:
    picker = PeoplePicker("hide_people", lambda: people)
    qtbot.addWidget(picker)
    picker.set_words(lambda what, **given: words.text(f"screen.{what}", **given))
    show(picker)
    return picker


def _names(picker: PeoplePicker) -> list[str]:
    return [card.words for card in picker.found]


def _press(picker: PeoplePicker, name: str) -> None:
    button = picker.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def test_picker_when_nothing_is_typed_then_nobody_is_shown(qtbot: QtBot, words: Language) -> None:
    assert _names(_make(qtbot, words, _FEW)) == []


@pytest.mark.parametrize(
    ("typed", "found", "told"),
    [
        pytest.param("ana", ["Ana Ríos", "Ana Lund"], "found", id="several"),
        pytest.param("RIOS", ["Ana Ríos"], "found", id="accent_and_case"),
        pytest.param("zoe", [], "nobody", id="nobody"),
    ],
)
def test_picker_when_a_name_is_typed_then_who_has_it_is_shown(
    qtbot: QtBot, words: Language, typed: str, found: list[str], told: str
) -> None:
    picker = _make(qtbot, words, _FEW)

    picker.search.setText(typed)

    assert _names(picker) == found
    given = {"n": len(found)} if found else {}
    assert picker.told.plain == words.text(f"screen.people.{told}", **given)


def test_picker_when_the_directory_is_large_then_it_is_fast_and_shows_a_few(
    qtbot: QtBot, words: Language
) -> None:
    picker = _make(qtbot, words, _MANY)
    picker.search.setText("pe")

    begun = time.perf_counter()
    picker.search.setText("person")
    took = time.perf_counter() - begun

    assert took < _FAST
    assert len(picker.found) == MOST_FOUND
    assert "10,000" in picker.told.plain or "10000" in picker.told.plain


def test_picker_when_somebody_is_pressed_and_taken_off_then_both_are_told(
    qtbot: QtBot, words: Language
) -> None:
    picker = _make(qtbot, words, _FEW)
    picker.search.setText("ana")

    with qtbot.waitSignal(picker.chosen_changed) as told:
        _press(picker, "hide_people_p-3")
    assert told.args == [("p-3",)]
    label = picker.findChild(Text, "hide_people_chosen_p-3")
    assert label is not None
    assert label.plain == "Ana Lund"

    with qtbot.waitSignal(picker.chosen_changed) as told:
        _press(picker, "hide_people_take_off_p-3")
    assert told.args == [()]
    assert not any(card.isChecked() for card in picker.found)


def test_picker_when_somebody_chosen_has_left_then_no_id_is_shown(
    qtbot: QtBot, words: Language
) -> None:
    picker = _make(qtbot, words, _FEW)

    picker.set_chosen(("gone-long-ago",))

    said = [text.plain for text in picker.findChildren(Text)]
    assert words.text("screen.people.gone") in said
    assert "gone-long-ago" not in said


def test_picker_when_return_is_pressed_on_a_name_then_it_is_taken_and_nobody_else_gets_the_key(
    qtbot: QtBot, words: Language
) -> None:
    picker = _make(qtbot, words, _FEW)
    told: list[object] = []
    picker.chosen_changed.connect(told.append)

    for typed, at in [("rios", "hide_people_search"), ("ana", "hide_people_p-1")]:
        picker.search.setText(typed)
        picker.search.setFocus()
        press(Qt.Key.Key_Return)
        assert focused() == at
    picker.search.setText("zoe")
    key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    picker.search.setFocus()
    picker.keyPressEvent(key)

    assert told == [("p-1",)]
    assert key.isAccepted()
