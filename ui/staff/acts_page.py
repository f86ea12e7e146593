"""Everything done to the directory: who, what, when, and how to take it back."""

from ui.controllers.acts_controller import ActsController
from ui.language import Language
from ui.staff.trail_page import TrailHeading, TrailPage


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
        super().__init__(words, "acts", acts, _Directory())


class _Directory:
    """The whole directory, as whose history is told."""

    def whose(self) -> str:
        return ""

    def heading(self, words: Language) -> TrailHeading:
        return TrailHeading(*(words.text(f"acts.{key}") for key in ("title", "lead", "place")))
