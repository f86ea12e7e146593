"""A question on the sheet: ticked off to take it away, moved up or down by buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.option_card import CheckCard

_LEAST_WIDTHS = 8
"""A card is so many times as wide as the button beside it, or the buttons stand below."""


class QuestionRow(QWidget):
    """One question with its reason.

    Parameters
    ----------
    name
        Object name.
    question_id
        The question.

    Signals
    -------
    turned
        With the question's id, and whether it is wanted.
    move_requested
        With the question's id, and -1 for up or 1 for down.
    """

    turned = Signal(str, bool)
    move_requested = Signal(str, int)

    def __init__(self, name: str, question_id: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._id = question_id
        self.card = CheckCard(f"{name}_check")
        self.up = Button("plain", f"{name}_up")
        self.down = Button("plain", f"{name}_down")
        self.buttons = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.buttons)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(8)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.card, 1)
        self._row.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.up, self.down):
            self._beside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.hide()
        self._can_move = True
        self._is_narrow = False
        self._keep_room()
        self.card.clicked.connect(self._tell)
        self.up.clicked.connect(self._ask_up)
        self.down.clicked.connect(self._ask_down)

    def say(self, question: str, reason: str, language: Language) -> None:
        """Say the question, and why it is here."""
        self.card.set_words(question, reason)
        text = language.text
        self.up.set_words(text("checklist.up"), text("checklist.up_for", question=question))
        self.down.set_words(text("checklist.down"), text("checklist.down_for", question=question))

    def set_place(self, *, is_picked: bool, is_first: bool = False, is_last: bool = False) -> None:
        """Show whether it is on the sheet, and where it can be moved."""
        self.card.setChecked(is_picked)
        self.up.setVisible(is_picked and (self.up.hasFocus() or not is_first))
        self.down.setVisible(is_picked and (self.down.hasFocus() or not is_last))
        # The focus goes on to the other button before the one that leads nowhere disappears.
        for spent, other in ((self.up, self.down), (self.down, self.up)):
            leads_nowhere = is_first if spent is self.up else is_last
            if spent.hasFocus() and leads_nowhere:
                other.setFocus(Qt.FocusReason.OtherFocusReason)
                spent.hide()

    def set_movable(self, *, can_move: bool) -> None:
        """Say whether it stands among those that can be moved: only there is room for it."""
        self._can_move = can_move
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons stand below the card where they would leave it too little room."""
        super().resizeEvent(event)
        widest = max(self.up.sizeHint().width(), self.down.sizeHint().width())
        is_narrow = widest * _LEAST_WIDTHS > self.width()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            direction = QBoxLayout.Direction
            self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
            self._beside.setDirection(direction.LeftToRight if is_narrow else direction.TopToBottom)
            side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignVCenter
            self._row.setAlignment(self.buttons, side)
            self._keep_room()

    def _keep_room(self) -> None:
        """Leave the buttons' room beside a card free while they are hidden: cards stay in line."""
        self.buttons.setVisible(self._can_move)
        for button in (self.up, self.down):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(not self._is_narrow)
            button.setSizePolicy(policy)

    def _tell(self) -> None:
        self.turned.emit(self._id, self.card.isChecked())

    def _ask_up(self) -> None:
        self.move_requested.emit(self._id, -1)

    def _ask_down(self) -> None:
        self.move_requested.emit(self._id, 1)
