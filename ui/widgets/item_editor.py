"""One item: what is asked, its editor, the ways of not answering, and how much it counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.questionnaire.item import Importance, Item
from matcher.questionnaire.response import Response, State
from ui.language import Language
from ui.widgets.answer_states import AnswerStates
from ui.widgets.editor import Editor
from ui.widgets.editors import Surroundings, make_editor
from ui.widgets.importance_fold import ImportanceFold
from ui.widgets.text import Text


class ItemEditor(QWidget):
    """Stands on a page for one item.

    Parameters
    ----------
    item
        What is asked.
    around
        Region and areas.

    Signals
    -------
    value_changed, starred_changed, state_chosen, importance_chosen
        With what the person said.
    """

    value_changed = Signal(object)
    starred_changed = Signal(object)
    state_chosen = Signal(object)
    importance_chosen = Signal(object)

    def __init__(self, item: Item, words: Language, around: Surroundings) -> None:
        super().__init__()
        self.item = item
        self._words = words
        self.setObjectName(f"item_{item.id}")
        self.heading = Text("heading", f"{item.id}_heading")
        self.why = Text("quiet", f"{item.id}_why")
        self.editor: Editor = make_editor(item, words, around)
        self._states = AnswerStates(item.id, words, private=item.private)
        self._importance = ImportanceFold(item.id, words, may_be_must=item.may_be_must)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addWidget(self.why)
        column.addWidget(self.editor)
        column.addSpacing(8)
        column.addWidget(self._states)
        column.addWidget(self._importance)
        self.heading.set_words("")
        self.why.set_words("")
        self.editor.value_changed.connect(self._tell_value)
        self.editor.starred_changed.connect(self.starred_changed)
        self._states.state_chosen.connect(self._tell_state)
        self._importance.importance_chosen.connect(self.importance_chosen)

    def show_response(self, response: Response | None, importance: Importance) -> None:
        """Show a response; without one, *no preference* is pre-set.

        Parameters
        ----------
        importance
            What an answer counts as when the response does not say.
        """
        self.editor.show_response(response)
        has_value = response is not None and response.value is not None
        state = State.NO_PREFERENCE if response is None else response.state
        self._states.set_state(None if has_value else state)
        self._importance.set_importance(
            importance if response is None or response.importance is None else response.importance
        )
        self._importance.setVisible(has_value and self.item.scored)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self.editor.retranslate()
        self._states.retranslate()
        self._importance.retranslate()
        self.editor.setAccessibleName(self._words.item(self.item.id, "heading"))

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page is entered."""
        return self.editor.first_focus()

    def find_fault(self) -> QWidget | None:
        """Say beside it what cannot be understood and return where; ``None`` when all can."""
        return self.editor.find_fault()

    def _tell_value(self, value: object) -> None:
        self._states.set_state(State.NO_PREFERENCE if value is None else None)
        self._importance.setVisible(value is not None and self.item.scored)
        self.value_changed.emit(value)

    def _tell_state(self, state: State) -> None:
        self.editor.show_response(None)
        self._importance.hide()
        self.state_chosen.emit(state)
