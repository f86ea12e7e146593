"""A part of the editor: made when it is first opened, a little at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.directory.fact_age import FactAge
from matcher.directory.field import FIELDS
from matcher.errors import Message
from ui.controllers.person_controller import PersonController
from ui.language import Language
from ui.staff.fact_box import FactBox
from ui.widgets.column import Column, make_room
from ui.widgets.group_line import GroupLine

_AT_ONCE = 2
"""How many facts fill a window."""


class PersonSection(QWidget):
    """A line that says how much of it is stated, and opens its facts.

    Parameters
    ----------
    name
        Which part.
    fields
        What stands in it.
    words
        The language that holds.
    person
        Keeps the draft.

    Signals
    -------
    completed
        All of it is there.
    """

    completed = Signal()

    def __init__(
        self, name: str, fields: Sequence[str], words: Language, person: PersonController
    ) -> None:
        super().__init__()
        self._name = name
        self.fields = tuple(fields)
        self._words = words
        self._person = person
        self._boxes: dict[str, FactBox] = {}
        self._faults: dict[str, tuple[Message, ...]] = {}
        self._content = Column(f"section_{name}_facts")
        self.line = GroupLine(f"section_{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addWidget(self._content)
        self._content.hide()
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_next)
        self.line.toggled.connect(self._turn)
        self.say()

    @property
    def boxes(self) -> tuple[FactBox, ...]:
        """The facts that were made so far."""
        return tuple(self._boxes.values())

    @property
    def is_complete(self) -> bool:
        """Whether all of it was made."""
        return len(self._boxes) == len(self.fields)

    @property
    def is_open(self) -> bool:
        """Whether its facts are shown."""
        return self.line.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Show its facts, or its line alone."""
        self.line.setChecked(is_open)

    def box(self, field: str) -> FactBox:
        """Return a fact, opened, with all that stands before it."""
        self.set_open(is_open=True)
        while field not in self._boxes:
            self._add_next()
        return self._boxes[field]

    def say(self) -> None:
        """Say how much is stated, too old, changed and wrong."""
        text, person = self._words.text, self._person
        name = text(f"editor.part.{self._name}")
        stated = [field for field in self.fields if person.cell(field)]
        said = text("editor.section", name=name, n=len(stated), all=len(self.fields))
        counts = {
            "old": sum(self._is_too_old(field) for field in self.fields),
            "changed": len({*self.fields} & {*person.changed}),
            "wrong": len(self._faults),
        }
        for what, count in counts.items():
            if count:
                said = text(f"editor.counted.{what}", section=said, n=count)
        self.line.set_words(said)

    def refresh(self) -> None:
        """Show what holds now."""
        for box in self._boxes.values():
            box.refresh()
        self.say()

    def refresh_notes(self) -> None:
        """Say anew what will hold once the draft is saved."""
        for box in self._boxes.values():
            box.refresh_note()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        for box in self._boxes.values():
            box.retranslate()
        self.say()

    def show_faults(self, faults: Mapping[str, tuple[Message, ...]]) -> None:
        """Say beside each fact what is wrong with it."""
        self._faults = {field: faults[field] for field in self.fields if field in faults}
        for field, box in self._boxes.items():
            box.show_faults(self._faults.get(field, ()))
        self.say()

    def forget_fault(self, field: str) -> None:
        """Take what is wrong with a fact as mended."""
        self._faults.pop(field, None)
        self.say()

    def _is_too_old(self, field: str) -> bool:
        fact = self._person.fact(field)
        ages = FIELDS[field].ages
        return fact is not None and ages and self._person.age(fact) is FactAge.OLD

    def _turn(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        if not is_open:
            self._later.stop()
        elif not self.is_complete:
            for _ in range(_AT_ONCE):
                self._add_next()
            self._later.start(0)

    def _add_next(self) -> None:
        if self.is_complete:
            self._later.stop()
            self.completed.emit()
            return
        field = self.fields[len(self._boxes)]
        box = FactBox(FIELDS[field], self._words, self._person)
        box.hide()
        self._content.column.addWidget(box)
        box.show_faults(self._faults.get(field, ()))
        self._boxes[field] = box
        make_room(self, box)
