"""One page of the questionnaire: the items of that page, whatever their kind."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.help_lines import dial_text
from matcher.questionnaire.definition import Page as ItemPage
from matcher.questionnaire.item import Importance, ItemKind
from matcher.questionnaire.response import State, Value
from ui.controllers.own_words_controller import ITEM, OwnWordsController
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.pages.own_words_fold import OwnWordsFold
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.editors import Surroundings
from ui.widgets.item_editor import ItemEditor
from ui.widgets.list_editor import ListEditor
from ui.widgets.note import Note
from ui.widgets.place_editor import PlaceEditor
from ui.widgets.text import Text


class QuestionnairePage(SheetPage):
    """Shows items and hands what is said to the sitting.

    Parameters
    ----------
    page
        Which items.
    around
        Region and areas.
    finder
        Finds areas in own words; ``None`` where there is no field to write in.
    """

    def __init__(
        self,
        words: Language,
        sitting: SittingController,
        page: ItemPage,
        around: Surroundings,
        finder: OwnWordsController | None = None,
    ) -> None:
        super().__init__(words, page.id)
        self._finder = finder
        self._own_words: OwnWordsFold | None = None
        self._sitting = sitting
        self._page = page
        self._around = around
        self.compose()

    def enter(self) -> None:
        """Show the responses that hold."""
        super().enter()
        self._show_responses()

    def show_covered(self) -> None:
        """Show the items to somebody who helps, and nothing of what was answered."""
        for editor in self._editors:
            editor.set_covered(self.is_covered)
        if self._own_words is not None:
            self._own_words.setVisible(not self.is_covered)
        self._show_responses()

    def first_focus(self) -> QWidget:
        """Begin at the first control."""
        first = self._editors[0]
        return first.first_focus() or self.next_button

    def go_on(self) -> None:
        """Go on when everything can be understood; else say what cannot, and go there."""
        if self.is_covered:
            self.next_requested.emit()
            return
        for editor in self._editors:
            place = editor.find_fault()
            if place is not None:
                place.setFocus()
                # After the field itself: what is wrong with it is said below it.
                QTimer.singleShot(0, self, self._reveal_fault)
                return
        self._sitting.pass_page(self._page)
        self.next_requested.emit()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        for number, editor in enumerate(self._editors):
            editor.retranslate()
            if number:
                editor.heading.set_words(self.words.item(editor.item.id, "heading"))
                editor.why.set_words(self.words.item(editor.item.id, "why"))
        if self._own_words is not None:
            self._own_words.retranslate()
        self._all.set_words(
            self.words.text("screen.item.all"), self.words.spoken("screen.more.heading")
        )
        self._say()

    def _build(self) -> None:
        self._build_top()
        items = [self._sitting.questionnaire.item(item_id) for item_id in self._page.items]
        self._editors = [ItemEditor(item, self.words, self._around) for item in items]
        self._lines, self._couple = Text("body", "lines"), Note("couple")
        self._lines.set_words("")
        self.column.addWidget(self._lines)
        for number, editor in enumerate(self._editors):
            self.column.addSpacing(32 if number else 8)
            self.column.addWidget(editor)
            self._add_own_words(editor)
            if not number:
                self.column.addWidget(self._couple)

    def _add_own_words(self, editor: ItemEditor) -> None:
        finder, areas = self._finder, editor.editor
        if finder is not None and editor.item.id == ITEM and isinstance(areas, ListEditor):
            self._own_words = OwnWordsFold(self.words, finder, areas)
            self._own_words.shown.connect(self.reveal)
            editor.add_below_editor(self._own_words)

    def _build_top(self) -> None:
        """Put a way to all items beside the place."""
        self._all = Button("fold", "all_items")
        self.column.removeWidget(self.eyebrow)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.eyebrow, 1)
        row.addWidget(self._all)
        self.column.insertLayout(0, row)

    def _connect(self) -> None:
        self._all.clicked.connect(self._open_more)
        for editor in self._editors:
            item = editor.item.id
            editor.value_changed.connect(partial(self._keep_value, editor))
            editor.state_chosen.connect(partial(self._keep_state, item))
            editor.starred_changed.connect(partial(self._sitting.set_starred, item))
            editor.own_words_changed.connect(partial(self._sitting.set_own_words, item))
            editor.importance_chosen.connect(partial(self._keep_importance, item))

    def _reveal_fault(self) -> None:
        for text in self.findChildren(Text):
            if text.property("role") == "error" and text.isVisible():
                self.reveal(text)

    def _open_more(self) -> None:
        self.open_over("more")

    def _show_responses(self) -> None:
        for editor in self._editors:
            item = editor.item
            if self.is_covered:
                editor.show_covered()
            else:
                importance = self._sitting.default_importance(item)
                editor.show_response(self._sitting.response(item.id), importance)
            if isinstance(editor.editor, PlaceEditor):
                editor.editor.field.set_online_only(self._is_online_only())
        self._say()

    def _say(self) -> None:
        self._say_heading()
        self._say_couple()
        self._say_line()

    def _say_heading(self) -> None:
        item = self._page.items[0]
        kind = self._sitting.questionnaire.item(item).kind
        online = kind is ItemKind.PLACE and self._is_online_only()
        version = "_online" if online else ""
        example = self.words.item(item, "help")
        self.set_heading(
            self.words.item(item, f"heading{version}"),
            " ".join(filter(None, (self.words.item(item, f"why{version}"), example))),
            self._place(),
        )

    def _place(self) -> str:
        """Say where on the express path the page stands, or beyond it in which section."""
        questionnaire = self._sitting.questionnaire
        if self._page in questionnaire.more:
            return self.words.spoken(f"section.{questionnaire.section_of(self._page)}")
        return self.words.text(
            "screen.item.place",
            name=self.words.item(self._page.items[0], "name"),
            n=questionnaire.pages.index(self._page) + 1,
            total=len(questionnaire.pages),
        )

    def _is_online_only(self) -> bool:
        return self._sitting.is_online_only and not self.is_covered

    def _say_couple(self) -> None:
        """Tell two people that each can ask alone."""
        is_said = self._sitting.is_couple and not self.is_covered
        keys = ("alone", "apart") if is_said and "participants" in self._page.items else ()
        self._couple.set_lines([self.words.spoken(f"screen.item.couple.{key}") for key in keys])

    def _say_line(self) -> None:
        """Show a line to call beside the areas: to everybody, whatever is or was chosen."""
        if ITEM not in self._page.items:
            return
        line = load_crisis_lines(self._sitting.answers.region).talk_line(self.words.code)
        name = self.words.text(f"crisis.line.{line.id}.name")
        number = dial_text(line, self.words.catalogue)
        said = self.words.text("screen.item.lines", name=name, number=number)
        self._lines.set_words(said)
        if self._own_words is not None:
            self._own_words.set_line(said)

    def _keep_value(self, editor: ItemEditor, value: Value | None) -> None:
        item = editor.item
        self._sitting.respond(item.id, value)
        response = self._sitting.response(item.id)
        said = None if response is None else response.importance
        # What it counts as by itself may hang on what was chosen.
        editor.show_importance(said or self._sitting.default_importance(item))
        self._say_couple()

    def _keep_state(self, item: str, state: State) -> None:
        self._sitting.decline(item, state)
        self._say_couple()

    def _keep_importance(self, item: str, importance: Importance) -> None:
        self._sitting.set_importance(item, importance)
