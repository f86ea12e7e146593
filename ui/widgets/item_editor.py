"""One item: what is asked, its editor, the ways of not answering, and how much it counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from matcher.questionnaire.item import Importance, Item
from matcher.questionnaire.response import Response, State
from ui.language import Language
from ui.widgets.answer_states import AnswerStates
from ui.widgets.editor import Editor
from ui.widgets.editors import Surroundings, make_editor
from ui.widgets.group_line import GroupLine
from ui.widgets.importance_fold import ImportanceFold
from ui.widgets.text import Text
from ui.widgets.text_editor import say_field
from ui.widgets.words_field import WordsField


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
    value_changed, starred_changed, own_words_changed, state_chosen, importance_chosen
        With what the person said.
    """

    value_changed = Signal(object)
    starred_changed = Signal(object)
    own_words_changed = Signal(str)
    state_chosen = Signal(object)
    importance_chosen = Signal(object)

    def __init__(self, item: Item, words: Language, around: Surroundings) -> None:
        super().__init__()
        self.item = item
        self._words = words
        self._has_value = False
        self._put_aside: dict[QLineEdit, str] = {}
        self._opened: list[GroupLine] = []
        self.setObjectName(f"item_{item.id}")
        self.heading = Text("heading", f"{item.id}_heading")
        self.why = Text("quiet", f"{item.id}_why")
        self.editor: Editor = make_editor(item, words, around)
        self._states = AnswerStates(item.id, words, private=item.private)
        self._importance = ImportanceFold(item.id, words, may_be_must=item.may_be_must)
        has_field = item.own_words and around.own_words
        self._field = WordsField(f"{item.id}_own_words") if has_field else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addWidget(self.why)
        column.addWidget(self.editor)
        if self._field is not None:
            column.addWidget(self._field)
            self._field.words_changed.connect(self._tell_own_words)
        column.addSpacing(8)
        column.addWidget(self._states)
        column.addWidget(self._importance)
        self.heading.set_words("")
        self.why.set_words("")
        self.editor.value_changed.connect(self._tell_value)
        self.editor.starred_changed.connect(self.starred_changed)
        self._states.state_chosen.connect(self._tell_state)
        self._importance.importance_chosen.connect(self.importance_chosen)

    def add_below_editor(self, widget: QWidget) -> None:
        """Put something between the editor and the ways of not answering."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.editor) + 1, widget)

    def show_response(self, response: Response | None, importance: Importance) -> None:
        """Show a response; without one, *no preference* is pre-set.

        What is half written is no response yet, and stays.

        Parameters
        ----------
        importance
            What an answer counts as when the response does not say.
        """
        is_said = response is not None and response.value is not None
        if is_said or not self.editor.is_begun:
            self._show(response, importance)
        self._take_up_again()

    def show_importance(self, importance: Importance) -> None:
        """Show what the answer counts as."""
        self._importance.set_importance(importance)

    def _take_up_again(self) -> None:
        """Write again what was half written when somebody else came to look."""
        for line, text in self._put_aside.items():
            if not line.text():
                line.setText(text)
        for group in self._opened:
            group.setChecked(True)
        self._put_aside, self._opened = {}, []

    def _show(self, response: Response | None, importance: Importance) -> None:
        self.editor.show_response(response)
        if self._field is not None:
            self._field.show_text("" if response is None else response.own_words or "")
        is_said = response is not None and response.value is not None
        self._has_value = response is not None and bool(response.value or response.value == 0)
        state = State.NO_PREFERENCE if response is None else response.state
        self._states.set_state(None if is_said else state)
        self._importance.set_importance(
            importance if response is None or response.importance is None else response.importance
        )
        self._importance.setVisible(is_said and self.editor.is_weighed)

    def set_covered(self, covered: bool) -> None:
        """Let nothing be chosen while somebody else looks; what is asked stays easy to read."""
        for widget in (self.editor, self._field, self._states, self._importance):
            if widget is not None:
                widget.setEnabled(not covered)

    def show_covered(self) -> None:
        """Show what is asked, and nothing of what was said about it."""
        if not self._put_aside:
            self._put_aside = {line: line.text() for line in self.editor.findChildren(QLineEdit)}
            self._opened = [one for one in self.editor.findChildren(GroupLine) if one.isChecked()]
        self._show(None, self.item.importance)
        for line in self._put_aside:
            line.setText("")  # `clear` could be undone with a key
        for group in self._opened:
            group.setChecked(False)
        self._states.set_state(None)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self.editor.retranslate()
        if self._field is not None:
            say_field(self._field, self.item, self._words)
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
        self._has_value = value is not None
        self._show_said()
        self.value_changed.emit(value)

    def _tell_own_words(self, words: str) -> None:
        self._show_said()
        self.own_words_changed.emit(words)

    def _show_said(self) -> None:
        has_words = self._field is not None and bool(self._field.text)
        is_said = self._has_value or has_words
        is_open = is_said or self.editor.is_begun
        self._states.set_state(None if is_open else State.NO_PREFERENCE)
        self._importance.setVisible(is_said and self.editor.is_weighed)

    def _tell_state(self, state: State) -> None:
        self._has_value = False
        self.editor.show_response(None)
        if self._field is not None:
            self._field.show_text("")
        self._importance.hide()
        self.state_chosen.emit(state)
