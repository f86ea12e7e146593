"""First step of an import: which file, who says so, and which part of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from matcher.region import load_region
from ui.controllers.import_controller import ImportController, Said
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.labeled_field import LabeledField
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room
from ui.widgets.entry_field import EntryField
from ui.widgets.file_guard import may_choose_files
from ui.widgets.fold import Fold
from ui.widgets.lines import Lines
from ui.widgets.note import Note
from ui.widgets.open_dialog import ask_which
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_STEP, _STEPS = 1, 4
_LONGEST_PATH = 4096
_SOURCES = ("clinic", "therapist", "register", "file")
_USUAL = {"own_list": "clinic", "national": "register"}
_PARTS = {"state": 2, "taxonomy": 10, "postcode": 5}
_TAXONOMY = re.compile(r"[0-9A-Za-z]{1,10}")
_POSTCODE = re.compile(r"[0-9]{1,5}")


class ImportPage(SheetPage):
    """A field for the path with an open dialog beside it, and what is asked about the file.

    Parameters
    ----------
    words
        The language that holds.
    importing
        Owner of the file.
    """

    breadth = BROAD

    def __init__(self, words: Language, importing: ImportController) -> None:
        super().__init__(words, "import")
        self._importing = importing
        self.compose()

    def enter(self) -> None:
        """Show what was chosen so far, unless that is brought in."""
        super().enter()
        if self._importing.done is not None:
            self._importing.forget()
        file = self._importing.file
        self.path.field.setText("" if file is None else str(file.path))
        self._show_found()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(
            text("intake.file.heading"),
            text("intake.file.why"),
            text("intake.steps", n=_STEP, all=_STEPS),
        )
        self.not_clients.set_words(text("intake.file.not_clients"))
        self.path.label.set_words(text("intake.file.path"))
        self.path.field.setAccessibleName(text("intake.file.path"))
        self.path.add_button.set_words(text("intake.file.look"))
        self.choose.set_words(text("intake.file.choose"))
        self.kinds.line.set_words(text("intake.file.kinds"))
        self._kinds.set_lines(text("intake.file.kinds_are").split("\n"))
        self.who_label.set_words(text("intake.file.who"))
        self.who_why.set_words(text("intake.file.who_why"))
        self.who.set_words(lambda code: text(f"intake.source.{code}"))
        self.who.setAccessibleName(text("intake.file.who"))
        example = date.today().isoformat()
        self.day.set_words(text("intake.file.day"), text("intake.file.day_why", example=example))
        self.part_label.set_words(text("intake.file.part"))
        self.part_why.set_words(text("intake.file.part_why"))
        for name, field in self.parts.items():
            field.set_words(text(f"intake.file.{name}"))
        self._show_found()

    def first_focus(self) -> QWidget:
        """Begin with the path."""
        return self.path.field

    def go_on(self) -> None:
        """Look at the file, or with it looked at go to the next step."""
        typed, file = self._typed(), self._importing.file
        if not typed:
            self._refuse(self.words.text("intake.file.missing"))
        elif file is None or file.path != Path(typed):
            self._look()
        elif (said := self._said()) is not None:
            self._importing.said = said
            self._importing.trial = None
            is_own = file.kind.value == "own_list"
            self.page_requested.emit("import_map" if is_own else "import_review")

    def _build(self) -> None:
        self.not_clients = Text("quiet", "not_clients")
        self.path = EntryField("path", _LONGEST_PATH)
        self.choose = Button("quiet", "choose")
        self._kinds = Lines("kinds_lines")
        room = Column("kinds_room")
        room.column.addWidget(self._kinds)
        self.kinds = Fold("kinds", room)
        self.found = Note("found")
        self.about = Column("about")
        self.who_label, self.who_why = Text("strong", "who_label"), Text("quiet", "who_why")
        self.who = OptionGroup("who", _SOURCES)
        self.day = LabeledField("day", len("2026-11-21"))
        self.part = Column("part")
        self.part_label, self.part_why = Text("strong", "part_label"), Text("quiet", "part_why")
        self.parts = {name: LabeledField(name, most) for name, most in _PARTS.items()}
        # Where letters are large, what it begins with is in sight only so far up.
        self.column.addWidget(self.path)
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.not_clients, self.found, self.about, self.kinds):
            self.column.addWidget(part)
        self.about.column.setSpacing(12)
        self.part.column.setSpacing(12)
        for asked in (self.who_label, self.who_why, self.who, self.day, self.part):
            self.about.column.addWidget(asked)
        for field in (self.part_label, self.part_why, *self.parts.values()):
            self.part.column.addWidget(field)

    def _connect(self) -> None:
        self.path.entry_requested.connect(self._look)
        self.path.field.textEdited.connect(self._show_found)
        self.choose.clicked.connect(self._ask_which)
        self._importing.found.connect(self._take_found)
        self._importing.refused.connect(self._tell_refused)

    def _typed(self) -> str:
        typed = self.path.field.text().strip().strip("\"'").strip()
        return str(Path(typed).expanduser()) if typed else ""

    def _ask_which(self) -> None:
        typed = self._typed()
        folder = Path(typed).parent if typed else Path.home()
        ask_which(self, folder, self.words, self._take_path)

    def _take_path(self, path: Path) -> None:
        self.path.field.setText(str(path))
        self._look()

    def _look(self) -> None:
        typed = self._typed()
        if not typed:
            self._refuse(self.words.text("intake.file.missing"))
            return
        if not may_choose_files(self):  # a path that is typed is a file that is chosen
            return
        self.path.show_error("")
        self._importing.choose(Path(typed))
        self._show_found()

    def _take_found(self) -> None:
        file = self._importing.file
        if file is not None:
            self.who.set_chosen([_USUAL.get(file.kind.value, "file")])
        self._show_found()
        if self.isVisible():
            self.announce(" ".join(self.found.words))
            (self.who.chosen_card() or self.who.cards[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_refused(self, error: MatcherError) -> None:
        self._show_found()
        self._refuse(self.words.render_all(error))

    def _refuse(self, words: str) -> None:
        self.path.show_error(words)
        if self.isVisible():
            self.path.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal_soon(self.path)

    def _show_found(self) -> None:
        """Show what was found out, as long as the same path stands in the field."""
        file, text = self._importing.file, self.words.text
        is_same = file is not None and str(file.path) == self._typed()
        lines = [text("intake.file.looking")] if self._importing.is_looking else []
        if file is not None and is_same:
            kind = text(f"intake.kind.{file.kind.value}")
            lines = [text("intake.file.found", file=file.name, kind=kind)]
            self.part.setVisible(file.kind.value == "national")
        self.found.set_lines(lines)
        self.about.setVisible(is_same)
        make_room(self.about)

    def _said(self) -> Said | None:
        """Return what was said about the file; else say what is wrong, and where."""
        chosen = self.who.chosen_card()
        source = str(chosen.property("code")) if chosen is not None else "file"
        day, wrong = self._day()
        fields = {self.day: wrong}
        is_national = not self.part.isHidden()
        parts = {name: field.text if is_national else "" for name, field in self.parts.items()}
        parts["state"] = parts["state"].upper()
        for name, said in parts.items():
            is_wrong = bool(said) and not _is_part(name, said)
            key = f"intake.file.{name}_wrong"
            fields[self.parts[name]] = self.words.text(key, text=said) if is_wrong else ""
        for field, words in fields.items():
            field.show_error(words)
        first = next((field for field, words in fields.items() if words), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal_soon(first)
            return None
        return Said("" if source == "file" else source, day, **parts)

    def _day(self) -> tuple[date | None, str]:
        """Return the day that was written, and what is wrong with it."""
        written, today = self.day.text, date.today()
        if not written:
            return None, ""
        try:
            day = date.fromisoformat(written)
        except ValueError:
            example = today.isoformat()
            return None, self.words.text("intake.file.day_wrong", text=written, example=example)
        if day > today:
            said = self.words.catalogue.date(day)
            return None, self.words.text("intake.file.day_future", date=said)
        return day, ""


def _is_part(name: str, said: str) -> bool:
    if name == "state":
        return said in load_region("us").licence_areas
    return bool((_TAXONOMY if name == "taxonomy" else _POSTCODE).fullmatch(said))
