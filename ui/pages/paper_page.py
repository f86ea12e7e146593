"""On paper instead: what that means, and the questions to print or to save."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.controllers.blank_controller import BLANK_LOOKS, BlankController
from ui.language import Language
from ui.pages.outcome import Outcome
from ui.pages.sheet_page import SheetPage
from ui.pages.sheets_way import ONTO_PAPER, SheetsWay
from ui.widgets.button import Button
from ui.widgets.card_layout import CardLayout
from ui.widgets.file_guard import AskWhere
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_WAYS = {"on_paper": "seen", "on_screen": "unseen"}
"""Each way to answer, and who then sees it."""

_OPENED = ("preview", "print")
"""Buttons that open a page over this one."""


class PaperPage(SheetPage):
    """Says that staff then see the answers, and gives the questions to fill in by hand.

    Parameters
    ----------
    words
        The language that holds.
    blank
        Makes the questions.
    way
        Where they go: saved, printed, or asked for at the desk where nothing can be printed.
    """

    offers_back = False

    def __init__(
        self, words: Language, blank: BlankController, way: SheetsWay = ONTO_PAPER
    ) -> None:
        super().__init__(words, "paper")
        self._blank = blank
        self._way = way
        self.compose()

    def enter(self) -> None:
        """Show what is chosen now."""
        super().enter()
        self.looks.set_chosen(self._blank.looks)
        self._outcome.clear()
        self._way.look()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self._show_way()
        for name, label in self._said.items():
            label.set_words(text(f"screen.paper.{name}"))
        self.looks.set_words(
            lambda code: text(f"screen.paper.look.{code}"),
            lambda code: text(f"screen.paper.look_means.{code}"),
        )
        for name, button in self.buttons.items():
            button.set_words(text(f"screen.paper.{name}"), text(f"screen.paper.{name}_for"))
        self.next_button.set_words(text("screen.paper.close"))

    def _build(self) -> None:
        self._said: dict[str, Text] = {}
        ways = QWidget()
        layout = CardLayout(ways, columns=2)
        for way, who_sees in _WAYS.items():
            layout.addWidget(self._card(way, who_sees))
        self.looks = OptionGroup("blank_looks", BLANK_LOOKS, several=True)
        self._outcome = Outcome(self)
        self.told, self.problem = self._outcome.told, self._outcome.problem
        names = (*_OPENED, "save") if self._way.saves else _OPENED
        self.buttons = {name: Button("quiet", name) for name in names}
        self._said["questions"] = Text("heading", "questions")
        self.column.addSpacing(8)
        self.column.addWidget(ways)
        self.column.addSpacing(16)
        self.column.addWidget(self._said["questions"])
        self.column.addWidget(self.looks)
        row = FlowLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        self.column.addLayout(row)
        for text in (self.told, self.problem):
            self.column.addWidget(text)
        self.next_button.setProperty("kind", "quiet")

    def _connect(self) -> None:
        self.looks.chosen_changed.connect(self._blank.set_looks)
        for name in _OPENED:
            self.buttons[name].clicked.connect(partial(self.open_over, f"{name}_blank"))
        if self._way.ask_where:
            self.buttons["save"].clicked.connect(partial(self._ask_to_save, self._way.ask_where))
        if self._way.printing is not None:
            self._way.printing.found.connect(self._show_way)
        self._blank.saved.connect(self._outcome.tell_saved)
        self._blank.failed.connect(self._outcome.tell_failed)

    def _show_way(self) -> None:
        """Promise no paper where none comes out."""
        text, is_by_hand = self.words.text, self._way.is_by_hand
        how = "how" if self._way.saves else "how_desk" if is_by_hand else "how_kiosk"
        self.set_heading(text("screen.paper.heading"), text(f"screen.paper.{how}"))
        self.buttons["print"].setVisible(not is_by_hand)

    def _card(self, way: str, who_sees: str) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        for role, name in (("strong", way), ("body", who_sees)):
            self._said[name] = Text(role, name)
            column.addWidget(self._said[name])
        column.addStretch(1)
        return card

    def _ask_to_save(self, ask_where: AskWhere) -> None:
        ask_where(self, self._blank.usual_path(), self.words, self._save)

    def _save(self, path: Path) -> None:
        self._outcome.tell(self.words.text("screen.paper.saving"))
        self._blank.save(path, self.words.catalogue)
