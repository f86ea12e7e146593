"""Whether what was answered is kept from being seen while staff helps."""

from PySide6.QtCore import QObject, Signal


class CoverController(QObject):
    """Owner of *staff is helping*.

    Signals
    -------
    changed
        After it began or ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_covered = False

    @property
    def is_covered(self) -> bool:
        """Whether answers are covered now."""
        return self._is_covered

    def set_covered(self, covered: bool) -> None:
        """Cover the answers, or show them again."""
        if covered != self._is_covered:
            self._is_covered = covered
            self.changed.emit()

    def forget(self) -> None:
        """Begin a new sitting, in which nobody helps yet."""
        self.set_covered(covered=False)
