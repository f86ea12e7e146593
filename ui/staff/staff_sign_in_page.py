"""The door of the staff window: the PIN, after which the directory can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.controllers.staff_access import StaffAccess
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.keypad import Keypad
from ui.widgets.lines import Lines
from ui.widgets.text import Text
from ui.widgets.width import row_of_width

if TYPE_CHECKING:
    from matcher.errors import MatcherError
    from matcher.services.staff.accounts import StaffStanding

PIN_LEAST, PIN_MOST = 6, 12
_WIDEST = 420


class StaffSignInPage(SheetPage):
    """Asks for the PIN; where that is of no use, says what is.

    Parameters
    ----------
    words
        The language that holds.
    access
        Tries it.
    kept_for
        Tells whose changes were not saved before they were signed out.
    """

    offers_back = False

    def __init__(
        self,
        words: Language,
        access: StaffAccess,
        kept_for: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(words, "staff_sign_in")
        self._access = access
        self._kept_for = kept_for
        self._is_refused = False
        self.compose()

    def enter(self) -> None:
        """Begin anew, and see what there is to come in with."""
        super().enter()
        self._keypad.clear()
        self._error.set_words("")
        self._is_refused = False
        self._access.look()
        self._show(self._access.standing)

    def first_focus(self) -> QWidget:
        """Begin at the PIN."""
        return self._keypad if not self._keypad.isHidden() else self._account

    def go_on(self) -> None:
        """Try what is typed."""
        self._keypad.enter()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self._keypad.retranslate()
        self._account.set_words(text("staff.door.account"))
        self._recovery.set_words(text("staff.door.recovery"))
        self._show(self._access.standing)

    def _build(self) -> None:
        self._keypad = Keypad(self.words, "pin", PIN_LEAST, PIN_MOST)
        self._error = Text("error", "pin_error")
        self._state = Text("body", "pin_state")
        self._kept = Lines("kept")
        self._account = Button("link", "to_account")
        self._recovery = Button("link", "to_recovery")
        left = Qt.AlignmentFlag.AlignLeft
        self.column.addWidget(self._kept)
        self.column.addWidget(self._state)
        self.column.addWidget(self._error)
        self.column.addLayout(row_of_width(self._keypad, _WIDEST))
        self.column.addSpacing(8)
        self.column.addWidget(self._account, 0, left)
        self.column.addWidget(self._recovery, 0, left)

    def _connect(self) -> None:
        self._keypad.entered.connect(self._try)
        self._access.looked.connect(self._take)
        self._access.refused.connect(self._refuse)
        self._account.clicked.connect(self._open_account)
        self._recovery.clicked.connect(self._open_recovery)

    def _try(self, pin: str) -> None:
        self._error.set_words("")
        if not pin:
            self._say_wrong(self.words.text("staff.door.empty"))
            return
        self._access.try_pin(pin)

    def _take(self, standing: StaffStanding) -> None:
        """Show what there is; where there is nothing, lead to where it is set up."""
        if not self.isVisible():
            return
        # Whoever walks up to a kiosk does not choose its PIN.
        if not (standing.is_set_up or self._access.in_public):
            self.page_requested.emit("staff_setup")
            return
        self._is_refused = False
        had_keypad = not self._keypad.isHidden()
        self._show(standing)
        if had_keypad == self._keypad.isHidden():
            self.lower_anew()
            self.begin()

    def _show(self, standing: StaffStanding | None) -> None:
        """Show the keypad where a PIN opens something, else say why not."""
        is_of_use = standing is not None and standing.has_pin and not standing.is_pin_locked
        may_be_of_use = is_of_use or (standing is None and not self._is_refused)
        why = self.words.text("staff.door.why") if may_be_of_use else ""
        self.set_heading(self.words.text("staff.door.heading"), why)
        self._keypad.setVisible(is_of_use)
        self.next_button.setVisible(is_of_use)
        self.next_button.set_words(self.words.text("staff.door.open"))
        for button in (self._account, self._recovery):
            button.setVisible(standing is not None and standing.is_set_up)
        self._kept.set_lines([self._kept_line(who, standing) for who in self._kept_for()])
        key = self._why_not(standing)
        self._state.set_words(self.words.text(f"staff.door.{key}") if key else "")

    def _why_not(self, standing: StaffStanding | None) -> str:
        """Return the key of why no PIN can be typed; ``""`` where one can, or the error says it."""
        if standing is None:
            return "" if self._is_refused else "wait"
        if not standing.is_set_up:
            return "gone" if standing.lacks_directory else "not_set_up"
        if standing.is_pin_locked:
            return "locked"
        return "" if standing.has_pin else "no_pin"

    def _kept_line(self, who: str, standing: StaffStanding | None) -> str:
        if not who:
            return self.words.text("staff.door.kept_nobody")
        is_gone = standing is not None and who not in {each.name for each in standing.accounts}
        return self.words.text(f"staff.door.{'kept_gone' if is_gone else 'kept'}", name=who)

    def _refuse(self, error: MatcherError) -> None:
        self._is_refused = True
        if self.isVisible():
            self._show(self._access.standing)
            self._say_wrong(self.words.render_all(error))

    def _say_wrong(self, words: str) -> None:
        self._error.set_words(words)
        self.announce(words)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_account(self) -> None:
        self.open_over("sign_in_account")

    def _open_recovery(self) -> None:
        self.open_over("staff_recovery")
