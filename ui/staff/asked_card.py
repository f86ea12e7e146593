"""Somebody to ask today: how to reach them, what to ask, and one key that confirms all."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from matcher.checklist.wording import clipped
from ui.controllers.asked_person import AskedPerson
from ui.language import Language
from ui.staff.asked_fact_row import AskedFactRow
from ui.staff.asked_words import wanted, ways
from ui.widgets.accessible_role import speak_as
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.column import take_out_all
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.measured import Measured
from ui.widgets.shown_name import WHOLE, shown_name
from ui.widgets.text import Text

_MARGINS = (24, 20, 24, 20)


class AskedCard(Measured):
    """A card that folds to two lines once nothing is left to ask.

    Parameters
    ----------
    profile_id
        Who it is about.

    Signals
    -------
    confirmed
        With the id, and the field that is still so; ``""`` for all that is open.
    changed
        With the id: something is not so any more.
    unreached
        With the id, and whether they could not be reached.
    """

    confirmed = Signal(str, str)
    changed = Signal(str)
    unreached = Signal(str, bool)

    def __init__(self, profile_id: str) -> None:
        super().__init__()
        self._id = profile_id
        self._key = ""
        self._rows: dict[str, AskedFactRow] = {}
        self.setObjectName(f"asked_{profile_id}")
        self.setProperty("kind", "card")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        speak_as(self, QAccessible.Role.Grouping)
        self.name = Text("heading", f"name_{profile_id}")
        self.state = Text("strong", f"state_{profile_id}")
        self._wants = Text("small")
        self.all = Button("quiet", f"confirm_{profile_id}")
        self.out = Button("quiet", f"unreached_{profile_id}")
        self.out.setCheckable(True)
        self._ways, self._facts, self._buttons = QWidget(), QWidget(), QWidget()
        self._build()
        self.all.clicked.connect(self.confirm_all)
        self.out.clicked.connect(self._turn_unreached)

    @property
    def profile_id(self) -> str:
        """Who it is about."""
        return self._id

    @property
    def rows(self) -> tuple[AskedFactRow, ...]:
        """The facts, in the order in which they are asked."""
        return tuple(self._rows.values())

    def show_person(
        self, person: AskedPerson, today: date, words: Language, *, is_unreached: bool
    ) -> None:
        """Show how somebody stands."""
        text, name = words.text, clipped(person.profile.name)
        self._key = text("upkeep.confirm.person.key")
        self.name.set_words(shown_name(name, WHOLE))
        self._show_ways(person, name, words)
        for fact in person.facts:
            if fact.field not in self._rows:
                self._rows[fact.field] = self._add_row(fact.field)
            self._rows[fact.field].show_fact(fact, person, today, words)
        is_open = bool(person.open_fields)
        self.all.set_words(
            text("upkeep.confirm.person.all", key=self._key),
            text("upkeep.confirm.person.all_for", name=name, key=self._key),
        )
        self.out.set_words(
            text("upkeep.confirm.person.unreached"),
            text("upkeep.confirm.person.unreached_for", name=name),
        )
        self.out.setChecked(is_unreached)
        self.state.set_words(self._state(person, name, words, is_unreached=is_unreached))
        self._ways.setVisible(is_open)
        self._wants.set_words(wanted(person.profile, words) if is_open else "")
        for widget in (self._facts, self._rule):
            widget.setVisible(is_open)
        self._buttons.setVisible(is_open)
        left, all_ = len(person.open_fields), len(person.facts)
        self.setAccessibleName(text("upkeep.confirm.person.summary", name=name, n=left, all=all_))
        self.measure_again()

    def first_stop(self) -> QWidget:
        """Return where the card begins for the keys."""
        return self.all

    def next_stop(self) -> QWidget:
        """Return where the first fact is answered that is still open."""
        return next((row.same for row in self.rows if row.is_open), self.all)

    def confirm_all(self) -> None:
        """Wish for everything open to be confirmed."""
        self.confirmed.emit(self._id, "")

    def _state(self, person: AskedPerson, name: str, words: Language, *, is_unreached: bool) -> str:
        if is_unreached:
            return words.text("upkeep.confirm.person.tomorrow", name=name)
        if person.open_fields:
            return ""
        titles = words.catalogue.list([row.says[0] for row in self.rows])
        return words.text("upkeep.confirm.person.settled", facts=titles)

    def _build(self) -> None:
        self.column.setContentsMargins(*_MARGINS)
        self.column.setSpacing(12)
        ways_column = QVBoxLayout(self._ways)
        ways_column.setContentsMargins(0, 0, 0, 0)
        ways_column.setSpacing(0)
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(0, 4, 0, 4)
        facts.setSpacing(16)
        flow = FlowLayout(self._buttons, across=12, down=8)
        flow.addWidget(self.all)
        flow.addWidget(self.out)
        self._rule = QFrame()
        self._rule.setProperty("kind", "rule")
        above = (self.name, self.state, self._ways, self._wants, self._buttons)
        for widget in (*above, self._rule, self._facts):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _add_row(self, field: str) -> AskedFactRow:
        row = AskedFactRow(self._id, field)
        layout = self._facts.layout()
        assert layout is not None
        layout.addWidget(row)
        row.confirmed.connect(self._confirm_field)
        row.changed.connect(self._change)
        return row

    def _show_ways(self, person: AskedPerson, name: str, words: Language) -> None:
        """Show phone and e-mail as text to read and copy; nothing here opens anything."""
        layout = self._ways.layout()
        assert layout is not None
        take_out_all(layout)
        found = ways(person.profile)
        if not found:
            text = Text("quiet")
            layout.addWidget(text)
            text.set_words(words.text("upkeep.confirm.person.no_way"))
        for field, value in found:
            layout.addWidget(self._way(field, value, name, words))

    def _way(self, field: str, value: str, name: str, words: Language) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        text = Text("body", f"{field}_{self._id}")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = Button("plain", f"copy_{field}_{self._id}")
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(copy)
        text.set_words(words.text(f"upkeep.confirm.person.{field}", value=value))
        copy.set_words(
            words.text("upkeep.confirm.person.copy"),
            words.text("upkeep.confirm.person.copy_for", name=name, value=value),
        )
        told = words.text("upkeep.confirm.person.copied", value=value)
        copy.clicked.connect(partial(self._copy, value, told))
        return line

    def _copy(self, value: str, told: str) -> None:
        QGuiApplication.clipboard().setText(value)
        announce(self, told)

    def _confirm_field(self, field: str) -> None:
        self.confirmed.emit(self._id, field)

    def _change(self, _field: str) -> None:
        self.changed.emit(self._id)

    def _turn_unreached(self, is_unreached: bool) -> None:
        self.unreached.emit(self._id, is_unreached)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm all with the key of the card, wherever in it the focus is."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        is_key = plain and self._key and event.text().upper() == self._key
        if is_key and not self._buttons.isHidden():
            self.confirm_all()
            return
        super().keyPressEvent(event)
