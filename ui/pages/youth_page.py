"""For somebody below the region's age: help is there, only not from this program."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from matcher.checklist.crisis import LineKind, load_crisis_lines
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.crisis_lines import CrisisLines
from ui.widgets.press_pause import pause_presses
from ui.widgets.text import Text


class YouthPage(SheetPage):
    """Says that help is there, shows a line for young people, and clears the sitting.

    Parameters
    ----------
    is_kiosk
        Whether there is staff, as where strangers share a screen.

    Signals
    -------
    cleared
        The sitting is to be forgotten.
    """

    cleared = Signal()

    def __init__(
        self, words: Language, sitting: SittingController, *, is_kiosk: bool = False
    ) -> None:
        super().__init__(words, "youth")
        self._sitting = sitting
        self._where = "" if is_kiosk else "_at_home"
        self.compose()

    def enter(self) -> None:
        """Show the lines of the region."""
        super().enter()
        self._show_lines()
        self._offer_way_on()

    def show_covered(self) -> None:
        """Keep from being seen what depends on the age that was said."""
        self._offer_way_on()

    def first_focus(self) -> QWidget:
        """Begin at the way out."""
        return self._clear

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        limit = load_crisis_lines(self._sitting.answers.region).youth_limit
        said = text(f"crisis.youth.text{self._where}", limit=limit)
        self.set_heading(text("crisis.youth.title"), said)
        self._alone.set_words(text(f"crisis.youth.alone{self._where}"))
        self._clear.set_words(text("screen.youth.clear"))
        self.next_button.set_words(text("screen.youth.older", limit=limit))
        self._helper.set_words(text("screen.youth.helper"))
        self._show_lines()

    def _build(self) -> None:
        self._alone = Text("body", "alone")
        self._lines = CrisisLines("youth_lines", self.words)
        self._clear = Button("quiet", "clear")
        self._helper = Button("quiet", "adult_helper")
        self.next_button.setProperty("kind", "quiet")
        for widget in (self._alone, self._lines):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        for button in (self.next_button, self._helper):
            self.column.addWidget(button)

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        self.bar.addWidget(self._clear)

    def _connect(self) -> None:
        self._clear.clicked.connect(self.cleared)
        self._helper.clicked.connect(self._go_on_as_helper)

    def _go_on_as_helper(self) -> None:
        """Go on: an adult who answers for a child is somebody who helps."""
        self._sitting.set_helper(True)
        self.words.set_about_other(True)
        self.next_requested.emit()

    def _offer_way_on(self) -> None:
        self.next_button.setVisible(self._sitting.may_be_of_age and not self.is_covered)

    def showEvent(self, event: QShowEvent) -> None:
        """Let no second tap on what led here clear everything."""
        super().showEvent(event)
        pause_presses(self._clear)

    def _show_lines(self) -> None:
        region = load_crisis_lines(self._sitting.answers.region)
        kinds = {LineKind.YOUTH, LineKind.TALK, LineKind.EMERGENCY}
        lines = [line for line in region.lines if line.kind in kinds]
        lines.sort(key=lambda line: line.kind is not LineKind.YOUTH)
        # Whether a number was checked is for staff: a child need not doubt whom to call.
        self._lines.show_lines(lines[:3], says_checks=False)
