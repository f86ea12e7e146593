"""Which region holds: help lines, money, distances."""

from PySide6.QtCore import QObject, Signal


class RegionController(QObject):
    """One owner of the region, before and during a sitting.

    Signals
    -------
    region_changed
        With the new region.
    """

    region_changed = Signal(str)

    def __init__(self, region: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._region = region

    @property
    def region(self) -> str:
        """Name of a file under ``resources/crisis``."""
        return self._region

    def set_region(self, region: str) -> None:
        """Let another region hold."""
        if region != self._region:
            self._region = region
            self.region_changed.emit(region)
