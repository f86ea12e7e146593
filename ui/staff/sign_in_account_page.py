"""A name and a passphrase, after which the directory can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.controllers.staff_access import StaffAccess
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.form_field import FormField

if TYPE_CHECKING:
    from matcher.errors import MatcherError


class SignInAccountPage(SheetPage):
    """Opened over where one was, and leads back there.

    Parameters
    ----------
    words
        The language that holds.
    access
        Tries it.
    """

    def __init__(self, words: Language, access: StaffAccess) -> None:
        super().__init__(words, "sign_in_account")
        self._access = access
        self.compose()

    def enter(self) -> None:
        """Begin with nothing written."""
        super().enter()
        self._forget()

    def first_focus(self) -> QWidget:
        """Begin at the name."""
        return self._name.field

    def go_on(self) -> None:
        """Try what is written."""
        for field, key in ((self._name, "no_name"), (self._passphrase, "no_passphrase")):
            field.show_error("")
            if not field.text.strip():
                field.show_error(self.words.text(f"staff.account.{key}"))
                return
        self._say_state(is_trying=True)
        self._access.sign_in(self._name.text, self._passphrase.text)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("staff.account.heading"), text("staff.account.why"))
        self._name.set_words(text("staff.account.name"))
        self._passphrase.set_words(text("staff.account.passphrase"))
        self._say_state(is_trying=False)

    def _build(self) -> None:
        self._name = FormField("account_name")
        self._passphrase = FormField("account_passphrase", is_secret=True)
        for field in (self._name, self._passphrase):
            self.column.addWidget(field)

    def _connect(self) -> None:
        self._access.refused.connect(self._refuse)

    def _refuse(self, error: MatcherError) -> None:
        if self.isVisible():
            self._say_state(is_trying=False)
            self._passphrase.field.setText("")
            self._passphrase.show_error(self.words.render_all(error))

    def _say_state(self, *, is_trying: bool) -> None:
        key = "trying" if is_trying else "sign_in"
        self.next_button.set_words(self.words.text(f"staff.account.{key}"))

    def _forget(self) -> None:
        for field in (self._name, self._passphrase):
            field.forget()
        self._say_state(is_trying=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold nothing once it is left."""
        super().hideEvent(event)
        self._forget()
