from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.pages.language_choice import LanguageChoice


def test_choice_when_a_language_is_pressed_then_it_holds(qtbot: QtBot) -> None:
    words = Language("en")
    choice = LanguageChoice(words, "choice", ("es",))
    qtbot.addWidget(choice)
    choice.say()
    assert choice.cards[0].words == "Español"
    assert choice.chosen == ("en",)

    choice.cards[0].click()

    assert words.code == "es"
