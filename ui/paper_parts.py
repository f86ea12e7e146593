"""What comes out of a window, on paper or as a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.settings import Settings

if TYPE_CHECKING:
    from ui.controllers.print_controller import PrintController
    from ui.controllers.print_source import PrintSource
    from ui.controllers.printout import Printout

_PRINTOUTS = (
    "sheets_printout",
    "blank_printout",
    "card_printout",
    "code_printout",
    "notes_printout",
)
"""The parts that are on their way to paper."""


class PaperParts(QObject):
    """Knows which ways to printers were made, and whether anything came out.

    Attributes
    ----------
    settings
        What the window is like.
    """

    settings: Settings
    _has_saved = False

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way to a printer."""
        return any(printing.busy for printing in self._ways_to_printers())

    @property
    def has_come_out(self) -> bool:
        """Whether something of this sitting was printed or saved: that stays when it ends."""
        return self._has_saved or any(each.has_printed for each in self._ways_to_printers())

    def stop_printing(self) -> None:
        """Let nothing come out any more."""
        for printing in self._ways_to_printers():
            printing.cancel()

    def forget_what_came_out(self) -> None:
        """Begin a sitting of which nothing came out."""
        self._has_saved = False

    def _note_saved(self) -> None:
        self._has_saved = True

    def _printout(self, source: PrintSource) -> Printout:
        from ui.controllers.printout import Printout

        return Printout.of(source, partial(_way_to_printers, self), self)

    def _ways_to_printers(self) -> list[PrintController]:
        """Return those that were made."""
        made = vars(self)
        return [made[name].printing for name in _PRINTOUTS if name in made]


def _way_to_printers(parts: PaperParts) -> PrintController:
    from ui.controllers.print_controller import PrintController

    if not parts.settings.is_kiosk:
        return PrintController(parent=parts)
    from ui.lp_printing import kiosk_printers

    found = kiosk_printers(parts.settings.printer)
    return PrintController(found, is_choosing=False, parent=parts)
