"""A way to take an answer back where only another one could be chosen in its place."""

from PySide6.QtCore import Qt

from ui.widgets.option_group import OptionGroup
from ui.widgets.wrapping_button import WrappingLink


class TakeBack(WrappingLink):
    """Stands below a group as long as something is chosen in it.

    Parameters
    ----------
    group
        Of which one is chosen; its first card is gone on from.
    """

    def __init__(self, group: OptionGroup) -> None:
        super().__init__(f"{group.objectName()}_back")
        self._group = group
        self.clicked.connect(self._take_back)
        self.follow()

    def follow(self) -> None:
        """Be there as long as something is chosen now."""
        self.setVisible(bool(self._group.chosen))

    def _take_back(self) -> None:
        self._group.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._group.take_back()
