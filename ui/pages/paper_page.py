"""On paper instead: what that means, and how."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.card_layout import CardLayout
from ui.widgets.text import Text

_WAYS = {"on_paper": "seen", "on_screen": "unseen"}
"""Each way to answer, and who then sees it."""


class PaperPage(SheetPage):
    """Says how to do it on paper, and that staff then see the answers."""

    offers_back = False

    def __init__(self, words: Language) -> None:
        super().__init__(words, "paper")
        self.compose()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("screen.paper.heading"), text("screen.paper.how"))
        for name, label in self._said.items():
            label.set_words(text(f"screen.paper.{name}"))
        self.next_button.set_words(text("screen.paper.close"))

    def _build(self) -> None:
        self._said: dict[str, Text] = {}
        ways = QWidget()
        layout = CardLayout(ways, columns=2)
        for way, who_sees in _WAYS.items():
            layout.addWidget(self._card(way, who_sees))
        self.column.addSpacing(8)
        self.column.addWidget(ways)
        self._said["no_print"] = Text("quiet", "no_print")
        self.column.addWidget(self._said["no_print"])
        self.next_button.setProperty("kind", "quiet")

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
