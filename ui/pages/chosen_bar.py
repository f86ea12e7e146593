"""The bar below the list: who is chosen, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from ui.controllers.results_controller import MOST_CHOSEN
from ui.language import Language
from ui.pages.page import GUTTER, Page
from ui.widgets.button import Button
from ui.widgets.text import Text

_TO_COMPARE = 2
"""From how many chosen people on there is something to compare."""


class ChosenBar:
    """Fills the bar of a page.

    Parameters
    ----------
    page
        Whose bar it is; *Next* makes the sheets.

    Attributes
    ----------
    chosen, message
        How many people are chosen, and who they are or what happened last.
    compare
        Puts them side by side.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.chosen = Text("strong", "chosen")
        self.message = Text("small", "message")
        self.compare = Button("quiet", "compare")
        self._largest = Button("primary")
        self._above, self._beside = QVBoxLayout(), QVBoxLayout()
        for layout in (self._above, self._beside):
            layout.setSpacing(0)
        page.bar_column.insertLayout(0, self._above)
        # Also because Qt lets a bar be no higher than an empty layout in it.
        for _ in range(2):
            self._beside.addStretch(1)
        for text in (self.chosen, self.message):
            self._beside.insertWidget(self._beside.count() - 1, text)
        page.bar.addWidget(page.back_button)
        page.bar.addLayout(self._beside, 1)
        page.bar.addWidget(self.compare)
        page.bar.addWidget(page.next_button)

    def say(self, words: Language, names: Sequence[str], n: int, *, has_people: bool) -> None:
        """Say who is chosen.

        Parameters
        ----------
        names
            Of those to be named.
        n
            How many are chosen, named or not.
        has_people
            Whether there is anybody to choose.
        """
        key = "results.chosen_count" if n else "results.chosen_none"
        self.chosen.set_words(words.text(key, n=n, most=MOST_CHOSEN) if has_people else "")
        self.message.set_words(words.catalogue.list(names) if names else "")
        self.compare.setVisible(has_people and n >= _TO_COMPARE)
        # As long as nobody is chosen, the cards are what is to be pressed.
        self._page.next_button.set_kind("primary" if n else "quiet")

    def arrange(self, *, is_narrow: bool) -> None:
        """Stand beside the buttons where there is room, else above them.

        The bar is as high from the beginning as when *Next* is what is to be pressed: nothing
        moves under a finger that chooses.
        """
        self._largest.ensurePolished()
        self._page.bar_row.setMinimumHeight(self._largest.sizeHint().height())
        is_wide = self._has_room()
        for text, is_beside in ((self.chosen, is_wide), (self.message, is_wide and not is_narrow)):
            layout = self._beside if is_beside else self._above
            if layout.indexOf(text) < 0:
                layout.insertWidget(layout.count() - 1 if is_beside else -1, text)

    def _has_room(self) -> bool:
        """Tell whether how many are chosen fits on one line beside all buttons there may be."""
        page = self._page
        buttons = (page.back_button, self.compare, page.next_button)
        taken = sum(button.sizeHint().width() + page.bar.spacing() for button in buttons)
        said = self.chosen.fontMetrics().horizontalAdvance(self.chosen.plain)
        return taken + said <= page.width() - 2 * GUTTER
