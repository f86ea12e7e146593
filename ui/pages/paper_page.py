"""On paper instead: what that means, and how."""

from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.text import Text


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
        self._seen.set_words(text("screen.paper.seen"))
        self.next_button.set_words(text("screen.paper.close"))

    def _build(self) -> None:
        self._seen = Text("body", "seen")
        self.column.addWidget(self._seen)
