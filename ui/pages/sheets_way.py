"""Where sheets go from here: into a file, onto paper, or by hand where nothing can be printed."""

from dataclasses import dataclass

from ui.controllers.print_controller import PrintController


@dataclass(frozen=True, slots=True)
class SheetsWay:
    """What the main button of a page about sheets leads to.

    Attributes
    ----------
    saves
        Whether they may be saved; where strangers share a computer they are only printed.
    printing
        Knows whether there is a printer, once that was looked for.
    """

    saves: bool = True
    printing: PrintController | None = None

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


INTO_A_FILE = SheetsWay()
"""Where sheets may be saved, whether there is a printer or not."""
