"""One thing that was done: what, who, when, what it changed, and how to take it back."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.directory.trail import Act, Change, DeedKind
from matcher.services.upkeep.history import UndoPreview
from matcher.services.upkeep.trail_words import (
    act_details,
    act_words,
    change_words,
    holding_words,
)
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.fact_row import FactRow, FactWords
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold, FoldLine
from ui.widgets.text import Text

ROWS_SHOWN = 30
"""Changes that are shown one by one; how many more there are is said."""


class ActEntry(QWidget):
    """An entry of the trail.

    Parameters
    ----------
    act
        What was done.
    names
        To whom, where those are one or two.
    changes
        What it did to the one profile the list is about; empty for the whole directory.
    words
        The language that holds.

    Signals
    -------
    preview_requested, undo_requested
        With the number of the act.
    """

    preview_requested = Signal(int)
    undo_requested = Signal(int)

    def __init__(
        self, act: Act, names: Sequence[str], changes: Sequence[Change], words: Language
    ) -> None:
        super().__init__()
        self.setObjectName(f"act_{act.id}")
        self.act = act
        self._words = words
        self._changes = changes
        self._rows = Column(f"act_{act.id}_rows")
        self._rows.column.setSpacing(12)
        self._what = act_words(act, names, words.catalogue)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(6)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        self._column.addWidget(rule)
        self._add("name", self._what)
        self._add("small", act_details(act, words.catalogue, changes))
        self.fold = self._fold_changes() if changes else None
        self.line: FoldLine | None = None
        self.room = Column(f"act_{act.id}_undoing")
        self.room.column.setSpacing(12)
        self.undo, self.leave = Button("quiet", f"act_{act.id}_go"), Button("quiet", "leave")
        self.leave.setObjectName(f"act_{act.id}_leave")
        if act.undone_by is not None:
            self._add("strong", words.text("acts.undone", act=act.undone_by))
        elif act.changes:
            self._offer()
        self._column.addWidget(self.room)
        self.room.hide()

    @property
    def _does_again(self) -> bool:
        return self.act.deed.kind is DeedKind.UNDO

    def show_preview(self, preview: UndoPreview) -> None:
        """Say what undoing it would change, and ask whether it shall."""
        text = self._words.text
        self._clear()
        said = text("acts.undo.would", n=preview.count)
        self._tell("strong", said)
        rows = preview.changes[:ROWS_SHOWN]
        for number, change in enumerate(rows):
            subject, now, then = change_words(change, self._words.catalogue, preview.names)
            if (fact := preview.holding.get(change.place)) is not None:
                then = holding_words(change.place.field, fact, self._words.catalogue)
            words = FactWords(subject, then, text("acts.now", said=now))
            self.room.column.addWidget(FactRow(f"would_{number}", words, self._words))
        if preview.count > len(rows):
            self._tell("body", text("acts.more", n=preview.count - len(rows)))
        if preview.left:
            self._tell("body", text("acts.undo.left", n=preview.left))
        self.room.column.addWidget(self._buttons())
        make_room(self.room, *self._shown())
        announce(self, said)

    def show_error(self, said: str) -> None:
        """Say why it cannot be taken back."""
        self._clear()
        self._tell("error", said)
        make_room(self.room, *self._shown())
        announce(self, said)

    def _offer(self) -> None:
        which = "again" if self._does_again else "ask"
        self.line = FoldLine(f"act_{self.act.id}_undo")
        text = self._words.text
        self.line.set_words(
            text(f"acts.undo.{which}"), text(f"acts.undo.{which}_of", what=self._what)
        )
        self._column.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        self.line.toggled.connect(self._turn)
        self.undo.clicked.connect(self._want_undo)
        self.leave.clicked.connect(self._leave)

    def _turn(self, is_open: bool) -> None:
        self._clear()
        self.room.setVisible(is_open)
        if is_open:
            self._tell("quiet", self._words.text("acts.undo.looking"))
            self.preview_requested.emit(self.act.id)

    def _want_undo(self) -> None:
        self.undo_requested.emit(self.act.id)

    def _leave(self) -> None:
        if self.line is not None:
            self.line.setFocus()
            self.line.setChecked(False)

    def _buttons(self) -> QWidget:
        text = self._words.text
        self.undo.set_words(text("acts.undo.go_again" if self._does_again else "acts.undo.go"))
        self.leave.set_words(text("acts.undo.leave"))
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.undo)
        row.addWidget(self.leave)
        return buttons

    def _clear(self) -> None:
        for button in (self.undo, self.leave):
            button.setParent(None)
        take_out_all(self.room.column)

    def _shown(self) -> Iterable[QWidget]:
        items = (self.room.column.itemAt(place) for place in range(self.room.column.count()))
        return [widget for item in items if item is not None and (widget := item.widget())]

    def _tell(self, role: str, said: str) -> None:
        text = Text(role)
        self.room.column.addWidget(text)
        text.set_words(said)

    def _add(self, role: str, said: str) -> None:
        text = Text(role)
        self._column.addWidget(text)
        text.set_words(said)

    def _fold_changes(self) -> Fold:
        text = self._words.text
        fold = Fold(f"act_{self.act.id}_changes", self._rows)
        said = text("acts.what_changed", n=len(self._changes))
        fold.line.set_words(said, text("acts.what_changed_of", what=self._what, changes=said))
        fold.turned.connect(self._show_changes)
        self._column.addWidget(fold)
        return fold

    def _show_changes(self, is_open: bool) -> None:
        """Make the rows when they are first asked for."""
        if not is_open or self._rows.column.count():
            return
        rows = []
        for number, change in enumerate(self._changes):
            subject, before, after = change_words(change, self._words.catalogue)
            words = FactWords(subject, after, self._words.text("acts.before", said=before))
            rows.append(FactRow(f"change_{self.act.id}_{number}", words, self._words))
            self._rows.column.addWidget(rows[-1])
        make_room(self._rows, *rows)
