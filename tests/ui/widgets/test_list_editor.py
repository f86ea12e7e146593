import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.directory.vocabulary import load_vocabulary
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response
from ui.language import Language
from ui.widgets.list_editor import ListEditor


@pytest.fixture
def editor(qtbot: QtBot, words: Language) -> ListEditor:
    item = load_questionnaire().item("issues")
    editor = ListEditor(item, words, tuple(load_vocabulary("issues")), frozenset())
    qtbot.addWidget(editor)
    editor.retranslate()
    show(editor, 640, 2000)
    return editor


def _card(editor: ListEditor, name: str) -> QAbstractButton:
    card = editor.findChild(QAbstractButton, name)
    assert card is not None
    return card


def _choose(qtbot: QtBot, editor: ListEditor, *codes: str) -> None:
    for code in codes:
        _card(editor, f"issues_{code}").click()


def test_list_when_more_than_the_limit_is_wanted_then_a_sentence_says_so(
    qtbot: QtBot, editor: ListEditor, words: Language
) -> None:
    _choose(qtbot, editor, "worry", "panic", "low_mood", "anger", "stress", "sleep")

    assert editor.limit.plain == words.text("screen.list.limit", n=5)
    _choose(qtbot, editor, "anger")
    assert editor.limit.plain == ""


def test_star_when_several_are_chosen_then_it_is_asked_which_matters_most(
    qtbot: QtBot, editor: ListEditor
) -> None:
    _choose(qtbot, editor, "worry")
    assert editor.findChild(QAbstractButton, "issues_star_worry") is None
    _choose(qtbot, editor, "sleep")

    with qtbot.waitSignal(editor.starred_changed) as told:
        qtbot.mouseClick(_card(editor, "issues_star_sleep"), Qt.MouseButton.LeftButton)

    assert told.args == ["sleep"]


def test_star_when_its_code_is_taken_off_then_it_is_gone(qtbot: QtBot, editor: ListEditor) -> None:
    editor.show_response(Response(("worry", "sleep"), starred="sleep"))
    assert _card(editor, "issues_star_sleep").isChecked()

    with qtbot.waitSignal(editor.starred_changed) as told:
        _choose(qtbot, editor, "sleep")

    assert told.args == [None]


def test_list_when_shown_no_response_then_nothing_is_chosen(editor: ListEditor) -> None:
    editor.show_response(Response(("worry", "sleep")))

    editor.show_response(None)

    assert editor._list.chosen == ()
    assert editor._star is None


def test_list_when_another_is_named_then_it_is_chosen_beside_the_others(
    qtbot: QtBot, words: Language
) -> None:
    item = load_questionnaire().item("payers")
    editor = ListEditor(item, words, tuple(load_vocabulary("payers")), frozenset({"nhs"}))
    qtbot.addWidget(editor)
    editor.take_own_codes()
    editor.retranslate()
    editor.show_value(("nhs", "old_plan"))
    assert editor.chosen == ("nhs", "old_plan")
    field = editor.findChild(QLineEdit, "payers_own_entry")
    assert field is not None

    field.setText("Blue Sky")
    with qtbot.waitSignal(editor.value_changed) as told:
        _card(editor, "payers_own_entry_add").click()

    assert told.args == [("nhs", "old_plan", "blue_sky")]
    assert _card(editor, "payers_blue_sky").accessibleName() == "blue sky"

    field.setText("Red Kite")
    assert editor.find_fault() is None
    assert editor.chosen[-1] == "red_kite"
    field.setText("보험")
    assert editor.find_fault() is field


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        pytest.param("en", "anxious", "worry", id="anxious"),
        pytest.param("en", "depressed", "low_mood", id="depressed"),
        pytest.param("en", "cant sleep", "sleep", id="cant_sleep"),
        pytest.param("en", "I can’t sleep", "sleep", id="apostrophe"),
        pytest.param("en", "my mother died", "bereavement", id="my_mother_died"),
        pytest.param("es", "estoy deprimida", "low_mood", id="deprimida"),
        pytest.param("es", "ansiosa", "worry", id="ansiosa"),
        pytest.param("es", "no puedo dormir", "sleep", id="dormir"),
        pytest.param("es", "murio mi mama", "bereavement", id="murio"),
    ],
)
def test_search_when_everyday_words_are_typed_then_the_area_is_found(
    editor: ListEditor, language: str, typed: str, code: str
) -> None:
    editor.words.set_code(language)
    editor.retranslate()

    editor._list.search.setText(typed)

    assert _card(editor, f"issues_{code}").isVisible()
    assert sum(card.isVisible() for card in editor._list.cards) < 8
