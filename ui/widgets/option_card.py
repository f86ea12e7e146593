"""Cards to choose with: the whole card is the target."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QStyle, QWidget

from ui.theme.palette import ACCENT, INK, LINE, ON_ACCENT, QUIET, SURFACE, WASH

CARD_PADDING = 12
"""Pixels between the edge of a card and what stands on it."""

_RADIUS = 8
_LEAST_HEIGHT = 48
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
_WIDEST_IN_LETTERS = 25
_GLOSS_IN_LETTERS = 16
_CENTRED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


# Both kinds keep Qt's own class, and with it the role and actions a screen reader is told; what
# they share is mixed in, and a mixed-in class may not be a Qt object itself.
if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class _Card(_Button):
    """What a card of either kind measures and paints; never made on its own."""

    is_round = False
    _label = ""
    _gloss = ""
    _mark = ""
    _is_centred = False
    _is_quiet = False

    def _prepare(self, name: str) -> None:
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The label shown."""
        return self._label

    def set_words(self, label: str, gloss: str = "", accessible: str = "") -> None:
        """Show a label and, smaller below it, what it means.

        Parameters
        ----------
        accessible
            What a screen reader says in place of the label.
        """
        self._label, self._gloss = label, gloss
        self.setAccessibleName(accessible or label)
        self.setAccessibleDescription(gloss)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def show_gloss(self, *, shown: bool) -> None:
        """Show what the label means, or leave it to screen readers and the tool tip."""
        gloss = self.accessibleDescription()
        self._gloss = gloss if shown else ""
        self.setToolTip("" if shown else gloss)
        self.updateGeometry()

    def set_quiet(self) -> None:
        """Say the words more quietly until chosen: for what is beside the matter."""
        self._is_quiet = True
        self.update()

    def set_centred(self, *, is_centred: bool) -> None:
        """Let the sign stand above the words, in the middle."""
        self._is_centred = is_centred
        self.updateGeometry()

    def set_mark(self, mark: str) -> None:
        """Show a number in place of the tick; ``""`` is the tick."""
        self._mark = mark
        self.update()

    def _gloss_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * 8 / 9))
        return font

    def _sign_size(self) -> int:
        return max(20, round(self.font().pixelSize() * 1.2))

    def _beside_words(self) -> int:
        """Return how much of the width is not for words."""
        return 2 * CARD_PADDING if self._is_centred else self._before_words() + CARD_PADDING

    def _before_words(self) -> int:
        """Return where the words beside the sign begin."""
        return 2 * CARD_PADDING + self._sign_size() + 2

    def _text_height(self, width: int) -> tuple[int, int]:
        """Return the heights of label and gloss in a card of this width."""
        room = QRect(0, 0, max(1, width - self._beside_words()), 10_000)
        label = self.fontMetrics().boundingRect(room, int(_WRAP), self.words).height()
        if not self._gloss:
            return label, 0
        small = QFontMetrics(self._gloss_font())
        return label, small.boundingRect(room, int(_WRAP), self._gloss).height()

    def heightForWidth(self, width: int) -> int:
        """Return how high the card is when its words wrap."""
        label, gloss = self._text_height(width)
        above = self._sign_size() + 8 if self._is_centred else 0
        return max(_LEAST_HEIGHT, above + label + gloss + (4 if gloss else 0) + 2 * CARD_PADDING)

    def sizeHint(self) -> QSize:
        """Return the size in which the label stands on one line, unless it is very long."""
        metrics = self.fontMetrics()
        widest = metrics.averageCharWidth() * _WIDEST_IN_LETTERS
        words = min(metrics.horizontalAdvance(self.words), widest)
        if self._gloss:
            words = max(words, metrics.averageCharWidth() * _GLOSS_IN_LETTERS)
        width = words + self._beside_words() + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which words would be cut."""
        return QSize(self.longest_word() + self._beside_words() + 4, _LEAST_HEIGHT)

    def longest_word(self) -> int:
        """Return the width of the longest word of the label."""
        advance = self.fontMetrics().horizontalAdvance
        return max((advance(word) for word in self.words.split()), default=0)

    def _is_chosen_by(self, event: QKeyEvent) -> bool:
        """Choose the card on Return when it is not chosen yet; a chosen one lets the page go on."""
        wanted = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isChecked()
        if wanted:
            self.click()
        return wanted

    def _step_of(self, event: QKeyEvent) -> int:
        """Return 1 for an arrow to the next card, -1 for one back, 0 for any other key."""
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return -_ARROWS[key]
        return _ARROWS.get(key, 0)

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on the card."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its sign and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_ground(painter)
        sign, label, gloss = self._places()
        self._paint_sign(painter, self._mirrored(sign))
        flags = int(_CENTRED if self._is_centred else _WRAP)
        is_loud = self.isEnabled() and (self.isChecked() or not self._is_quiet)
        painter.setPen(self.palette().color(INK if is_loud else QUIET))
        painter.drawText(self._mirrored(label), flags, self.words)
        if self._gloss:
            painter.setFont(self._gloss_font())
            painter.setPen(self.palette().color(QUIET))
            painter.drawText(self._mirrored(gloss), flags, self._gloss)

    def _places(self) -> tuple[QRect, QRect, QRect]:
        """Return where sign, label and gloss stand, as in a language that begins at the left."""
        side, width = self._sign_size(), self.width()
        words = width - self._beside_words()
        label, gloss = self._text_height(width)
        if self._is_centred:
            top = 2 * CARD_PADDING + side - 4
            room = QRect(CARD_PADDING, top, words, label)
            return QRect((width - side) // 2, CARD_PADDING, side, side), room, QRect()
        # Beside a higher card the first lines stand level; alone, a single line is in the middle.
        least = max(_LEAST_HEIGHT, self.minimumHeight())
        top = max(CARD_PADDING, (least - self.fontMetrics().height()) // 2)
        left = self._before_words()
        room = QRect(left, top, words, label)
        sign = QRect(CARD_PADDING + 2, top + (self.fontMetrics().height() - side) // 2, side, side)
        return sign, room, QRect(left, top + label + 4, words, gloss)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _paint_ground(self, painter: QPainter) -> None:
        colour = self.palette().color
        chosen = self.isChecked()
        width = 2 if chosen else 1
        edge = ACCENT if chosen else INK if self.underMouse() else LINE
        pen = QPen(colour(edge), width)
        if not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour(WASH if chosen or self.isDown() else SURFACE))
        inset = width / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)

    def _paint_sign(self, painter: QPainter, place: QRect) -> None:
        colour = self.palette().color
        area = QRectF(place).adjusted(1, 1, -1, -1)
        corner = area.height() / 2 if self.is_round else 4
        chosen = self.isChecked()
        painter.setPen(QPen(colour(ACCENT if chosen else LINE), 2))
        painter.setBrush(colour(ACCENT if chosen and not self.is_round else SURFACE))
        painter.drawRoundedRect(area, corner, corner)
        if not chosen:
            return
        if self.is_round:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ACCENT))
            painter.drawEllipse(area.center(), area.width() * 0.28, area.width() * 0.28)
        elif self._mark:
            font = QFont(self.font())
            font.setPixelSize(round(area.height() * 0.75))
            font.setBold(True)
            painter.save()
            painter.setFont(font)
            painter.setPen(colour(ON_ACCENT))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._mark)
            painter.restore()
        else:
            paint_tick(painter, area, QPen(colour(ON_ACCENT), max(2.0, area.width() / 8)))


class RadioCard(_Card, QRadioButton):
    """One of several of which one is chosen."""

    is_round = True

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, parent)
        self._prepare(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next or the one before with arrows, round and round, wherever they stand."""
        if self._is_chosen_by(event):
            return
        step, group = self._step_of(event), self.group()
        if not step or group is None:
            super().keyPressEvent(event)
            return
        cards = [card for card in group.buttons() if card.isVisible() and card.isEnabled()]
        wanted = cards[(cards.index(self) + step) % len(cards)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        wanted.click()


class CheckCard(_Card, QCheckBox):
    """One of several of which many may be chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, parent)
        self._prepare(name)

    def _neighbour(self, step: int) -> "CheckCard | None":
        """Return the card next in the order of Tab, if nothing else stands between."""
        widget: QWidget | None = self
        while widget is not None:
            widget = widget.nextInFocusChain() if step > 0 else widget.previousInFocusChain()
            is_stop = widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if widget is not None and is_stop and widget.isVisible():
                return widget if isinstance(widget, CheckCard) and widget is not self else None
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the cards with arrows, as among radio cards; Space turns one."""
        if self._is_chosen_by(event):
            return
        step = self._step_of(event)
        if not step:
            super().keyPressEvent(event)
            return
        neighbour = self._neighbour(step)
        if neighbour is not None:
            neighbour.setFocus(Qt.FocusReason.TabFocusReason)


def set_tab_stop(cards: Iterable[RadioCard]) -> None:
    """Let Tab stop at the chosen card of a group; at the first one when none is chosen.

    Qt leaves the stop where the focus was last, even when the choice was changed elsewhere.
    """
    group = [*cards]
    stop = next((card for card in group if card.isChecked()), next(iter(group), None))
    for card in group:
        policy = Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus
        card.setFocusPolicy(policy)


def paint_tick(painter: QPainter, area: QRectF, pen: QPen) -> None:
    """Paint a tick into an area."""
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    path = QPainterPath(
        QPointF(area.left() + 0.25 * area.width(), area.top() + 0.52 * area.height())
    )
    path.lineTo(area.left() + 0.43 * area.width(), area.top() + 0.70 * area.height())
    path.lineTo(area.left() + 0.76 * area.width(), area.top() + 0.32 * area.height())
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
