"""The first use of the staff window: a PIN, an account, and the recovery code, one by one."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.controllers.staff_access import StaffAccess
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.staff.account_form import AccountForm
from ui.staff.code_card import CodeCard
from ui.staff.pin_choice import PinChoice
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.errors import MatcherError


class SetupStep(IntEnum):
    """What is asked for, in this order."""

    PIN = 1
    ACCOUNT = 2
    CODE = 3


class StaffSetupPage(SheetPage):
    """Nothing is kept before the second step is done; then all of it is.

    Parameters
    ----------
    words
        The language that holds.
    access
        Keeps it, and signs the first account in.
    """

    def __init__(self, words: Language, access: StaffAccess) -> None:
        super().__init__(words, "staff_setup")
        self._access = access
        self._chosen = ""
        self._step = SetupStep.PIN
        self.compose()

    @property
    def step(self) -> SetupStep:
        """Where one is."""
        return self._step

    def enter(self) -> None:
        """Go on where one was: the page is made anew for whoever comes next."""
        super().enter()
        self._show(self._step)

    def first_focus(self) -> QWidget:
        """Begin at what the step asks for."""
        starts = {
            SetupStep.PIN: self._pin.keypad,
            SetupStep.ACCOUNT: self._form.first_focus(),
            SetupStep.CODE: self._card.last.field,
        }
        return starts[self._step]

    def go_on(self) -> None:
        """Take what the step asked for."""
        if self._step is SetupStep.PIN:
            self._pin.enter()
        elif self._step is SetupStep.CODE:
            if self._card.is_written_down():
                self._access.come_in()
        elif self._form.is_right():
            self._error.set_words("")
            self.next_button.set_words(self.words.text("staff.setup.saving"))
            self._access.set_up(self._chosen, *self._form.wanted)

    def go_back(self) -> None:
        """Choose another PIN."""
        if self._step is SetupStep.ACCOUNT:
            self._pin.forget()
            self._go(SetupStep.PIN)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        for part in (self._pin, self._form, self._card):
            part.retranslate()
        self._show(self._step)

    def _build(self) -> None:
        self._pin = PinChoice(self.words, "new_pin")
        self._form = AccountForm(self.words, "first")
        self._card = CodeCard(self.words, "recovery")
        self._error = Text("error", "setup_error")
        self._parts: dict[SetupStep, QWidget] = {
            SetupStep.PIN: self._pin,
            SetupStep.ACCOUNT: self._form,
            SetupStep.CODE: self._card,
        }
        for part in self._parts.values():
            self.column.addWidget(part)
        self.column.addWidget(self._error)

    def _connect(self) -> None:
        self._pin.chosen.connect(self._take_pin)
        self._access.was_set_up.connect(self._take_code)
        self._access.refused.connect(self._refuse)

    def _take_pin(self, pin: str) -> None:
        self._chosen = pin
        self._go(SetupStep.ACCOUNT)

    def _take_code(self, code: str) -> None:
        self._forget()
        self._card.show_code(code)
        self._go(SetupStep.CODE)

    def _refuse(self, error: MatcherError) -> None:
        if self.isVisible():
            words = self.words.render_all(error)
            self._show(self._step)
            self._error.set_words(words)
            self.announce(words)

    def _go(self, step: SetupStep) -> None:
        self._show(step)
        self.scroll_bar.setValue(0)
        self.begin()
        self.announce(self.title)

    def _show(self, step: SetupStep) -> None:
        self._step = step
        name = step.name.lower()
        text = self.words.text
        self.set_heading(
            text(f"staff.setup.{name}"),
            text(f"staff.setup.{name}_why"),
            text("staff.setup.place", n=int(step), total=len(SetupStep)),
        )
        for each, part in self._parts.items():
            part.setVisible(each is step)
        self._error.set_words("")
        self.offers_back = step is SetupStep.ACCOUNT
        self.back_button.setVisible(self.offers_back)
        key = "done" if step is SetupStep.CODE else "next"
        self.next_button.set_words(text(f"staff.setup.{key}"))

    def _forget(self) -> None:
        self._chosen = ""
        self._pin.forget()
        self._form.begin()
        self._card.show_code("")
