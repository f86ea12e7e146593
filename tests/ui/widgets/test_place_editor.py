import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Place
from ui.language import Language
from ui.settings import Region
from ui.widgets.place_editor import PlaceEditor


def _editor(qtbot: QtBot, words: Language, region: str) -> PlaceEditor:
    editor = PlaceEditor(load_questionnaire().item("place"), words, Region(region))
    qtbot.addWidget(editor)
    editor.retranslate()
    show(editor)
    return editor


@pytest.mark.parametrize(
    ("region", "said"),
    [
        pytest.param("us", "5 miles (8 km)", id="miles"),
        pytest.param("de", "5 km", id="kilometres"),
    ],
)
def test_distance_when_said_then_it_is_in_what_people_think_in(
    qtbot: QtBot, words: Language, region: str, said: str
) -> None:
    editor = _editor(qtbot, words, region)

    assert said in {card.accessibleName() for card in editor.findChildren(QRadioButton)}


def test_postcode_when_it_is_none_then_the_fault_is_named_at_its_field(
    qtbot: QtBot, words: Language
) -> None:
    editor = _editor(qtbot, words, "us")

    qtbot.keyClicks(editor.field.postcode, "nowhere")
    assert editor.find_fault() is editor.field.postcode
    assert editor.field.error.plain == words.text("screen.place.wrong")

    editor.show_value(Place(postcode="97758", country="US"))
    assert editor.find_fault() is None
