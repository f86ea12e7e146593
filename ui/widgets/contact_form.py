"""What is noted on one try to reach somebody."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.followup.search_log import Contact, NextStep, Reply, Way
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.day_choice import AHEAD, BACK, DayChoice
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_line import OwnLine
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingLink

_BELOW_LABEL = 4
"""Pixels between what is chosen and its button."""


class ContactForm(QWidget):
    """A few choices and a line of one's own; nothing has to be typed.

    Signals
    -------
    kept
        With the `Contact` as it is to be noted.
    left, removed
        Nothing is to be changed; the try is to be taken out.
    """

    kept = Signal(object)
    left = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("contact")
        self.tried_on = DayChoice("contact_tried_on", BACK)
        self.way = ChoiceButton("contact_way", is_labelled=True)
        self.reply = OptionGroup("contact_reply", [each.value for each in Reply])
        self.answer_by = DayChoice("contact_answer_by", AHEAD, has_none=True)
        self.next_step = ChoiceButton("contact_next", is_labelled=True)
        self.next_on = DayChoice("contact_next_on", AHEAD, has_none=True)
        self.line = OwnLine("contact_line")
        self.line.label.set_role("strong")
        self.keep = Button("quiet", "contact_keep")
        self.leave = WrappingLink("contact_leave")
        self.remove = Button("link", "contact_remove")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._labels: dict[QWidget, Text] = {}
        for widget in (
            *(self.tried_on, self.way, self.reply, self.answer_by, self.next_step),
            *(self.next_on, self.line),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(_BELOW_LABEL)
            if isinstance(widget, ChoiceButton | DayChoice | OptionGroup):
                button = widget.button if isinstance(widget, DayChoice) else widget
                self._labels[widget] = label = Text("strong", f"{button.objectName()}_label")
                pair.addWidget(label)
            is_wide = not isinstance(widget, ChoiceButton)
            place = Qt.AlignmentFlag(0) if is_wide else Qt.AlignmentFlag.AlignLeft
            pair.addWidget(widget, 0, place)
            column.addLayout(pair)
        row = FlowLayout(across=12, down=8)
        for link in (self.keep, self.leave, self.remove):
            row.addWidget(link)
        column.addLayout(row)
        self.reply.chosen_changed.connect(self._suit)
        self.next_step.chosen.connect(self._suit)
        self.keep.clicked.connect(lambda: self.kept.emit(self.contact))
        self.leave.clicked.connect(self.left)
        self.remove.clicked.connect(self.removed)

    @property
    def contact(self) -> Contact:
        """What is noted now."""
        tried_on = self.tried_on.day
        assert tried_on is not None
        return Contact(
            tried_on,
            Way(self.way.code),
            self.answer_by.day,
            Reply(self.reply.chosen[0]),
            NextStep(self.next_step.code),
            self.next_on.day,
            self.line.line,
        )

    def show_contact(
        self, now: Contact, today: date, words: Language, *, is_new: bool = False
    ) -> None:
        """Show one try; one that was not noted so far cannot be taken out."""
        text = words.text
        if self.isHidden():
            for day in (self.tried_on, self.answer_by, self.next_on):
                day.fold()
        self.tried_on.show_day(
            self._label(self.tried_on, text("search.contact.tried_on")), now.tried_on, today, words
        )
        self.way.set_code(now.way)
        ways = [(way.value, text(f"followup.way.{way}")) for way in Way]
        self.way.set_choices(self._label(self.way, text("search.contact.way")), ways)
        self.reply.setAccessibleName(self._label(self.reply, text("search.contact.reply")))
        self.reply.set_words(lambda code: text(f"followup.reply.{code}"))
        self.reply.set_chosen((now.reply.value,))
        self.answer_by.show_day(
            self._label(self.answer_by, text("search.contact.answer_by")),
            now.answer_by,
            today,
            words,
        )
        self.next_step.set_code(now.next_step)
        steps = [(step.value, text(f"followup.next.{step}")) for step in NextStep]
        self.next_step.set_choices(self._label(self.next_step, text("search.contact.next")), steps)
        self.next_on.show_day(
            self._label(self.next_on, text("search.contact.next_on")), now.next_on, today, words
        )
        self.line.set_words(text("search.contact.line"))
        self.line.field.setText(now.line)
        self.keep.set_words(text("search.contact.keep"))
        self.leave.set_words(text("search.contact.leave"))
        self.remove.set_words(text("search.contact.remove"))
        self.remove.setVisible(not is_new)
        self._suit()

    def _suit(self) -> None:
        """Ask for a day only of what is awaited or to be done; one that is noted stays there."""
        is_awaited = self.reply.chosen == (Reply.NOT_YET,)
        has_step = self.next_step.code != NextStep.NONE
        for choice, is_asked in ((self.answer_by, is_awaited), (self.next_on, has_step)):
            is_shown = is_asked or choice.day is not None
            self._labels[choice].setVisible(is_shown)
            choice.setVisible(is_shown)

    def _label(self, choice: QWidget, name: str) -> str:
        """Say above a button what is chosen by it, and return that."""
        self._labels[choice].set_words(name)
        return name
