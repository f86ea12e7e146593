"""What can be wrong on a page: each check gives the names of the widgets it is wrong with."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QWidget,
)
from support.window import MOST_TABS

from ui.widgets.focus_ring import FocusRing
from ui.widgets.keypad import Keypad
from ui.widgets.text import Text

TEXT_CONTRAST, PART_CONTRAST = 4.5, 3.0
_LARGE_TEXT = 24
"""Pixels from which on letters need less contrast."""

_STEPS = 10_000
"""Brightnesses that are told apart."""

_PARTS = np.arange(256) / 255
_LINEAR = np.where(_PARTS <= 0.04045, _PARTS / 12.92, ((_PARTS + 0.055) / 1.055) ** 2.4)
"""How bright each of the 256 values of a colour's part is."""

_APART = 8
_FRAME = 4
"""Pixels at the edge of a control that are its border, not its words."""


def shown(widget: QWidget) -> Iterator[QWidget]:
    """Give everything in a widget that is shown, without looking into pages that are not."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from shown(child)


def controls(window: QWidget) -> Iterator[QWidget]:
    """Give everything that can be seen and worked with."""
    for widget in shown(window):
        if not widget.isEnabled():
            continue
        by_keys = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if by_keys or isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit):
            yield widget


def place(widget: QWidget) -> QRect:
    """Return where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def names(widgets: Iterable[QWidget]) -> set[str]:
    """Name widgets as a person who looks for them would."""
    return {f"{type(one).__name__} {one.objectName() or one.accessibleName()}" for one in widgets}


def small(window: QWidget, least: int, primary: int) -> set[str]:
    """Return targets that a finger misses."""
    return names(
        one
        for one in controls(window)
        if min(one.width(), one.height()) < least
        or (one.property("kind") == "primary" and one.height() < primary)
    )


def close(window: QWidget) -> set[str]:
    """Return pairs of targets that a finger takes for one another."""
    targets = [one for one in controls(window) if not one.visibleRegion().isEmpty()]
    found = set()
    for one, other in combinations(targets, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one) or _scrolled(one, other):
            continue
        near = place(one).adjusted(1 - _APART, 1 - _APART, _APART - 1, _APART - 1)
        if near.intersects(place(other)):
            found.add(f"{one.objectName()} and {other.objectName()}")
    return found


def _scrolled(one: QWidget, other: QWidget) -> bool:
    """Tell whether one of them can lie behind the edge of what scrolls, beside the other."""
    return scrolls_in(one) is not scrolls_in(other)


def scrolls_in(widget: QWidget) -> QScrollArea | None:
    """Return what a widget scrolls in."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def mute(window: QWidget) -> set[str]:
    """Return controls of which a screen reader is not told the name, the role or the value."""
    return names(one for one in controls(window) if _is_mute(one))


def _is_mute(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    role, now = QAccessible.Role, interface.state()
    if not interface.text(QAccessible.Text.Name).strip():
        return True
    if interface.role() in (role.NoRole, role.Client):
        return True
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return bool(now.checked) != widget.isChecked()
    if isinstance(widget, QSlider | QComboBox):
        return not interface.text(QAccessible.Text.Value).strip()
    return False


def clipped(window: QWidget) -> set[str]:
    """Return words that are cut, or that stand outside the window."""
    return names(
        one
        for one in shown(window)
        if isinstance(one, QLabel | QAbstractButton)
        if _is_clipped(one) or _is_outside(one, window)
    )


def beyond(window: QWidget) -> set[str]:
    """Return what is wider than the room it scrolls up and down in: its end is never seen."""
    return {
        f"{area.objectName()}: {content.width()} of {area.viewport().width()} pixels"
        for area in shown(window)
        if isinstance(area, QScrollArea) and (content := area.widget()) is not None
        if content.width() > area.viewport().width()
    }


def _is_outside(widget: QWidget, window: QWidget) -> bool:
    inside = place(widget)
    return inside.left() < 0 or inside.right() > window.width()


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else -1
        width = 0 if widget.wordWrap() else widget.sizeHint().width()
        if isinstance(widget, Text) and widget.wordWrap():
            width = widget.minimumSizeHint().width()
        return widget.height() < needed or widget.width() < width
    if widget.hasHeightForWidth():
        return widget.height() < widget.heightForWidth(widget.width())
    return isinstance(widget, QPushButton) and widget.width() < widget.sizeHint().width()


def overlapping(window: QWidget) -> set[str]:
    """Return pairs of words or controls of which one lies on the other."""
    seen = [one for one in shown(window) if isinstance(one, QLabel | QAbstractButton)]
    return {
        f"{seen[one].objectName()} on {seen[other].objectName()}"
        for one, other in _crossing([place(one).adjusted(1, 1, -1, -1) for one in seen])
        if not seen[one].isAncestorOf(seen[other]) and not seen[other].isAncestorOf(seen[one])
        if not _scrolled(seen[one], seen[other])
    }


def _crossing(places: Sequence[QRect]) -> Iterator[tuple[int, int]]:
    """Give the pairs of places, by number, of which one crosses the other."""
    edges = np.array([each.getCoords() for each in places]).reshape(-1, 4)
    left, top, right, bottom = edges.T
    is_there = (left <= right) & (top <= bottom)
    crosses = (
        (is_there[:, None] & is_there)
        & (left[:, None] <= right)
        & (left <= right[:, None])
        & (top[:, None] <= bottom)
        & (top <= bottom[:, None])
    )
    for one, other in np.argwhere(np.triu(crosses, 1)):
        yield int(one), int(other)


def tab_round(window: QWidget) -> list[QWidget]:
    """Return what Tab stops at, pressed until it is back where it began."""
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the focus"
    stops, widget = [first], first
    for presses in range(2 * MOST_TABS):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget() or first
        if widget is not first:
            stops.append(widget)
        elif presses:  # the first may only scroll to where the page begins
            return stops
    raise AssertionError(f"Tab never comes back to {first.objectName()}: it is caught")


def unreached(window: QWidget, stops: list[QWidget]) -> set[str]:
    """Return controls that neither Tab nor, where one of several is chosen, arrows come to.

    The digits of a keypad that has the focus itself are typed.
    """
    by_arrows = [group for group in map(_group_of, stops) if group is not None]
    by_digits = [stop for stop in stops if isinstance(stop, Keypad)]
    return names(
        one
        for one in controls(window)
        if one not in stops and _group_of(one) not in by_arrows
        if not any(keypad.isAncestorOf(one) for keypad in by_digits)
    )


def _group_of(widget: QWidget) -> QButtonGroup | None:
    """Return the group of which a button is the one chosen or not: Tab stops there once."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else None


def out_of_order(page: QWidget, stops: list[QWidget]) -> set[str]:
    """Return pairs of stops of a page that Tab does not visit as they are read."""
    inside = [stop for stop in stops if page.isAncestorOf(stop)]
    # Round from what stands before the page: what stands first on it comes first.
    around = (n for n, stop in enumerate(stops) if not page.isAncestorOf(stop))
    start = next((n for n in around if page.isAncestorOf(stops[(n + 1) % len(stops)])), 0)
    inside.sort(key=lambda stop: (stops.index(stop) - start) % len(stops))
    return {
        f"{one.objectName()} before {other.objectName()}"
        for one, other in pairwise(inside)
        if not one.isAncestorOf(other)
        if not _is_before(*_compared(one, other))
    }


def _compared(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Return where both stand; what scrolls apart is compared by what it scrolls in."""
    areas = scrolls_in(one), scrolls_in(other)
    if areas[0] is not areas[1]:
        one, other = areas[0] or one, areas[1] or other
    return place(one), place(other)


def _is_before(one: QRect, other: QRect) -> bool:
    """Tell whether `one` is read before `other`: it ends above it, or stands left of it."""
    return one.bottom() <= other.top() + 8 or one.right() <= other.left() + 8


def without_ring(window: QWidget, stops: list[QWidget]) -> set[str]:
    """Return stops whose focus cannot be seen, or can be told from the ground too little."""
    found, rings = set(), window.findChildren(FocusRing)
    for stop in stops:
        stop.setFocus()
        QApplication.processEvents()
        ring = next((one for one in rings if one.isVisible()), None)
        if ring is None or stop.visibleRegion().isEmpty():
            found.add(f"{stop.objectName()} has no ring")
        elif not isinstance(stop, QScrollArea) and _contrast_in(window, ring) < PART_CONTRAST:
            found.add(f"{stop.objectName()} has a faint ring")
    return found


def out_of_sight(stops: list[QWidget]) -> set[str]:
    """Return stops of which something is cut off or covered while they have the focus."""
    found = set()
    for stop in stops:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        area, seen = scrolls_in(stop), stop.visibleRegion().boundingRect().height()
        most = stop.height() if area is None else area.viewport().height()
        if seen < min(stop.height(), most):
            found.add(f"{stop.objectName()}: {seen} of {stop.height()} pixels are seen")
    return found


def unseen_faults(window: QWidget) -> set[str]:
    """Return sentences that say what is wrong, and of which not everything is in sight."""
    return names(
        one
        for one in shown(window)
        if one.property("role") == "error"
        if one.visibleRegion().boundingRect().height() < one.height()
    )


def squeezed(window: QWidget) -> set[str]:
    """Return buttons that got less height than they ask for."""
    return names(
        one
        for one in shown(window)
        if isinstance(one, QPushButton) and one.height() < one.sizeHint().height()
    )


def _contrast_in(window: QWidget, ring: QWidget) -> float:
    pixels = luminance(window.grab(_seen(ring)).toImage())
    edge = np.concatenate([pixels[:10].ravel(), pixels[-10:].ravel()])
    return contrast(edge)


def faint(window: QWidget) -> set[str]:
    """Return words that stand out too little from what is behind them, measured by pixel."""
    picture = luminance(window.grab().toImage())
    found = set()
    for one in shown(window):
        if not isinstance(one, QLabel | QAbstractButton):
            continue
        frame = 0 if isinstance(one, QLabel) else _FRAME
        seen = _seen(one).adjusted(frame, frame, -frame, -frame)
        if min(seen.width(), seen.height()) < one.fontMetrics().height() or not _has_words(one):
            continue
        least = PART_CONTRAST if one.font().pixelSize() >= _LARGE_TEXT else TEXT_CONTRAST
        value = contrast(picture[_rows_and_columns(seen)])
        if value < least:
            found.add(f"{next(iter(names([one])))} {value:.1f}")
    return found


def _rows_and_columns(place: QRect) -> tuple[slice, slice]:
    return slice(place.top(), place.bottom() + 1), slice(place.left(), place.right() + 1)


def _has_words(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text().strip())
    return isinstance(widget, QPushButton) and bool(widget.text().strip())


def _seen(widget: QWidget) -> QRect:
    """Return the part of a widget that is in sight, in its window."""
    return (
        widget.visibleRegion()
        .boundingRect()
        .translated(widget.mapTo(widget.window(), QPoint(0, 0)))
    )


def luminance(picture: QImage) -> NDArray[np.float64]:
    """Return how bright each pixel is, from 0 to 1."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(
        picture.height(), picture.bytesPerLine() // 4, 4
    )
    return np.asarray(_LINEAR[rows[:, : picture.width(), 2::-1]] @ [0.2126, 0.7152, 0.0722])


def contrast(pixels: NDArray[np.float64]) -> float:
    """Return the contrast between what most pixels show and what differs most from it."""
    counts = np.bincount((pixels.ravel() * _STEPS).round().astype(np.intp))
    values = np.flatnonzero(counts) / _STEPS
    ground = counts.argmax() / _STEPS
    ratios = (np.maximum(values, ground) + 0.05) / (np.minimum(values, ground) + 0.05)
    return float(ratios.max())


def margins(window: QWidget) -> dict[str, tuple[int, int]]:
    """Return the room left and right of each widget that only one is called by its name."""
    found: dict[str, tuple[int, int]] = {}
    twice = set()
    for one in shown(window):
        name = one.objectName()
        if not name or name.startswith("qt_") or isinstance(one, FocusRing):
            continue
        if name in found:
            twice.add(name)
        at = place(one)
        found[name] = at.left(), window.width() - 1 - at.right()
    return {name: room for name, room in found.items() if name not in twice}
