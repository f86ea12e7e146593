from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.language_button import LanguageButton


def test_button_when_another_language_is_chosen_then_its_code_is_told(
    qtbot: QtBot, words: Language
) -> None:
    button = LanguageButton(words)
    qtbot.addWidget(button)
    button.retranslate()
    actions = {action.data(): action for action in button.findChildren(QAction) if action.data()}

    with qtbot.waitSignal(button.chosen) as told:
        actions["es"].trigger()

    assert told.args == ["es"]
    assert (button.text(), actions["es"].text()) == ("English", "Español")
    words.set_code("es")
    button.retranslate()
    assert button.text() == "Español"
    assert actions["es"].isChecked()
