"""A line whose first widget stands at one end and whose others stand at the other."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem

from ui.widgets.flow_layout import FlowLayout


class EndsLayout(FlowLayout):
    """The first widget at one end and the others at the other, on as many lines as they take."""

    def _flowed(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        places = super()._flowed(width)
        spare = {place.top(): width - place.right() - 1 for _, place in places}
        return [
            (item, place.translated(spare[place.top()] if n else 0, 0))
            for n, (item, place) in enumerate(places)
        ]

    def setGeometry(self, rect: QRect) -> None:
        """Place them in the middle of the height."""
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        super().setGeometry(rect.adjusted(0, spare // 2, 0, -(spare // 2)))
