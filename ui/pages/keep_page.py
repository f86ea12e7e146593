"""*Keep this for later*: what that means, a passphrase, and a code for who forgets it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.controllers.code_paper_controller import CodePaperController
from ui.controllers.keeping_controller import KeepingController
from ui.language import Language
from ui.pages.code_page import CODE, CodePage
from ui.pages.code_part import CodePart
from ui.widgets.button import Button
from ui.widgets.lines import Lines
from ui.widgets.option_group import OptionGroup
from ui.widgets.secret_field import SecretFields

NEW, OTHER = "new", "other"
_REMEMBER = "remember"


class KeepPage(CodePage):
    """Nothing is written before the passphrase is there, and the person asked for it.

    Parameters
    ----------
    words
        The language that holds.
    keeping
        Begins to keep.
    paper
        Prints a code.
    """

    def __init__(
        self, words: Language, keeping: KeepingController, paper: CodePaperController
    ) -> None:
        super().__init__(words, "keep", keeping, paper, NEW)

    def enter(self) -> None:
        """Begin anew, unless a code is still to be written down."""
        if self.step != CODE:
            self.step = OTHER if self._is_other_there else NEW
            for fields in (self.new, self.other):
                fields.forget()
        super().enter()

    def go_on(self) -> None:
        """Take what the step asked for."""
        if self.personal.busy:
            return
        {NEW: self._create, OTHER: self._replace, CODE: self._finish}[self.step]()

    def refuse(self, words: str) -> None:
        """Say beside the field why nothing is kept."""
        if self.step == CODE:
            super().refuse(words)
        else:
            self.show_fault((self.new if self.step == NEW else self.other).first, words)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self.words.text
        labels = (text("keeping.form.passphrase"), text("keeping.form.again"))
        self.new.set_words(labels, text("keeping.form.hint"))
        self.other.set_words((text("keeping.form.passphrase"),))
        self._to_kept.set_words(text("keeping.kept.heading"))
        self.remember.set_words(
            lambda _: text("keeping.remember.do"), lambda _: text("keeping.remember.means")
        )
        super().retranslate()

    def arrange(self, step: str) -> None:
        """Say where it would be, and offer what this computer can do."""
        where = str(self.personal.standing.path)
        text = self.words.text
        says = ("what", "where", "locked", "seen")
        self._says.set_lines([text(f"keeping.keep.{each}", folder=where) for each in says])
        self.remember.setVisible(self.personal.can_be_remembered)
        self.offers_back = step != CODE
        self.back_button.setVisible(self.offers_back)

    @property
    def _is_other_there(self) -> bool:
        return self.personal.standing.exists and not self._keeping.is_on

    def _build(self) -> None:
        self._says = Lines("keep_says")
        self.new = SecretFields(self.words, "keep_passphrase", "keep_again")
        self.other = SecretFields(self.words, "keep_other")
        self._to_kept = Button("link", "to_kept")
        self.code = CodePart(self.words, "keep_code")
        self.remember = OptionGroup("keep", (_REMEMBER,), several=True, columns=1)
        self.add_step(NEW, (self._says, self.new))
        self.add_step(OTHER, (self.other, self._to_kept))
        self.add_step(CODE, (self.code, self.remember))
        self.column.addWidget(self.problem)
        self.told.setParent(self)

    def _connect(self) -> None:
        super()._connect()
        self.personal.looked.connect(self._take_standing)
        self.personal.code_made.connect(self._take_code)
        self.personal.taken.connect(self._take_other)
        self.personal.remembering_changed.connect(self._leave)
        self._to_kept.clicked.connect(lambda: self.open_over("kept"))

    def _first_of(self, step: str) -> QWidget:
        starts: dict[str, QWidget] = {
            NEW: self.new.first.field,
            OTHER: self.other.first.field,
            CODE: self.code.print,
        }
        return starts[step]

    def _words_of(self, step: str) -> tuple[str, str, str]:
        if step == CODE:
            return self._words_of_code()
        text = self.words.text
        why, do = ("why", "do") if step == NEW else ("other", "replace")
        return text("keeping.keep.heading"), text(f"keeping.keep.{why}"), text(f"keeping.keep.{do}")

    def _create(self) -> None:
        if self.is_right(self.new):
            self.wait()
            self.personal.create(self.new.text)

    def _replace(self) -> None:
        self.other.first.show_error("")
        if not self.other.text:
            self.show_fault(self.other.first, self.words.text("keeping.form.empty"))
            return
        self.wait()
        self.personal.take(self.other.text)

    def _finish(self) -> None:
        if not self._is_noted():
            return
        if self.remember.chosen and self.personal.can_be_remembered:
            self.wait()
            self.personal.set_remembered(is_remembered=True)
        else:
            self._leave()

    def _take_standing(self) -> None:
        if not self.isVisible() or self._is_waiting:
            return
        if self.step == NEW and self._is_other_there:
            self.go_to(OTHER)
        elif self.step == OTHER and not self._is_other_there:
            self.go_to(NEW)
        else:
            self.arrange(self.step)

    def _take_code(self, code: str) -> None:
        if not self._is_waiting or self.step != NEW:
            return
        self.new.forget()
        self._keeping.start()
        self.code.show_code(code)
        self.remember.set_chosen(())
        self.go_to(CODE)

    def _take_other(self) -> None:
        if self._is_waiting:
            self.other.forget()
            self._keeping.start()
            self._leave()

    def _leave(self) -> None:
        if self.isVisible():
            self._forget_code()
            self.step = NEW
            self.next_requested.emit()
