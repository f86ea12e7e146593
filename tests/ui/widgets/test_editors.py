import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from matcher.directory.vocabulary import load_vocabulary
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response
from matcher.region import load_region
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.axis_editor import AxisEditor
from ui.widgets.choice_editor import ChoiceEditor
from ui.widgets.editor import Editor
from ui.widgets.editors import NAMED_PLANS, Surroundings, make_editor
from ui.widgets.list_editor import ListEditor
from ui.widgets.money_editor import MoneyEditor
from ui.widgets.option_card import CheckCard
from ui.widgets.people_editor import PeopleEditor
from ui.widgets.place_editor import PlaceEditor
from ui.widgets.text_editor import TextEditor
from ui.widgets.times_editor import TimesEditor

_KINDS: dict[str, type[Editor]] = {
    "participants": ChoiceEditor,
    "age_band": ChoiceEditor,
    "languages": ListEditor,
    "formats": ChoiceEditor,
    "place": PlaceEditor,
    "times": TimesEditor,
    "fee": MoneyEditor,
    "payers": ListEditor,
    "access": ListEditor,
    "style_steer": AxisEditor,
    "style_challenge": AxisEditor,
    "style_feelings": AxisEditor,
    "approaches": ListEditor,
    "issues": ListEditor,
    "communities": ListEditor,
    "therapist_gender": ChoiceEditor,
    "session_length": ChoiceEditor,
    "experience_years": ChoiceEditor,
    "tools": ChoiceEditor,
    "helped_or_not": ListEditor,
    "hide_people": PeopleEditor,
    "first_meetings": TextEditor,
}


def _make(qtbot: QtBot, words: Language, item: str, region: str = "us") -> Editor:
    editor = make_editor(
        load_questionnaire().item(item),
        words,
        Surroundings(load_region(region), Locality(("Old Mill",))),
    )
    qtbot.addWidget(editor)
    editor.retranslate()
    return editor


def test_items_when_of_the_express_path_then_each_is_in_the_table() -> None:
    pages = load_questionnaire().pages

    assert {item for page in pages for item in page.items} < {*_KINDS}


@pytest.mark.parametrize("item", _KINDS)
def test_editor_when_made_for_an_item_then_it_is_of_its_kind(
    qtbot: QtBot, words: Language, item: str
) -> None:
    editor = _make(qtbot, words, item)

    assert type(editor) is _KINDS[item]
    assert editor.first_focus() is not None


@pytest.mark.parametrize(
    ("region", "seen"),
    [
        pytest.param("us", {"payers_medicaid": True, "payers_nhs": False}, id="us"),
        pytest.param("gb", {"payers_medicaid": False, "payers_nhs": True}, id="gb"),
    ],
)
def test_payers_when_of_another_country_then_they_wait_behind_the_whole_list(
    qtbot: QtBot, words: Language, region: str, seen: dict[str, bool]
) -> None:
    editor = _make(qtbot, words, "payers", region)

    for name, is_seen in seen.items():
        card = editor.findChild(CheckCard, name)
        assert card is not None
        assert card.isVisibleTo(editor) is is_seen


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(frozenset(), id="own_directory"),
        pytest.param(frozenset({"cedar_valley_hmo", "medicaid"}), id="sample"),
    ],
)
def test_plans_when_the_directory_does_not_name_them_then_they_are_not_offered(
    qtbot: QtBot, words: Language, named: frozenset[str]
) -> None:
    around = Surroundings(load_region("us"), Locality(payers=named))
    editor = make_editor(load_questionnaire().item("payers"), words, around)
    qtbot.addWidget(editor)
    editor.retranslate()

    offered = {card.property("code") for card in editor.findChildren(CheckCard)}
    plans = {term.code for term in load_vocabulary("payers") if term.group == NAMED_PLANS}
    assert plans & offered == plans & named
    assert {"self_pay", "medicaid", "nhs"} < offered


def test_plan_when_answered_under_another_directory_then_it_is_still_shown(
    qtbot: QtBot, words: Language
) -> None:
    editor = _make(qtbot, words, "payers")

    editor.show_response(Response(("harbor_health_ppo",)))

    card = editor.findChild(CheckCard, "payers_harbor_health_ppo")
    assert card is not None
    assert card.isChecked()
    assert card.accessibleName() == "Harbor Health PPO"


@pytest.mark.parametrize("own_words", [True, False])
def test_payers_when_own_words_are_taken_then_another_plan_can_be_named(
    qtbot: QtBot, words: Language, own_words: bool
) -> None:
    around = Surroundings(load_region("us"), own_words=own_words)
    editor = make_editor(load_questionnaire().item("payers"), words, around)
    qtbot.addWidget(editor)
    editor.retranslate()

    assert (editor.findChild(QLineEdit, "payers_own_entry") is not None) is own_words
