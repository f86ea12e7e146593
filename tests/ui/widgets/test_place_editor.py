from decimal import Decimal

from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Place
from matcher.region import load_region
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.place_editor import PlaceEditor


def _editor(qtbot: QtBot, words: Language) -> PlaceEditor:
    place = load_questionnaire().item("place")
    editor = PlaceEditor(place, words, load_region("us"), Locality())
    qtbot.addWidget(editor)
    editor.retranslate()
    show(editor)
    return editor


def test_postcode_when_it_is_none_then_the_fault_is_named_at_its_field(
    qtbot: QtBot, words: Language
) -> None:
    editor = _editor(qtbot, words)

    qtbot.keyClicks(editor.field.postcode, "nowhere")
    assert editor.is_begun
    assert editor.find_fault() is editor.field.postcode
    assert editor.field.error.plain == words.text("screen.place.wrong_us")

    editor.show_value(Place(postcode="97758", country="US"))
    assert editor.find_fault() is None
    assert not editor.is_begun


def test_place_when_written_then_it_is_told_and_nothing_shows_it_again(
    qtbot: QtBot, words: Language
) -> None:
    editor = _editor(qtbot, words)

    with qtbot.waitSignal(editor.value_changed, check_params_cb=lambda value: value is not None):
        qtbot.keyClicks(editor.field.postcode, "97758")
    assert editor.field.place == Place(postcode="97758", country="US", max_km=Decimal("16.1"))

    editor.show_value(None)
    assert editor.field.postcode.text() == ""
    assert editor.field.place is None
