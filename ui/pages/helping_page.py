"""For somebody who helps: whether the person is here, and what that changes."""

from PySide6.QtWidgets import QWidget

from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text


class HelpingPage(SheetPage):
    """Asks whether the person is here, and says what changes."""

    def __init__(self, words: Language, sitting: SittingController) -> None:
        super().__init__(words, "helper")
        self._sitting = sitting
        self.compose()

    def enter(self) -> None:
        """Show what was said."""
        super().enter()
        self._show_chosen()

    def show_covered(self) -> None:
        """Show the question to somebody who helps, and not what was said to it."""
        self._here.setEnabled(not self.is_covered)
        self._show_chosen()

    def first_focus(self) -> QWidget:
        """Begin at the question."""
        return self._here.chosen_card() or self.next_button

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("screen.helper.heading"), text("screen.helper.why"))
        self._here.set_words(lambda code: text(f"screen.helper.{code}"))
        self._show_hint()

    def _build(self) -> None:
        self._here = OptionGroup("helper_person", ("here", "away"), columns=1)
        self._hint = Text("body", "helper_hint")
        self.column.addSpacing(8)
        self.column.addWidget(self._here)
        self.column.addWidget(self._hint)

    def _connect(self) -> None:
        self._here.chosen_changed.connect(self._choose)

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self._sitting.person_is_here = chosen == ("here",)
        self._show_hint()

    def _show_chosen(self) -> None:
        chosen = "here" if self._sitting.person_is_here else "away"
        self._here.set_chosen(() if self.is_covered else (chosen,))
        self._show_hint()

    def _show_hint(self) -> None:
        if self.is_covered:
            self._hint.set_words("")
            return
        which = "here" if self._sitting.person_is_here else "away"
        self._hint.set_words(self.words.text(f"screen.helper.hint.{which}"))
