"""Where sheets go from here: into a file, onto paper, or by hand where nothing can be printed."""

from dataclasses import dataclass

from ui.controllers.print_controller import PrintController
from ui.widgets.file_guard import AskWhere


@dataclass(frozen=True, slots=True)
class SheetsWay:
    """What the main button of a page about sheets leads to.

    Attributes
    ----------
    ask_where
        Lets them be saved; where strangers share a computer they are only printed.
    printing
        Knows whether there is a printer, once that was looked for.
    """

    ask_where: AskWhere | None = None
    printing: PrintController | None = None

    @property
    def saves(self) -> bool:
        """Whether they may be saved."""
        return self.ask_where is not None

    @property
    def is_by_hand(self) -> bool:
        """Whether they neither come out nor are saved: what is left is to copy a few lines."""
        return not self.saves and self.printing is not None and self.printing.has_none

    def look(self) -> None:
        """See whether there is a printer, where that decides; told by `printing`."""
        if not self.saves and self.printing is not None:
            self.printing.look()

    @property
    def page(self) -> str:
        """The page that takes them on."""
        return "copy_card" if self.is_by_hand else "print"

    @property
    def key(self) -> str:
        """What the button that leads there says."""
        return "checklist.copy" if self.is_by_hand else "checklist.print"


ONTO_PAPER = SheetsWay()
"""Where sheets may not be saved, and a printer is hoped for."""
