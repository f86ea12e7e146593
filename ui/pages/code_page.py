"""The base of the pages of what is kept that show a recovery code to write down."""

from __future__ import annotations

from ui.controllers.code_paper_controller import CodePaperController
from ui.controllers.keeping_controller import KeepingController
from ui.language import Language
from ui.pages.code_part import CodePart
from ui.pages.step_page import StepPage

CODE = "code"
"""The step at which the code is shown."""


class CodePage(StepPage):
    """Shows a code until it is written down, and takes it to the printer.

    A page makes `code` in `_build`.

    Parameters
    ----------
    words
        The language that holds.
    name
        Its id.
    keeping
        Keeps what changes.
    paper
        Prints a code.
    first
        The step to begin with.
    """

    code: CodePart

    def __init__(
        self,
        words: Language,
        name: str,
        keeping: KeepingController,
        paper: CodePaperController,
        first: str,
    ) -> None:
        super().__init__(words, name, keeping.personal, first)
        self._keeping = keeping
        self._paper = paper
        self.compose()

    def enter(self) -> None:
        """Show the step one is at, and see what there is meanwhile."""
        self.personal.look()
        self.personal.look_for_keyring()
        super().enter()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self.code.retranslate()
        super().retranslate()

    def _connect(self) -> None:
        self.code.print_requested.connect(self._print_code)

    def _print_code(self) -> None:
        """Take the code that is shown to the printer, and come back here."""
        self._paper.code = self.code.code
        self.open_over("print_code")

    def _words_of_code(self) -> tuple[str, str, str]:
        text = self.words.text
        return text("keeping.code.heading"), text("keeping.code.why"), text("keeping.code.done")

    def _is_noted(self) -> bool:
        """Tell whether the code is written down; where not, say that it has to be."""
        is_noted = self.code.is_noted()
        if not is_noted:
            self.announce(self.code.error.plain)
            self.reveal_soon(self.code.error)
        return is_noted

    def _forget_code(self) -> None:
        self._paper.forget()
        self.code.show_code("")
