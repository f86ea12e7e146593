"""Every item there is, answered through its page as a person would, and read back equal."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from support.window import open_window, press, settle

from matcher.questionnaire.answers_file import parse_answers, write_answers
from matcher.questionnaire.item import Item, ItemKind
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from ui.app import Wiring
from ui.settings import Settings

_QUESTIONNAIRE = load_questionnaire()
W = TypeVar("W", bound=QWidget)
_PAGES = (*_QUESTIONNAIRE.pages, *_QUESTIONNAIRE.more)
_OWN = "A little more sleep, café included"


def _find(wiring: Wiring, kind: type[W], name: str) -> W:
    widget = wiring.window.page.findChild(kind, name)
    assert widget is not None, name
    return widget


def _press(wiring: Wiring, name: str) -> None:
    _find(wiring, QAbstractButton, name).click()


def _type(wiring: Wiring, name: str, text: str) -> None:
    QTest.keyClicks(_find(wiring, QLineEdit, name), text)
    settle()


def _answer(wiring: Wiring, item: Item) -> None:
    """Answer one item with what is on its page."""
    match item.kind:
        case ItemKind.CHOICE:
            _press(wiring, f"{item.id}_{item.options[-1]}")
        case ItemKind.CHOICES:
            _press(wiring, f"{item.id}_{item.options[1]}")
            _press(wiring, f"{item.id}_{item.options[0]}")
        case ItemKind.AXIS:
            _press(wiring, f"{item.id}_-1")
        case ItemKind.TIMES:
            _find(wiring, QAbstractButton, "times_mon-evening").setFocus()
            press(Qt.Key.Key_Space)
        case ItemKind.MONEY:
            _type(wiring, "fee_amount", "85")
        case ItemKind.PLACE:
            _type(wiring, "place_postcode", "97758")
        case ItemKind.PEOPLE:
            person = wiring.directory.people[-1]
            _type(wiring, "hide_people_search", person.name)
            _press(wiring, f"hide_people_{person.id}")
        case ItemKind.TEXT:
            _find(wiring, QPlainTextEdit, item.id).setPlainText(_OWN)


def _add_own(wiring: Wiring, item: Item) -> None:
    """Add what is not in the list of an item."""
    if item.own_words:
        _find(wiring, QPlainTextEdit, f"{item.id}_own_words").setPlainText(_OWN)
    if item.extensible:
        _type(wiring, f"{item.id}_own_entry", "Blue Sky Example Plan")
        _press(wiring, f"{item.id}_own_entry_add")


def _again(answers: ResponseSet) -> ResponseSet:
    return parse_answers(write_answers(answers), _QUESTIONNAIRE)


@pytest.mark.parametrize("language", ["en", "es"])
def test_full_path_when_every_item_is_answered_then_a_file_and_the_pages_give_all_of_it_back(
    qapp: object, language: str
) -> None:
    with open_window(Settings(language=language)) as wiring:
        for page in _PAGES:
            wiring.window.go(page.id)
            for item in page.items:
                _answer(wiring, _QUESTIONNAIRE.item(item))
                _add_own(wiring, _QUESTIONNAIRE.item(item))
        answers = wiring.sitting.answers

        missing = [i.id for i in _QUESTIONNAIRE if answers.value(i.id) is None]
        assert missing == ["answered_by"]
        assert answers.responses["helped_or_not"].own_words == _OWN
        assert "blue_sky_example_plan" in answers.responses["payers"].value  # type: ignore[operator]
        assert _again(answers) == answers

        wiring.window.go("welcome")
        wiring.window.make_anew()
        for page in _PAGES:
            wiring.window.go(page.id)
            QApplication.processEvents()
            wiring.window.page.next_button.click()
        assert wiring.sitting.answers == answers


def test_full_path_when_walked_from_more_then_next_leads_through_each_section_and_back(
    qapp: object,
) -> None:
    with open_window() as wiring:
        wiring.window.go("times")
        wiring.window.open("more")
        seen = []
        for section in _QUESTIONNAIRE.sections:
            pages = [p for p in _QUESTIONNAIRE.more if _QUESTIONNAIRE.section_of(p) == section.id]
            if not pages:
                continue
            _press(wiring, f"change_{pages[0].items[0]}")
            while wiring.window.page.objectName() != "page_more":
                seen.append(wiring.window.page.objectName().removeprefix("page_"))
                wiring.window.page.next_button.click()
                settle()
        wiring.window.page.next_button.click()

        assert wiring.window.page.objectName() == "page_times"
        assert [page for page in seen if page != "pause"] == [p.id for p in _QUESTIONNAIRE.more]
        assert seen.count("pause") == 1
        assert seen[seen.index("pause") + 1] == "first_meetings"


def test_full_path_when_a_machine_takes_no_own_words_then_none_are_asked_for(qapp: object) -> None:
    with open_window(Settings(own_words=False)) as wiring:
        beyond = wiring.pages_beyond_the_way()
        assert not {"first_meetings", "names_pronouns"} & {*beyond}
        wiring.window.open("more")
        rows = {widget.objectName() for widget in wiring.window.page.findChildren(QWidget)}
        assert not {"answer_first_meetings", "answer_names_pronouns"} & rows

        for page in (*wiring.pages_on_the_way(), *beyond):
            wiring.window.go(page)
            assert wiring.window.page.findChildren(QPlainTextEdit) == [], page
            assert wiring.window.page.findChild(QWidget, f"{page}_own_entry") is None
        wiring.window.go("fee")
        assert wiring.window.page.findChild(QWidget, "payers_own_entry") is None
