"""What was answered so far, in sections; private answers only when the person asks for them."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.checklist.wording import describe_asked
from matcher.questionnaire.item import AXIS_STEPS, Item, ItemKind
from matcher.questionnaire.response import Place, Response, State
from ui.controllers.directory_controller import DirectoryController
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.widgets.answer_row import AnswerRow
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.text import Text

_AT_ONCE = 10
"""Rows that fill the window; all of them take longer to make than a page may take to appear."""

_EACH_TURN = 6


class AnswerRows(QWidget):
    """A row for each item that is asked here, made when it is first shown.

    Parameters
    ----------
    shows
        Tells of an item whether its row is shown now.

    Signals
    -------
    page_requested
        With the id of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(
        self,
        words: Language,
        sitting: SittingController,
        directory: DirectoryController,
        shows: Callable[[Item], bool],
    ) -> None:
        super().__init__()
        self._words = words
        self._sitting = sitting
        self._directory = directory
        self._shows = shows
        self._rows: dict[str, AnswerRow] = {}
        self._sections: dict[str, Text] = {}
        self._awaited: list[Item] = []
        self._shows_private = self._has_private = False
        self._private = Button("quiet", "show_private")
        self._private.setCheckable(True)
        self._private.toggled.connect(self._turn_private)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._private, 0, Qt.AlignmentFlag.AlignLeft)
        self._later = QTimer(self)
        self._later.timeout.connect(self._make_next)

    def show_answers(self, *, anew: bool = True) -> None:
        """Show what holds; `anew`, private answers are not shown before the person asks."""
        if anew:
            self._shows_private = False
            self._private.setChecked(False)
        asked = [item for item in self._asked() if self._shows(item)]
        self._has_private = any(self._is_given(item) for item in asked if item.private)
        for item_id, row in self._rows.items():
            row.setVisible(any(item.id == item_id for item in asked))
        for section, heading in self._sections.items():
            is_shown = any(item.section == section for item in asked)
            heading.set_words(self._words.spoken(f"section.{section}") if is_shown else "")
        for item in asked:
            if item.id in self._rows:
                self._show(item)
        self._awaited = [item for item in asked if item.id not in self._rows]
        self._make(max(0, _AT_ONCE - len(asked) + len(self._awaited)))
        self._private.setVisible(self._has_private)
        turn = "hide" if self._shows_private else "show"
        self._private.set_words(self._words.spoken(f"screen.answers.private.{turn}"))

    def _make_next(self) -> None:
        make_room(self, *self._make(_EACH_TURN))

    def _make(self, most: int) -> list[QWidget]:
        """Make some of the rows that are not there yet; the others follow in later turns."""
        made = []
        for item in self._awaited[:most]:
            made += self._add(item)
            self._show(item)
        del self._awaited[:most]
        if self._awaited:
            self._later.start(0)
        else:
            self._later.stop()
        return made

    def _add(self, item: Item) -> list[QWidget]:
        """Make the row of an item in its place, and above it the heading of a new section."""
        place = self._place_of(item)
        row = AnswerRow(item.id)
        page = self._sitting.questionnaire.page_of(item.id)
        row.change_requested.connect(partial(self.page_requested.emit, page.id))
        added: list[QWidget] = [row]
        if item.section not in self._sections:
            heading = Text("heading", f"section_{item.section}")
            heading.setContentsMargins(0, 24, 0, 8)
            self._sections[item.section] = heading
            added.insert(0, heading)
        for number, widget in enumerate(added):
            self._column.insertWidget(place + number, widget)
        self._rows[item.id] = row
        self._sections[item.section].set_words(self._words.spoken(f"section.{item.section}"))
        return added

    def _place_of(self, item: Item) -> int:
        """Return where in the column the row of an item belongs, below those that are made."""
        asked = [*self._asked()]
        before = asked[: asked.index(item)]
        sections = {one.section for one in (*before, item)} & {*self._sections}
        return 1 + len(sections) + sum(one.id in self._rows for one in before)

    def _asked(self) -> Iterable[Item]:
        """Return the items in the order of their sections."""
        questionnaire = self._sitting.questionnaire
        pages = (*questionnaire.pages, *questionnaire.more)
        with_page = {item for page in pages for item in page.items}
        return [
            item
            for section in questionnaire.sections
            for item in questionnaire
            if item.section == section.id
            and item.id in with_page
            and self._sitting.is_asked(item.id)
        ]

    def _show(self, item: Item) -> None:
        text = self._words.text
        response = self._sitting.response(item.id)
        name = self._words.item(item.id, "name")
        # Where one of them was answered all are hidden: which one it was is nobody's business.
        is_kept_private = self._has_private and not self._shows_private
        is_hidden = item.private and response is not None and is_kept_private
        said = text("screen.answers.hidden") if is_hidden else self._said(item, response)
        counts = "" if is_hidden else self._counts(item, response)
        verb = "answer" if response is None else "change"
        self._rows[item.id].set_words(
            name, said, counts, text(f"screen.answers.{verb}"),
            text(f"screen.answers.{verb}_item", name=name),
        )  # fmt: skip

    def _is_given(self, item: Item) -> bool:
        """Tell whether something was said about an item, and it was not only passed by."""
        response = self._sitting.response(item.id)
        return response is not None and response.state is not State.NO_PREFERENCE

    def _said(self, item: Item, response: Response | None) -> str:
        if response is None:
            return ""
        if response.state is not None:
            return self._words.state(item.id, response.state)
        own = response.own_words or ""
        asked = self._value(item, response) if response.value != () else ""
        if own and asked:
            return self._words.text("screen.answers.with_words", answer=asked, words=own)
        return own or asked

    def _value(self, item: Item, response: Response) -> str:
        if item.kind is ItemKind.PEOPLE and isinstance(response.value, tuple):
            names = dict(self._directory.people)
            gone = self._words.text("screen.people.gone")
            return self._words.catalogue.list(names.get(id_, gone) for id_ in response.value)
        return self._in_words(item, response.value)

    def _in_words(self, item: Item, value: object) -> str:
        """Say a value in the words the item was asked in."""
        if isinstance(value, int):
            return self._words.item(item.id, f"step.{AXIS_STEPS[value]}")
        if item.options and isinstance(value, str | tuple):
            codes = (value,) if isinstance(value, str) else value
            return self._words.catalogue.list(self._words.option(item, code) for code in codes)
        return describe_asked(item, value, self._words.catalogue)

    def _counts(self, item: Item, response: Response | None) -> str:
        if response is None or response.value is None or not item.scored:
            return ""
        if item.kind is ItemKind.PEOPLE:
            return ""
        if isinstance(response.value, Place) and response.value.max_km is None:
            # A license is held or not.
            return ""
        importance = response.importance or self._sitting.default_importance(item)
        return self._words.text(f"item.importance.{importance.value}")

    def _turn_private(self, on: bool) -> None:
        self._shows_private = on
        self.show_answers(anew=False)
