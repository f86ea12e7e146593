"""Everything done to the directory: who, what, when, and how to take it back."""

from ui.controllers.acts_controller import ActsController
from ui.language import Language
from ui.staff.trail_page import TrailPage


class ActsPage(TrailPage):
    """The trail of the whole directory.

    Parameters
    ----------
    words
        The language that holds.
    acts
        What was done.
    """

    def __init__(self, words: Language, acts: ActsController) -> None:
        super().__init__(words, "acts", acts)

    def _say_heading(self) -> None:
        text = self.words.text
        self.set_heading(text("acts.title"), text("acts.lead"), text("acts.place"))
