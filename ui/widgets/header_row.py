"""The line of a header: a name at one end, buttons at the other."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem

from ui.widgets.flow_layout import FlowLayout


class HeaderRow(FlowLayout):
    """One line with the first widget at one end and the others at the other; else as words flow."""

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        places = super()._places(width)
        lines = {place.top(): 0 for _, place in places}
        for _, place in places:
            lines[place.top()] = max(lines[place.top()], place.height())
        spare = width - places[-1][1].right() - 1 if len(lines) == 1 else 0
        return [
            (item, place.translated(spare if n else 0, (lines[place.top()] - place.height()) // 2))
            for n, (item, place) in enumerate(places)
        ]

    def setGeometry(self, rect: QRect) -> None:
        """Place them in the middle of the height."""
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        super().setGeometry(rect.adjusted(0, spare // 2, 0, -(spare // 2)))
