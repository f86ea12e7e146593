"""*Go on where I was*: the passphrase, or the recovery code and then a new passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.controllers.keeping_controller import KeepingController
from ui.controllers.personal_jobs import WindowState
from ui.language import Language
from ui.pages.step_page import StepPage
from ui.widgets.button import Button
from ui.widgets.form_field import FormField
from ui.widgets.secret_field import SecretFields

PASSPHRASE, CODE, NEW = "passphrase", "code", "new"


class ReopenPage(StepPage):
    """Shows what was kept as soon as it is open.

    Parameters
    ----------
    words
        The language that holds.
    keeping
        Brings it back.
    """

    def __init__(self, words: Language, keeping: KeepingController) -> None:
        super().__init__(words, "reopen", keeping.personal, PASSPHRASE)
        self._keeping = keeping
        self._found: WindowState | None = None
        self._has_asked_computer = False
        self.compose()

    def enter(self) -> None:
        """Begin with the passphrase; where this computer remembers it, try that first."""
        if self.step != NEW:
            self.step = PASSPHRASE
        super().enter()
        if self.personal.standing.is_remembered and not self._has_asked_computer:
            self._has_asked_computer = True
            self.wait()
            self.personal.open_remembered()

    def go_on(self) -> None:
        """Take what the step asked for."""
        if not self.personal.busy:
            {PASSPHRASE: self._open, CODE: self._open_with_code, NEW: self._renew}[self.step]()

    def go_back(self) -> None:
        """Go back to the passphrase, or leave."""
        if self.step == CODE:
            self.go_to(PASSPHRASE)
        else:
            super().go_back()

    def refuse(self, words: str) -> None:
        """Say beside the field why it is not open; what is typed stays."""
        fields = {PASSPHRASE: self.passphrase.first, CODE: self.code, NEW: self.new.first}
        self.show_fault(fields[self.step], words)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self.words.text
        self.passphrase.set_words((text("keeping.form.passphrase"),))
        self.code.set_words(text("keeping.reopen.code_name"), text("keeping.reopen.code_hint"))
        labels = (text("keeping.form.new"), text("keeping.form.again"))
        self.new.set_words(labels, text("keeping.form.hint"))
        self._forgot.set_words(text("keeping.reopen.forgot"))
        self._to_kept.set_words(text("keeping.kept.heading"))
        self._later.set_words(text("keeping.reopen.later"))
        super().retranslate()

    def arrange(self, step: str) -> None:
        """Offer no way back once it is open."""
        self.offers_back = step != NEW
        self.back_button.setVisible(self.offers_back)

    def _build(self) -> None:
        self.passphrase = SecretFields(self.words, "reopen_passphrase")
        self.code = FormField("reopen_code")
        self.new = SecretFields(self.words, "reopen_new", "reopen_again")
        self._forgot, self._to_kept = Button("link", "forgot"), Button("link", "to_kept")
        self._later = Button("link", "later")
        self.add_step(PASSPHRASE, (self.passphrase, self._forgot, self._to_kept))
        self.add_step(CODE, (self.code,))
        self.add_step(NEW, (self.new, self._later))
        for text in (self.told, self.problem):
            text.setParent(self)

    def _connect(self) -> None:
        self.personal.opened.connect(self._take)
        self.personal.passphrase_changed.connect(self._come_back)
        self._forgot.clicked.connect(lambda: self.go_to(CODE))
        self._to_kept.clicked.connect(lambda: self.open_over("kept"))
        self._later.clicked.connect(self._skip)

    def _first_of(self, step: str) -> QWidget:
        fields = {
            PASSPHRASE: self.passphrase.first.field,
            CODE: self.code.field,
            NEW: self.new.first.field,
        }
        return fields[step]

    def _words_of(self, step: str) -> tuple[str, str, str]:
        text = self.words.text
        return tuple(text(f"keeping.reopen.{step}_{each}") for each in ("heading", "why", "do"))  # type: ignore[return-value]

    def _open(self) -> None:
        self.passphrase.first.show_error("")
        if not self.passphrase.text:
            self.show_fault(self.passphrase.first, self.words.text("keeping.form.empty"))
            return
        self.wait()
        self.personal.open(self.passphrase.text)

    def _open_with_code(self) -> None:
        self.code.show_error("")
        if not self.code.text:
            self.show_fault(self.code, self.words.text("keeping.reopen.code_empty"))
            return
        self.wait()
        self.personal.open_with_code(self.code.text)

    def _renew(self) -> None:
        if self.is_right(self.new):
            self.wait()
            self.personal.change_passphrase(self.new.text)

    def _skip(self) -> None:
        if not self.personal.busy:
            self._is_waiting = True
            self._come_back()

    def _take(self, found: WindowState | None) -> None:
        if not self._is_waiting:
            return
        self._found = found
        if self.step == CODE:
            self.code.forget()
            self.go_to(NEW)
        else:
            self._come_back()

    def _come_back(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.step = PASSPHRASE
            found, self._found = self._found, None
            for field in (self.passphrase, self.code, self.new):
                field.forget()
            self._keeping.bring_back(found)
