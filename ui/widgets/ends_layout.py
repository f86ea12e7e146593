"""A line whose first widget stands at one end and whose others stand at the other."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem

from ui.widgets.flow_layout import FlowLayout


class EndsLayout(FlowLayout):
    """The first widget at one end and the others at the other, on as many lines as they take."""

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        places = super()._places(width)
        heights: dict[int, int] = {}
        spare: dict[int, int] = {}
        for _, place in places:
            line = place.top()
            heights[line] = max(heights.get(line, 0), place.height())
            spare[line] = width - place.right() - 1
        moved = []
        for n, (item, place) in enumerate(places):
            line = place.top()
            down = (heights[line] - place.height()) // 2
            moved.append((item, place.translated(spare[line] if n else 0, down)))
        return moved

    def setGeometry(self, rect: QRect) -> None:
        """Place them in the middle of the height."""
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        super().setGeometry(rect.adjusted(0, spare // 2, 0, -(spare // 2)))
