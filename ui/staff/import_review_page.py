"""Third step of an import: what would happen; nothing has been changed yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from matcher.errors import MatcherError
from ui.controllers.import_controller import ImportController
from ui.controllers.import_jobs import ImportOutcome
from ui.controllers.mapping_controller import MappingController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.finding_fold import FindingFold
from ui.staff.import_figures import ImportFigures
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room
from ui.widgets.file_words import refused_words, saved_words
from ui.widgets.note import Note
from ui.widgets.paged_rows import PagedRows
from ui.widgets.save_dialog import ask_where
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.services.intake.field_words import FieldWords
    from matcher.services.intake.finding_list import FindingGroup
    from matcher.services.intake.importing import ImportReport
    from matcher.services.intake.mapping_choice import ListMapping

_STEP, _STEPS = 3, 4
_GROUPS_SHOWN = 20
_COLUMNS_NAMED = 40


class ImportReviewPage(SheetPage):
    """Counts, findings by kind, and the button that brings all of it in.

    Parameters
    ----------
    words
        The language that holds.
    importing
        Owner of the file and of what a trial said.
    mapping
        Owner of what the columns of a clinic's own list mean.
    """

    breadth = BROAD

    def __init__(
        self, words: Language, importing: ImportController, mapping: MappingController
    ) -> None:
        super().__init__(words, "import_review")
        self._importing, self._mapping = importing, mapping
        self._groups: tuple[FindingGroup, ...] = ()
        self._told = ""
        self.compose()

    def enter(self) -> None:
        """Try the file out, unless that was done with what holds now."""
        super().enter()
        if self._importing.file is None:
            self.withdrawn.emit()
            return
        self._say("")
        if self._importing.trial is None:
            self._try_out()
        else:
            self._show(self._importing.trial)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.next_button.set_words(text("intake.review.confirm"))
        self.findings_label.set_words(text("intake.review.findings"))
        self.save.set_words(text("intake.review.save"))
        self.stop.set_words(text("intake.review.stop"))
        self.again.set_words(text("intake.review.again"))
        self.groups.retranslate(text("intake.review.findings"))
        self._show(self._importing.trial)

    def first_focus(self) -> QWidget:
        """Begin with what can be done now."""
        buttons = (self.stop, self.again, self.next_button)
        return next((each for each in buttons if not each.isHidden()), self.back_button)

    def go_on(self) -> None:
        """Bring it in; who may not is asked to sign in first."""
        trial = self._importing.trial
        if self._importing.is_busy or trial is None or not trial.readable:
            return
        self._importing.bring_in()
        if self._importing.is_busy:
            self._show_running()

    def go_back(self) -> None:
        """Stop what is under way, and go back to what is asked about the file."""
        self._importing.stop()
        super().go_back()

    def _build(self) -> None:
        self.progress = Text("body", "progress")
        self.problem = Text("error", "problem")
        self.stop, self.again = Button("quiet", "stop"), Button("quiet", "again")
        self.tally = ImportFigures("tally", self.words)
        self.left_out = Note("left_out")
        self.all = Column("all")
        self.all.column.setSpacing(16)
        self.findings_label = Text("heading", "findings_label")
        self.groups = PagedRows(
            "group", self.words, lambda name: FindingFold(name, self.words), self._fill,
            _GROUPS_SHOWN,
        )  # fmt: skip
        self.save = Button("quiet", "save")
        self.saved = Text("body", "saved")
        for widget in (self.progress, self.problem):
            self.column.addWidget(widget)
        for button in (self.stop, self.again):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.all)
        for part in (self.left_out, self.tally, self.findings_label, self.groups):
            self.all.column.addWidget(part)
        self.all.column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.column.addWidget(self.saved)

    def _connect(self) -> None:
        importing = self._importing
        importing.moved.connect(self._tell_rows)
        importing.tried.connect(self._tell_tried)
        importing.stopped.connect(self._tell_stopped)
        importing.brought_in.connect(self._lead_on)
        importing.failed.connect(self._tell_failed)
        importing.saved.connect(self._tell_saved)
        self.stop.clicked.connect(importing.stop)
        self.again.clicked.connect(self._try_out)
        self.save.clicked.connect(self._ask_where)

    def _try_out(self) -> None:
        self._importing.try_out()
        self._show_running()

    def _show_running(self) -> None:
        self._say("")
        self._say_heading()
        self._tell_rows(0)
        for widget in (self.all, self.again, self.next_button):
            widget.hide()
        self.stop.show()
        self.moved_on.emit()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(f"{self.heading.plain} {self.progress.plain}")

    def _say_heading(self) -> None:
        """Say whether it is only tried out, or done."""
        report, is_busy, text = self._importing.trial, self._importing.is_busy, self.words.text
        heading = text("intake.review.heading")
        is_good = report is not None and report.readable
        why = text("intake.review.why") if is_good and not is_busy else ""
        if self._is_bringing_in:
            heading, why = text("intake.review.bringing"), text("staff.work.stopping")
        self.set_heading(heading, why, text("intake.steps", n=_STEP, all=_STEPS))

    @property
    def _is_bringing_in(self) -> bool:
        return self._importing.under_way == "import"

    def _show(self, report: ImportReport | None) -> None:
        """Show what a trial said; with none, only the way to one."""
        self._say_heading()
        if report is None or self._importing.is_busy:
            return
        self._show_report(report)
        self.progress.set_words("")
        self.stop.hide()
        self.again.setVisible(not report.readable)
        self.next_button.setVisible(report.readable and bool(report.added + report.changed))
        self.all.show()
        make_room(self.all)

    def _show_report(self, report: ImportReport) -> None:
        from matcher.services.intake.finding_list import grouped

        text = self.words.text
        reasons = [each for each in report.findings if not report.readable and _is_why(each)]
        self.problem.set_words(" ".join(self._said().say(each.message) for each in reasons))
        said = {"finding.mapped.open", "finding.mapped.asked"}  # above, of all columns at once
        self._groups = grouped(
            each for each in report.findings if each not in reasons and each.message.key not in said
        )
        self.tally.setVisible(report.readable)
        self.tally.show_report(report, is_trial=True)
        lines = [*_staying_out(self._importing.mapping, self._mapping, self.words)]
        if self._importing.is_other and report.readable:
            lines.insert(0, text("intake.review.other"))
        if report.readable and not (report.added + report.changed):
            lines.append(text("intake.review.nobody"))
        if report.left_open is not None:
            lines += report.left_open.lines(self.words.catalogue, is_trial=True)
        self.left_out.set_lines(lines)
        self.groups.set_count(len(self._groups))
        has_findings = bool(self._groups)
        none = text("intake.review.no_findings") if report.readable else ""
        self.findings_label.set_words(text("intake.review.findings") if has_findings else none)
        self.save.setVisible(has_findings)
        self.saved.set_words("")

    def _said(self) -> FieldWords:
        from matcher.services.intake.field_words import FieldWords

        return FieldWords(self.words.catalogue, self._importing.mapping)

    def _fill(self, row: QWidget, place: int) -> None:
        if isinstance(row, FindingFold) and place < len(self._groups):
            row.show_group(self._groups[place], self._said())

    def _tell_rows(self, rows: int) -> None:
        text, trial = self.words.text, self._importing.trial
        if trial is not None and self._is_bringing_in:
            self.progress.set_words(
                text("intake.review.read_of", n=trial.rows, read=min(rows, trial.rows))
            )
        else:
            read = text("intake.review.read", n=rows)
            self.progress.set_words(read if rows else text("intake.review.reading"))

    def _tell_tried(self, report: ImportReport) -> None:
        self._show(report)
        if not self.isVisible():
            return
        if QApplication.focusWidget() in (None, self.stop, self.back_button, self.again):
            self.moved_on.emit()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin_late()
        told = (f"{self.heading.plain}. {self.why.plain}", *self.left_out.words)
        self.announce(self.problem.plain or " ".join(told))

    def _tell_stopped(self) -> None:
        self._end_running()
        self._say(self.words.text("intake.review.stopped"))

    def _tell_failed(self, error: MatcherError) -> None:
        self._end_running()
        self._say(refused_words(error, self.words))

    def _end_running(self) -> None:
        self.progress.set_words("")
        trial = self._importing.trial
        if trial is not None:
            self._show(trial)
        self.stop.hide()
        self.again.setVisible(trial is None or not trial.readable)
        if self.isVisible():
            self.moved_on.emit()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_on(self, done: ImportOutcome) -> None:
        if not done.report.readable:
            self._importing.trial = done.report
            self._end_running()
            return
        # Not before: a trial decides nothing, and who only reads decides nothing either.
        if self._importing.mapping is not None:
            self._mapping.keep(self._importing.mapping)
        # Also below a question that is laid over the window.
        if not self.isHidden():
            self.page_requested.emit("import_done")

    def _ask_where(self) -> None:
        usual = self._importing.usual_path()
        ask_where(self, usual, self.words, self._save)

    def _save(self, path: Path) -> None:
        self.saved.set_words(self.words.text("intake.review.saving"))
        self._importing.save_findings(path, self.words.catalogue)

    def _tell_saved(self, path: Path) -> None:
        self.saved.set_words(saved_words(path, self.words))
        self.announce(self.saved.plain)

    def _say(self, words: str) -> None:
        self.problem.set_words(words)
        if words:
            self.announce(words)


def _is_why(finding: object) -> bool:
    """Tell whether a finding is why a whole file was left out."""
    severity, row = getattr(finding, "severity", ""), getattr(finding, "row", 0)
    return severity == "error" and row is None


def _staying_out(
    mapping: ListMapping | None, choices: MappingController, words: Language
) -> Iterator[str]:
    """Say which columns stay out, by their own headers: what is open first."""
    if mapping is None:
        return
    left = [each for each in choices.left_out if each not in mapping.undecided]
    kinds = {"open": mapping.undecided, "asked": mapping.unanswered, "left_out": left}
    for key, headers in kinds.items():
        if named := [shown_name(each) for each in headers if each]:
            columns = words.catalogue.list(tuple(named[:_COLUMNS_NAMED]))
            yield words.text(f"intake.review.{key}", n=len(named), columns=columns)
