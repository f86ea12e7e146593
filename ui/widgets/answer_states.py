"""The ways of not giving an answer; *no preference* is the pre-set everywhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.questionnaire.response import State
from ui.language import Language
from ui.widgets.option_group import OptionGroup


class AnswerStates(QWidget):
    """*No preference*, *Not sure* and, on private items, *Rather not say*.

    Signals
    -------
    state_chosen
        With the `State` the person chose.
    """

    state_chosen = Signal(object)

    def __init__(self, item_id: str, words: Language, *, private: bool) -> None:
        super().__init__()
        self._item_id = item_id
        self._words = words
        states = [state.value for state in State if private or state is not State.RATHER_NOT_SAY]
        self._group = OptionGroup(f"{item_id}_state", states, columns=3)
        self._group.set_quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._group)
        self._group.chosen_changed.connect(self._tell)

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        self._group.set_words(lambda code: self._words.state(self._item_id, State(code)))

    def set_state(self, state: State | None) -> None:
        """Show the state that holds; ``None`` when there is an answer."""
        self._group.set_chosen(() if state is None else (state.value,))

    def _tell(self, chosen: tuple[str, ...]) -> None:
        self.state_chosen.emit(State(chosen[0]))
