"""Asks before a backup takes the place of the directory."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.checklist.hours import clock_words
from ui.controllers.files_controller import FoundBackup
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text


class RestoreQuestion(QFrame):
    """What would be replaced by what, and two ways to answer; Escape leaves all as it is.

    Signals
    -------
    go_chosen
        With the backup to go back to.
    stay_chosen
        All stays as it is.
    """

    go_chosen = Signal(object)
    stay_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("restore_question")
        self.setProperty("kind", "note")
        self.found: FoundBackup | None = None
        self._ask = Text("strong", "restore_ask")
        self._lines = [Text("body", f"restore_{name}") for name in ("damage", "replaces", "stays")]
        self.go, self.stay = Button("quiet", "restore_go"), Button("quiet", "restore_stay")
        buttons = QWidget()
        row = FlowLayout(buttons, across=12, down=12)
        row.addWidget(self.go)
        row.addWidget(self.stay)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(8)
        for widget in (self._ask, *self._lines, buttons):
            column.addWidget(widget)
        self.go.clicked.connect(self._go)
        self.stay.clicked.connect(self._stay)
        self.hide()

    @property
    def words(self) -> str:
        """What is asked."""
        return " ".join(text.plain for text in (self._ask, *self._lines))

    def ask(self, found: FoundBackup, words: Language) -> None:
        """Ask whether to go back to a backup; the safe answer has the focus."""
        self.found = found
        self.retranslate(words)
        self.show()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words)

    def retranslate(self, words: Language) -> None:
        """Say what is asked in the language that holds, if anything is."""
        from matcher.services.files.backup import damage_of

        found, text = self.found, words.text
        if found is None:
            return
        ask = text("files.restore.ask", n=found.profiles, file=found.path.name)
        self._ask.set_words(f"{ask} {_age_words(found.changed_at, words)}")
        damage, replaces, stays = self._lines
        damage.set_words(" ".join(map(words.render, damage_of(found.changed_outside))))
        replaces.set_words(text("files.restore.replaces", n=found.replaced))
        stays.set_words(text("files.restore.stays"))
        self.go.set_words(text("files.restore.go"))
        self.stay.set_words(text("files.restore.stay"))

    def close_question(self) -> None:
        """Ask nothing more."""
        self.found = None
        self.hide()

    def _go(self) -> None:
        self.go_chosen.emit(self.found)

    def _stay(self) -> None:
        self.close_question()
        self.stay_chosen.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Escape for itself: the window has another use for it."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all as it is with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._stay()
            return
        super().keyPressEvent(event)


def _age_words(changed_at: datetime | None, words: Language) -> str:
    """Say of when a backup is."""
    if changed_at is None:
        return words.text("files.restore.no_time")
    at = changed_at.astimezone()
    time = clock_words(at.hour * 60 + at.minute, words.catalogue)
    return words.text("files.restore.as_of", date=words.catalogue.date(at.date()), time=time)
