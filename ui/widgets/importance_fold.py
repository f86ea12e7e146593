"""How much an answer counts: one folded line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.questionnaire.item import Importance
from ui.language import Language
from ui.widgets.fold import Fold
from ui.widgets.option_group import OptionGroup


class ImportanceFold(QWidget):
    """A line such as *Counts as: matters. Change*, and the levels it opens.

    Signals
    -------
    importance_chosen
        With the `Importance` the person chose.
    """

    importance_chosen = Signal(object)

    def __init__(self, name: str, words: Language, *, may_be_must: bool) -> None:
        super().__init__()
        self._words = words
        self._importance = Importance.MATTERS
        levels = [level.value for level in Importance if may_be_must or level != Importance.MUST]
        self._group = OptionGroup(f"{name}_importance", levels, columns=2)
        self._fold = Fold(f"{name}_counts", self._group)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)
        self._group.chosen_changed.connect(self._choose)

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        self._group.set_words(
            lambda code: text(f"item.importance.{code}"),
            lambda code: text(f"screen.importance_means.{code}"),
        )
        holds = text(f"item.importance.{self._importance.value}")
        self._fold.line.set_words(text("screen.item.counts", importance=holds))

    def set_importance(self, importance: Importance) -> None:
        """Show what holds."""
        self._importance = importance
        self._group.set_chosen((importance.value,))
        self.retranslate()

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self.set_importance(Importance(chosen[0]))
        self.importance_chosen.emit(self._importance)
