"""One kind of pages on its way to paper: made, looked at, printed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.controllers.pictures_controller import PicturesController
from ui.controllers.print_controller import PrintController
from ui.controllers.print_source import PrintSource
from ui.controllers.sheets_controller import SheetsController


@dataclass(slots=True)
class Printout:
    """The owners of the pages, of their pictures, and of the way to the printer."""

    sheets: SheetsController
    pictures: PicturesController
    printing: PrintController

    @classmethod
    def of(
        cls, source: PrintSource, make_printing: Callable[[], PrintController], parent: QObject
    ) -> "Printout":
        """Return what prints pages of one source."""
        sheets = SheetsController(source, parent)
        return cls(sheets, PicturesController(parent), make_printing())

    def forget(self) -> None:
        """Stop, and keep nothing."""
        for controller in (self.printing, self.sheets, self.pictures):
            controller.forget()
