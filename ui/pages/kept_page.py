"""*What is kept on this computer*: where, since when, how much, and the ways to change that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.controllers.code_paper_controller import CodePaperController
from ui.controllers.keeping_controller import KeepingController
from ui.language import Language
from ui.pages.code_page import CODE, CodePage
from ui.pages.code_part import CodePart
from ui.widgets.button import Button
from ui.widgets.lines import Lines
from ui.widgets.secret_field import SecretFields

ABOUT, PASSPHRASE, CLEAR = "about", "passphrase", "clear"
_KB = 1024


class KeptPage(CodePage):
    """What there is, and one button for each thing that can be done with it.

    Parameters
    ----------
    words
        The language that holds.
    keeping
        Tells whether changes are kept.
    paper
        Prints a code.
    """

    def __init__(
        self, words: Language, keeping: KeepingController, paper: CodePaperController
    ) -> None:
        super().__init__(words, "kept", keeping, paper, ABOUT)

    def enter(self) -> None:
        """Show what there is, unless a code is still to be written down."""
        if self.step != CODE:
            self.step = ABOUT
            self.new.forget()
        super().enter()

    def go_on(self) -> None:
        """Do what the step is about."""
        if self.personal.busy:
            return
        if self.step == ABOUT:
            self.next_requested.emit()
        elif self.step == PASSPHRASE:
            self._change_passphrase()
        elif self.step == CLEAR:
            self.wait()
            self.personal.clear_all()
        elif self._is_noted():
            self._forget_code()
            self.go_to(ABOUT)

    def go_back(self) -> None:
        """Go back to what there is, or leave."""
        if self.step in (PASSPHRASE, CLEAR):
            self.go_to(ABOUT)
        else:
            super().go_back()

    def refuse(self, words: str) -> None:
        """Say why it is not done, beside the field where there is one."""
        if self.step == PASSPHRASE:
            self.show_fault(self.new.first, words)
        else:
            super().refuse(words)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self.words.text
        labels = (text("keeping.form.new"), text("keeping.form.again"))
        self.new.set_words(labels, text("keeping.form.hint"))
        for name, button in self._buttons.items():
            button.set_words(text(f"keeping.kept.{name}"))
        super().retranslate()

    def arrange(self, step: str) -> None:
        """Say what there is, and offer what can be done with it as it is."""
        there, is_on = self.personal.standing, self._keeping.is_on
        can_remember = is_on and self.personal.can_be_remembered
        offered = {
            "reopen": there.exists and not is_on,
            "search": is_on,
            "passphrase": is_on,
            "code": is_on,
            "remember": can_remember and not there.is_remembered,
            "ask_again": is_on and there.is_remembered,
            "clear": there.exists,
        }
        for name, is_offered in offered.items():
            self._buttons[name].setVisible(is_offered)
        self._lines.set_lines(self._say() if there.exists else ())
        self._clears.set_lines([self.words.text(f"keeping.clear.{each}") for each in _CLEARS])
        self.offers_back = step in (PASSPHRASE, CLEAR)
        self.back_button.setVisible(self.offers_back)

    def _say(self) -> list[str]:
        text, there = self.words.text, self.personal.standing
        lines = [text("keeping.kept.where", folder=str(there.path))]
        if there.since is not None:
            lines.append(text("keeping.kept.since", date=self._date(there.since)))
        if there.changed is not None:
            size = self.words.catalogue.number(max(1, round(there.size / _KB)))
            date = self._date(there.changed)
            lines.append(text("keeping.kept.size", size=size, date=date))
        lines.append(text("keeping.kept.locked"))
        if there.is_remembered:
            lines.append(text("keeping.kept.remembered"))
        return lines

    def _date(self, at: datetime) -> str:
        return self.words.catalogue.date(at.astimezone().date())

    def _build(self) -> None:
        self._lines, self._clears = Lines("kept_lines"), Lines("kept_clears")
        self._buttons = {name: Button("quiet", f"kept_{name}") for name in _BUTTONS}
        self.new = SecretFields(self.words, "kept_new", "kept_again")
        self.code = CodePart(self.words, "kept_noted")
        self.column.addWidget(self.told)
        self.add_step(ABOUT, (self._lines, *self._buttons.values()))
        self.add_step(PASSPHRASE, (self.new,))
        self.add_step(CODE, (self.code,))
        self.add_step(CLEAR, (self._clears,))
        self.column.addWidget(self.problem)

    def _connect(self) -> None:
        super()._connect()
        does: dict[str, Callable[[], object]] = {
            "reopen": lambda: self.open_over("reopen"),
            "search": lambda: self.open_over("search"),
            "passphrase": self._ask_passphrase,
            "code": self._ask_code,
            "remember": lambda: self._set_remembered(is_remembered=True),
            "ask_again": lambda: self._set_remembered(is_remembered=False),
            "clear": lambda: self.go_to(CLEAR),
        }
        for name, do in does.items():
            self._buttons[name].clicked.connect(lambda _=False, do=do: do())
        self.personal.looked.connect(self._take_standing)
        self.personal.passphrase_changed.connect(lambda: self._tell_done("passphrase"))
        self.personal.remembering_changed.connect(self._tell_remembering)
        self.personal.cleared.connect(lambda: self._tell_done("cleared"))
        self.personal.code_made.connect(self._take_code)

    def _first_of(self, step: str) -> QWidget:
        if step == PASSPHRASE:
            return self.new.first.field
        if step == CODE:
            return self.code.print
        return self.next_button if step == ABOUT else self.back_button

    def _words_of(self, step: str) -> tuple[str, str, str]:
        text = self.words.text
        if step == ABOUT:
            there = self.personal.standing.exists
            why = text(f"keeping.kept.{'why' if there else 'nothing'}")
            return text("keeping.kept.heading"), why, text("keeping.kept.done")
        if step == CODE:
            return self._words_of_code()
        place = "clear" if step == CLEAR else "change"
        why = text(f"keeping.{place}.why")
        return text(f"keeping.{place}.heading"), why, text(f"keeping.{place}.do")

    def _ask_passphrase(self) -> None:
        self.new.forget()
        self.go_to(PASSPHRASE)

    def _ask_code(self) -> None:
        if not self.personal.busy:
            self.wait()
            self.personal.renew_code()

    def _set_remembered(self, *, is_remembered: bool) -> None:
        if not self.personal.busy:
            self.wait()
            self.personal.set_remembered(is_remembered=is_remembered)

    def _change_passphrase(self) -> None:
        if self.is_right(self.new):
            self.wait()
            self.personal.change_passphrase(self.new.text)

    def _take_standing(self) -> None:
        if self.isVisible() and not self._is_waiting:
            self.show_step(self.step)

    def _take_code(self, code: str) -> None:
        if self._is_waiting and self.isVisible():
            self.code.show_code(code)
            self.go_to(CODE)

    def _tell_remembering(self) -> None:
        is_remembered = self.personal.standing.is_remembered
        self._tell_done("asks_again" if is_remembered else "remembers")

    def _tell_done(self, what: str) -> None:
        if self._is_waiting and self.isVisible():
            self.new.forget()
            self.go_to(ABOUT)
            self.tell(self.words.text(f"keeping.done.{what}"))


_BUTTONS = ("reopen", "search", "passphrase", "code", "remember", "ask_again", "clear")
_CLEARS = ("what", "notes", "screen", "copies")
