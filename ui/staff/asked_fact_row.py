"""One fact to ask about: what was stated, since when, and the two answers."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from matcher.checklist.wording import clipped
from ui.controllers.asked_person import AskedFact, AskedPerson
from ui.language import Language
from ui.staff.asked_words import fact_age, fact_stated, fact_title
from ui.theme.text_size import changes_text_size
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text

_BESIDE_IN_LETTERS = 62
"""Least width of the row for the answers to stand beside the fact."""


class AskedFactRow(QWidget):
    """A fact with *Still so* and *Changed* beside it while it is open.

    Parameters
    ----------
    profile_id, field
        Which fact.

    Signals
    -------
    confirmed, changed
        With the field: it is still so; it is not any more.
    """

    confirmed = Signal(str)
    changed = Signal(str)

    def __init__(self, profile_id: str, field: str) -> None:
        super().__init__()
        self._field = field
        self.setObjectName(f"asked_{profile_id}_{field}")
        self._name, self._stated, self._age = Text("strong"), Text("body"), Text("small")
        self.same = Button("quiet", f"same_{profile_id}_{field}")
        self.other = Button("plain", f"changed_{profile_id}_{field}")
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, across=8, down=8)
        flow.addWidget(self.same)
        flow.addWidget(self.other)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(2)
        for text in (self._name, self._stated, self._age):
            column.addWidget(text)
        self._across.addLayout(column, 1)
        self._across.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        self.same.clicked.connect(self._confirm)
        self.other.clicked.connect(self._change)

    @property
    def says(self) -> tuple[str, ...]:
        """What is read on it."""
        return self._name.plain, self._stated.plain, self._age.plain

    @property
    def is_open(self) -> bool:
        """Whether it is still to be answered."""
        return not self._buttons.isHidden()

    def show_fact(self, fact: AskedFact, person: AskedPerson, today: date, words: Language) -> None:
        """Show how a fact of somebody stands."""
        title, name = fact_title(fact, words), clipped(person.profile.name)
        self._name.set_words(title)
        self._stated.set_words(fact_stated(fact, person.profile, words))
        self._age.set_words(fact_age(fact, today, words))
        self._buttons.setVisible(not fact.is_settled)
        text = words.text
        self.same.set_words(
            text("upkeep.confirm.fact.same"),
            text("upkeep.confirm.fact.same_for", field=title, name=name),
        )
        self.other.set_words(
            text("upkeep.confirm.fact.changed"),
            text("upkeep.confirm.fact.changed_for", field=title, name=name),
        )
        self.setAccessibleName(". ".join(said.rstrip(".") for said in self.says if said))

    def _confirm(self) -> None:
        self.confirmed.emit(self._field)

    def _change(self) -> None:
        self.changed.emit(self._field)

    def _arrange(self) -> None:
        letter = self._name.fontMetrics().averageCharWidth()
        is_wide = self.width() >= letter * _BESIDE_IN_LETTERS
        way, policy = QBoxLayout.Direction, QSizePolicy.Policy
        self._across.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._buttons.setSizePolicy(policy.Fixed if is_wide else policy.Preferred, policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for another text size."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()
