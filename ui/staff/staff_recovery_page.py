"""The way back in for staff who forgot everything: the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.controllers.staff_access import StaffAccess
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.form_field import FormField
from ui.widgets.note import Note

if TYPE_CHECKING:
    from matcher.errors import MatcherError


class StaffRecoveryPage(SheetPage):
    """Takes the code, and says before what it does.

    Parameters
    ----------
    words
        The language that holds.
    access
        Tries it.
    """

    def __init__(self, words: Language, access: StaffAccess) -> None:
        super().__init__(words, "staff_recovery")
        self._access = access
        self.compose()

    def enter(self) -> None:
        """Begin with nothing written."""
        super().enter()
        self._code.forget()

    def first_focus(self) -> QWidget:
        """Begin at the code."""
        return self._code.field

    def go_on(self) -> None:
        """Try what is written."""
        self._code.show_error("")
        self._access.reset(self._code.text)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("staff.recovery.heading"), text("staff.recovery.why"))
        self._what.set_lines((text("staff.recovery.forgets"), text("staff.recovery.keeps")))
        self._code.set_words(text("staff.recovery.code"), text("staff.recovery.hint"))
        self.next_button.set_words(text("staff.recovery.reset"))

    def _build(self) -> None:
        self._what = Note("recovery_what")
        self._code = FormField("recovery_code")
        self.column.addWidget(self._what)
        self.column.addWidget(self._code)

    def _connect(self) -> None:
        self._access.refused.connect(self._refuse)
        self._access.was_reset.connect(self._lead_on)

    def _refuse(self, error: MatcherError) -> None:
        if self.isVisible():
            self._code.show_error(self.words.render_all(error))
            self.reveal_soon(self._code)

    def _lead_on(self) -> None:
        if self.isVisible():
            self.page_requested.emit("staff_setup")

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold nothing once it is left."""
        super().hideEvent(event)
        self._code.forget()
