"""Backup and the way back, the directory as a file, and the clinic's list of areas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.checklist.hours import clock_words
from matcher.errors import MatcherError
from ui.controllers.files_controller import (
    AreasTaken,
    FilesController,
    FoundBackup,
    Known,
    Work,
)
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.file_part import FilePart
from ui.staff.restore_question import RestoreQuestion
from ui.widgets.open_dialog import ask_which
from ui.widgets.option_group import OptionGroup
from ui.widgets.save_dialog import ask_where

if TYPE_CHECKING:  # the database comes with them
    from matcher.services.files.backup import Restored, Saved
    from matcher.services.files.exporting import ExportReport

_FORMATS = ("csv", "xlsx", "json", "fhir")
_APART = 20
"""Pixels between one part and the next, besides what is between all widgets."""


class FilesPage(SheetPage):
    """Whoever reads may save; whoever is signed in may go back, and change the areas.

    Parameters
    ----------
    words
        The language that holds.
    files
        Does it all.
    """

    offers_back = False
    breadth = BROAD

    def __init__(self, words: Language, files: FilesController) -> None:
        super().__init__(words, "files")
        self._files = files
        self._known: Known | None = None
        self.compose()

    def enter(self) -> None:
        """Show how things stand now; as it was left, after somebody signed in."""
        if not self.is_returned_to:
            super().enter()
        self._files.look()

    def first_focus(self) -> QWidget:
        """Begin with the backup."""
        return self.parts[Work.BACKUP].button

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("files.heading"), text("files.why"))
        for part in self.parts.values():
            part.retranslate(self.words)
        self.format.set_words(
            lambda code: text(f"files.export.format.{code}"),
            lambda code: text(f"files.export.means.{code}"),
        )
        self.format.setAccessibleName(text("files.export.lead"))
        self.everyone.set_words(lambda _code: text("files.export.everyone"))
        self.everyone.setAccessibleName(text("files.export.everyone"))
        self.question.retranslate(self.words)
        self._show_known(self._known)

    def _build(self) -> None:
        self.parts = {
            Work.BACKUP: FilePart("backup", "now", "primary"),
            Work.RESTORE: FilePart("restore", "choose"),
            Work.EXPORT: FilePart("export", "save"),
            Work.AREAS: FilePart("areas", "bring"),
        }
        self.question = RestoreQuestion()
        self.parts[Work.RESTORE].column.addWidget(self.question)
        self.format = OptionGroup("format", _FORMATS)
        self.format.set_chosen(_FORMATS[:1])
        self.everyone = OptionGroup("everyone", ("everyone",), several=True, columns=1)
        self.everyone.hide()
        self.parts[Work.EXPORT].add(self.format, self.everyone)
        for part in self.parts.values():
            self.column.addSpacing(_APART)
            self.column.addWidget(part)
        self.bar_frame.hide()

    def _build_bar(self) -> None:
        self.next_button.setParent(self)
        self.next_button.hide()

    def _connect(self) -> None:
        files, parts = self._files, self.parts
        presses: dict[Work, Callable[[], None]] = {
            Work.BACKUP: self._ask_where_backup,
            Work.RESTORE: self._ask_which_backup,
            Work.EXPORT: self._ask_where_export,
            Work.AREAS: self._ask_which_areas,
        }
        for work, press in presses.items():
            parts[work].button.clicked.connect(press)
        self.format.chosen_changed.connect(self._show_everyone)
        self.question.go_chosen.connect(self._restore)
        self.question.stay_chosen.connect(parts[Work.RESTORE].button.setFocus)
        files.known.connect(self._show_known)
        files.moved.connect(self._tell_moved)
        files.backed_up.connect(self._tell_backed_up)
        files.found.connect(self._ask_to_restore)
        files.restored.connect(self._tell_restored)
        files.exported.connect(self._tell_exported)
        files.areas_taken.connect(self._tell_areas)
        files.failed.connect(self._tell_failed)

    def _is_free(self, work: Work) -> bool:
        """Tell whether something can be begun; if not, say so there."""
        if self._files.is_busy:
            self.parts[work].tell([self.words.text("files.wait")])
        return not self._files.is_busy

    def _ask_where_backup(self) -> None:
        if self._is_free(Work.BACKUP):
            usual = self._files.backup_path(datetime.now().astimezone())
            ask_where(self, usual, self.words, self._back_up)

    def _back_up(self, path: Path) -> None:
        self._tell(Work.BACKUP, "working")
        self._files.back_up(path)

    def _ask_which_backup(self) -> None:
        if self._files.session.ask_to_change() and self._is_free(Work.RESTORE):
            self.question.close_question()
            folder = self._files.last.path.parent if self._files.last else Path.home()
            ask_which(self, folder, self.words, self._find, "files.restore.dialog")

    def _find(self, path: Path) -> None:
        self._tell(Work.RESTORE, "looking")
        self._files.find(path)

    def _ask_to_restore(self, found: FoundBackup) -> None:
        self.parts[Work.RESTORE].clear()
        self.question.ask(found, self.words)
        self.reveal(self.question)

    def _restore(self, found: FoundBackup) -> None:
        if self._files.session.ask_to_change() and self._is_free(Work.RESTORE):
            self.parts[Work.RESTORE].button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.question.close_question()
            self._tell(Work.RESTORE, "working")
            self._files.restore(found.path)

    def _ask_where_export(self) -> None:
        from matcher.services.files.exporting import ExportFormat

        if self._is_free(Work.EXPORT):
            usual = self._files.export_path(ExportFormat(self.format.chosen[0]))
            ask_where(self, usual, self.words, self._export)

    def _export(self, path: Path) -> None:
        from matcher.services.files.exporting import ExportFormat

        self._tell(Work.EXPORT, "working")
        format_ = ExportFormat(self.format.chosen[0])
        everyone = format_ is ExportFormat.XLSX and bool(self.everyone.chosen)
        self._files.export(path, format_, self.words.catalogue, everyone=everyone)

    def _ask_which_areas(self) -> None:
        if self._files.session.ask_to_change() and self._is_free(Work.AREAS):
            ask_which(self, Path.home(), self.words, self._take_areas, "files.areas.dialog")

    def _take_areas(self, path: Path) -> None:
        self._tell(Work.AREAS, "working")
        self._files.take_areas(path)

    def _show_everyone(self, chosen: Sequence[str]) -> None:
        self.everyone.setVisible("xlsx" in chosen)

    def _show_known(self, known: Known | None) -> None:
        self._known = known
        if known is None:
            return
        text, last = self.words.text, known.last
        said = text("files.backup.none")
        if last is not None:
            at = last.at.astimezone()
            time = clock_words(at.hour * 60 + at.minute, self.words.catalogue)
            date = self.words.catalogue.date(at.date())
            said = text("files.backup.last", date=date, time=time, n=last.profiles)
            said = f"{said}\n{text('files.backup.where', file=last.path)}"
        self.parts[Work.BACKUP].standing.set_words(said)
        areas = self.parts[Work.AREAS]
        count = text("files.areas.count", n=known.areas) if known.areas else ""
        areas.standing.set_words(count or text("files.areas.none"))
        if known.fault is not None:
            areas.standing.set_words("")
            areas.problem.set_words(self.words.render_all(known.fault))

    def _tell(self, work: Work, word: str) -> None:
        self.parts[work].tell([self.words.text(f"files.{work}.{word}")])

    def _tell_moved(self, written: int) -> None:
        self.parts[Work.EXPORT].tell(
            [self.words.text("files.export.written", n=written)], aloud=False
        )

    def _tell_backed_up(self, saved: Saved) -> None:
        said = self.words.text("files.backup.done", n=saved.profiles)
        self.parts[Work.BACKUP].tell([said, *self._damage(saved.changed_outside)])

    def _damage(self, ids: Sequence[str]) -> list[str]:
        from matcher.services.files.backup import damage_of

        return [self.words.render(each) for each in damage_of(ids)]

    def _tell_restored(self, restored: Restored) -> None:
        text = self.words.text
        lines = [text("files.restore.done", n=restored.profiles)]
        lines += self._damage(restored.changed_outside)
        if restored.before is not None:
            lines.append(text("files.restore.before", file=restored.before))
        self.parts[Work.RESTORE].tell(lines)

    def _tell_exported(self, report: ExportReport) -> None:
        text = self.words.text
        lines = [
            text("files.export.where", file=report.file),
            text(f"cli.export.done.{report.format.value}", n=report.profiles),
        ]
        if report.left_out:
            lines.append(text("cli.export.left_out", n=report.left_out))
        self.parts[Work.EXPORT].tell(lines)

    def _tell_areas(self, taken: AreasTaken) -> None:
        text = self.words.text
        lines = [text("files.areas.done", n=taken.areas)]
        if taken.before is not None:
            lines.append(text("files.areas.before", file=taken.before))
        self.parts[Work.AREAS].tell(lines)

    def _tell_failed(self, work: Work, error: MatcherError) -> None:
        self.parts[work].refuse(error, self.words)
        self.reveal(self.parts[work].problem)
