"""Last step of an import: what happened, and the way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.controllers.import_controller import ImportController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.import_figures import ImportFigures
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.directory.trail import Undone
    from matcher.services.intake.left_open import LeftOpen

_STEP, _STEPS = 4, 4


class DonePage(SheetPage):
    """Counts, *take this import back*, and the ways on.

    Parameters
    ----------
    words
        The language that holds.
    importing
        Owner of what became of the import.
    """

    offers_back = False
    breadth = BROAD

    def __init__(self, words: Language, importing: ImportController) -> None:
        super().__init__(words, "import_done")
        self._importing = importing
        self._undone: Undone | None = None
        self.compose()

    def enter(self) -> None:
        """Show what became of the import."""
        super().enter()
        if self._importing.done is None:
            self.withdrawn.emit()
            return
        self._undone = None
        self.problem.set_words("")
        self._show()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.next_button.set_words(text("intake.done.people"))
        self.undo.set_words(text("intake.done.undo"))
        self.undo_why.set_words(text("intake.done.undo_why"))
        self.another.set_words(text("intake.done.another"))
        self.twice.set_words(text("intake.done.twice"))
        self._show()

    def go_on(self) -> None:
        """Go to the people."""
        self.page_requested.emit("people")

    def first_focus(self) -> QWidget:
        """Begin with the way to the people."""
        return self.next_button

    def _build(self) -> None:
        self.told = Note("told")
        self.problem = Text("error", "problem")
        self.tally = ImportFigures("tally", self.words)
        self.undo = Button("quiet", "undo")
        self.undo_why = Text("quiet", "undo_why")
        self.another = Button("quiet", "another")
        self.twice = Button("quiet", "see_twice")
        self.column.addWidget(self.told)
        self.column.addWidget(self.twice, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.problem, self.tally):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.undo_why)
        self.problem.set_words("")

    def _build_bar(self) -> None:
        self.bar.addWidget(self.another)
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self.undo.clicked.connect(self._take_back)
        self.another.clicked.connect(self._begin_anew)
        self.twice.clicked.connect(lambda: self.page_requested.emit("twice"))
        self._importing.undone.connect(self._tell_undone)
        self._importing.failed.connect(self._tell_failed)

    def _show(self) -> None:
        done, text = self._importing.done, self.words.text
        if done is None or self._importing.file is None:
            return
        report, name = done.report, self._importing.file.name
        has_changed = bool(report.added + report.changed)
        heading, why = ("heading", "why") if has_changed else ("heading_none", "why_none")
        if self._undone is not None:
            heading, why = "heading_undone", "why_undone"
        self.set_heading(
            text(f"intake.done.{heading}"),
            text(f"intake.done.{why}", file=name),
            text("intake.steps", n=_STEP, all=_STEPS),
        )
        self.tally.show_report(report, is_trial=False)
        self.tally.setVisible(self._undone is None)
        for widget in (self.undo, self.undo_why):
            widget.setVisible(bool(done.act_id))
        self.told.set_lines(self._lines())
        self.twice.setVisible(self._undone is None and bool(self._left_open.pairs))

    def _lines(self) -> list[str]:
        undone, left, text = self._undone, self._left_open, self.words.text
        if undone is None:
            return left.lines(self.words.catalogue, is_trial=False)
        if undone.left:
            return [text("intake.done.stays", n=len(undone.left))]
        return [text("intake.done.undone")]

    @property
    def _left_open(self) -> LeftOpen:
        from matcher.services.intake.left_open import LeftOpen

        done = self._importing.done
        return (done and done.report.left_open) or LeftOpen()

    def _take_back(self) -> None:
        self.problem.set_words("")
        self._importing.undo()

    def _tell_undone(self, undone: Undone) -> None:
        self._undone = undone
        self._show()
        if self.isVisible():
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(" ".join(self.told.words))

    def _tell_failed(self, error: MatcherError) -> None:
        if self.isVisible():
            self.problem.set_words(self.words.render_all(error))
            self.announce(self.problem.plain)

    def _begin_anew(self) -> None:
        self._importing.forget()
        self.page_requested.emit("import")
