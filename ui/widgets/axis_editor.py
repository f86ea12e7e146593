"""Editor for a way of working."""

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Value
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.style_axis import StyleAxis

_NAMES = {-2: "m2", -1: "m1", 0: "zero", 1: "p1", 2: "p2"}


class AxisEditor(Editor):
    """Five steps between two poles."""

    def __init__(self, item: Item, words: Language) -> None:
        super().__init__(item, words)
        self._axis = StyleAxis(item.id)
        self.column.addWidget(self._axis)
        self._axis.step_chosen.connect(self.value_changed)

    def show_value(self, value: Value | None) -> None:
        """Show the step."""
        self._axis.set_step(value if isinstance(value, int) else None)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self._axis.set_words(self._say("left"), self._say("right"), self._step)

    def _say(self, what: str) -> str:
        return self.words.item(self.item.id, what)

    def _step(self, step: int) -> str:
        return self._say(f"step.{_NAMES[step]}")
