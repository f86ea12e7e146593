"""What a clinic can set: facts and their age, staff, and the kiosk."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QWidget

from matcher.errors import MatcherError
from matcher.services.settings.options import OPTIONS, TABLES, Value
from ui.controllers.settings_controller import SettingsController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.setting_choices import PrinterRow, make_row
from ui.staff.setting_row import SettingRow
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room
from ui.widgets.note import Note
from ui.widgets.text import Text


class SettingsPage(SheetPage):
    """Everybody who looks sees what holds; who is signed in may save something else.

    Parameters
    ----------
    words
        The language that holds.
    settings
        What holds, and what was changed.
    """

    breadth = BROAD

    def __init__(self, words: Language, settings: SettingsController) -> None:
        super().__init__(words, "settings")
        self._settings = settings
        self.rows: dict[str, SettingRow] = {}
        self.compose()

    @property
    def would_lose(self) -> bool:
        """Whether something was changed that is not saved."""
        return bool(self._settings.draft) or bool(self._wrong_rows())

    def enter(self) -> None:
        """Read what holds; what was changed stays."""
        if not self.is_returned_to:
            super().enter()
            self._tell("")
        self._settings.look()

    def first_focus(self) -> QWidget:
        """Begin with the first setting, or where the file can be read again."""
        if self._settings.fault is not None:
            return self.again
        first = next(iter(self.rows.values()))
        return first.first() if self._settings.is_known else self.next_button

    def go_on(self) -> None:
        """Save, once everything that is written can be."""
        if wrong := self._wrong_rows():
            said = [row.say_wrong() for row in wrong]
            self._tell("")
            wrong[0].first().setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal_soon(said[0])
        elif not self._settings.draft:
            self._tell(self.words.text("setting.nothing"))
        else:
            is_saving = self._settings.session.may_change
            self._tell(self.words.text(f"setting.{'saving' if is_saving else 'signed_out'}"))
            self._settings.save()

    def go_back(self) -> None:
        """Leave; says first that something is not saved."""
        if not self.would_lose:
            super().go_back()
            return
        self._say_changed()
        self.announce(self.told.plain)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("setting.heading"), text("setting.why"))
        self._where.set_words(text("setting.where", file=self._settings.path))
        for table, heading in self._headings.items():
            heading.set_words(text(f"setting.group.{table}"))
        self._kiosk_why.set_words(text("setting.group.kiosk_why"))
        for row in self.rows.values():
            row.retranslate()
        self.again.set_words(text("setting.again"))
        self.leave.set_words(text("setting.leave"))
        self.next_button.set_words(text("setting.save"))
        self._show()

    def _build(self) -> None:
        self._reading, self.broken = Note("settings_reading"), Note("settings_broken")
        self.waiting = Text("quiet", "waiting")
        self.problem = Text("error", "problem")
        self.problem.set_words("")
        self._headings = {table: Text("heading", f"group_{table}") for table in TABLES}
        self._kiosk_why = Text("body", "kiosk_why")
        self._where = Text("quiet", "settings_where", is_foreign=True)
        self._groups = Column("settings")
        self._groups.column.setSpacing(8)
        for table, heading in self._headings.items():
            self._add_group(table, heading)
        for widget in (
            self.problem,
            self._reading,
            self.broken,
            self.waiting,
            self._groups,
            self._where,
        ):
            self.column.addWidget(widget)

    def _add_group(self, table: str, heading: Text) -> None:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        self._groups.column.addWidget(rule)
        self._groups.column.addSpacing(8)
        self._groups.column.addWidget(heading)
        if table == "kiosk":
            self._groups.column.addWidget(self._kiosk_why)
        for option in OPTIONS.values():
            if option.table == table:
                self.rows[option.key] = make_row(option, self.words)
                self._groups.column.addWidget(self.rows[option.key])

    def _build_bar(self) -> None:
        self.told = Text("strong", "told")
        self.again, self.leave = Button("quiet", "read_again"), Button("quiet", "leave_settings")
        self.bar_column.insertWidget(0, self.told)
        self.told.set_words("")
        self.bar.addWidget(self.leave)
        self.bar.addWidget(self.again)
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)
        self.again.hide()

    def _connect(self) -> None:
        settings = self._settings
        for row in self.rows.values():
            row.value_changed.connect(self._take)
        settings.known.connect(self._show)
        settings.known.connect(self.begin_late)
        settings.changed.connect(self._show_bar)
        settings.saved.connect(self._tell_saved)
        settings.failed.connect(self._tell_failed)
        settings.found.connect(self._show_printers)
        settings.session.changed.connect(self._show_reading)
        self.again.clicked.connect(self._read_again)
        self.leave.clicked.connect(self._leave)

    def _wrong_rows(self) -> list[SettingRow]:
        return [row for row in self.rows.values() if row.is_wrong] if self._shows else []

    @property
    def _shows(self) -> bool:
        return self._settings.is_known

    def _show(self) -> None:
        """Show what holds, with what was changed."""
        settings, text = self._settings, self.words.text
        fault = settings.fault
        self.waiting.set_words("" if settings.is_known or fault else text("setting.waiting"))
        said = [self.words.render_all(fault), text("setting.broken")] if fault else []
        self.broken.set_lines(said)
        self._groups.setVisible(settings.is_known)
        self.again.setVisible(fault is not None)
        if settings.is_known:
            for key, row in self.rows.items():
                with QSignalBlocker(row):
                    row.show_value(settings.value(key))
            self._show_printers()
        if said:
            self.announce(self.broken.words[0])
        self._show_reading()
        self._show_bar()
        make_room(self._groups)

    def _show_printers(self) -> None:
        row = self.rows["printer"]
        assert isinstance(row, PrinterRow)
        if self._settings.is_known:
            row.show_printers(self._settings.printers)

    def _show_reading(self) -> None:
        is_reading = not self._settings.session.may_change and self._settings.is_known
        self._reading.set_lines([self.words.text("setting.reading")] if is_reading else [])

    def _show_bar(self) -> None:
        self.leave.setVisible(self.would_lose)
        self.next_button.setVisible(self._settings.is_known)

    def _take(self, key: str, value: Value | None) -> None:
        self._tell("")
        if value is not None:
            self._settings.set(key, value)
        self._show_bar()

    def _leave(self) -> None:
        self._settings.leave()
        self._tell("")
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_again(self) -> None:
        self.told.set_words(self.words.text("setting.read_again") if self.would_lose else "")
        self._settings.look()

    def _say_changed(self) -> None:
        count = len(self._settings.draft) + len(self._wrong_rows())
        self.told.set_words(self.words.text("setting.changed", n=count))

    def _tell_saved(self) -> None:
        self._tell(self.words.text("setting.saved"))
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_failed(self, error: MatcherError) -> None:
        """Say it on the page: in the bar, large letters would leave no room for what to do."""
        self._tell("")
        self.problem.set_words(self.words.render_all(error))
        self.reveal_soon(self.problem)
        self.announce(self.problem.plain)
        self.again.setVisible(error.messages[0].key == "error.settings.meanwhile")

    def _tell(self, said: str) -> None:
        self.told.set_words(said)
        self.problem.set_words("")
        if said:
            self.announce(said)
