"""What Tab stops at, in the order in which a page is read.

Qt's own order is that in which widgets came into the window, so that what a page shows later
would come after *Back* and *Next*. Layouts know better: their order is that of reading.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Give everything visible below `root` that takes the focus by keys."""
    if not root.isVisible():
        return
    by_keys = root.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    if by_keys and root.isEnabled():
        yield root
    if by_keys and _content(root) is None and root.layout() is None:
        return
    for part in parts_in_order(root):
        yield from tab_stops(part)


def parts_in_order(root: QWidget) -> Iterator[QWidget]:
    """Give what stands right inside `root`, in the order in which it is read."""
    inside = _content(root)
    layout = root.layout()
    if inside is not None:
        yield inside
    elif layout is not None:
        yield from _widgets_of(layout)
    else:
        # It lays out what it holds by itself.
        for child in root.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield child


def next_stop(root: QWidget, stop: QWidget | None, step: int) -> QWidget | None:
    """Return the stop after another one, or before it where `step` is -1, round and round."""
    stops = [*tab_stops(root)]
    if not stops:
        return None
    if stop in stops:
        return stops[(stops.index(stop) + step) % len(stops)]
    return stops[0 if step > 0 else -1]


def _content(widget: QWidget) -> QWidget | None:
    if isinstance(widget, QScrollArea):
        return widget.widget()
    if isinstance(widget, QStackedWidget):
        return widget.currentWidget()
    return None


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)
