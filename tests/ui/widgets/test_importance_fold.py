import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.item import Importance
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.importance_fold import ImportanceFold


def _fold(qtbot: QtBot, words: Language, *, may_be_must: bool = True) -> ImportanceFold:
    fold = ImportanceFold("times", words, may_be_must=may_be_must)
    qtbot.addWidget(fold)
    fold.set_importance(Importance.MATTERS)
    show(fold)
    return fold


@pytest.mark.parametrize("may_be_must", [True, False])
def test_importance_when_opened_then_must_have_stands_only_where_it_is_allowed(
    qtbot: QtBot, words: Language, may_be_must: bool
) -> None:
    fold = _fold(qtbot, words, may_be_must=may_be_must)

    names = {card.objectName() for card in fold.findChildren(QRadioButton)}

    assert ("times_importance_must" in names) is may_be_must
    assert not any(card.isVisible() for card in fold.findChildren(QRadioButton))


def test_importance_when_changed_then_the_line_says_so_and_it_is_told(
    qtbot: QtBot, words: Language
) -> None:
    fold = _fold(qtbot, words)
    line = fold.findChild(Button, "times_counts_open")
    assert line is not None
    assert words.text("item.importance.matters") in line.text()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    card = fold.findChild(QRadioButton, "times_importance_must")
    assert card is not None

    with qtbot.waitSignal(fold.importance_chosen) as told:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    assert told.args == [Importance.MUST]
    assert words.text("item.importance.must") in line.text()
