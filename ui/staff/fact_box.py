"""One fact in the editor: what is stated, who says so, since when, and what others say."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.directory.cells import NONE, read_cell
from matcher.directory.fact_age import FactAge
from matcher.directory.field import FIELDS, Field, FieldKind
from matcher.directory.profile import Fact
from matcher.errors import Message
from matcher.services.people.fact_words import field_value
from matcher.services.people.wording import describe_source
from ui.controllers.person_controller import PersonController
from ui.language import Language
from ui.staff.overtaken_part import OvertakenPart
from ui.theme.text_size import changes_text_size
from ui.widgets.cell_fields import make_cell_field
from ui.widgets.lines import Lines
from ui.widgets.option_group import OptionGroup
from ui.widgets.scroll_area import reveal_whole
from ui.widgets.text import Text
from ui.widgets.width import limit_width

_UNSTATED, _NONE = "unstated", "none"
_GAP = 12
_KNOWS_NONE = frozenset({FieldKind.TEXT, FieldKind.CODE, FieldKind.CODES, FieldKind.TIMES})


class FactBox(QWidget):
    """The field of a fact, with *not stated* and, where the format has it, *stated: none*.

    Parameters
    ----------
    field
        What it is about.
    words
        The language that holds.
    person
        Keeps the draft.
    """

    def __init__(self, field: Field, words: Language, person: PersonController) -> None:
        super().__init__()
        self.setObjectName(f"fact_{field.name}")
        self._field = field
        self._words = words
        self._person = person
        self._is_showing = False
        self._faults: tuple[Message, ...] = ()
        self.name = Text("name", f"fact_{field.name}_name")
        self.source = Text("small", f"fact_{field.name}_source")
        self.others = Lines(f"fact_{field.name}_others")
        self.error = Text("error", f"fact_{field.name}_error")
        self.note = Text("strong", f"fact_{field.name}_note")
        self.overtaken = OvertakenPart(field.name, words)
        self.cell_field = make_cell_field(field, words)
        knows_none = field.kind in _KNOWS_NONE and field.name != "name"
        states = (_UNSTATED, _NONE) if knows_none else (_UNSTATED,)
        self.states = OptionGroup(f"fact_{field.name}_state", states, columns=3)
        self.states.set_quiet()
        self._build()
        self.first().installEventFilter(self)
        self.cell_field.cell_changed.connect(self._write)
        self.states.chosen_changed.connect(self._choose_state)
        self.overtaken.mine_chosen.connect(self._keep_mine)
        self.overtaken.theirs_chosen.connect(self._take_theirs)
        self.retranslate()

    @property
    def title(self) -> str:
        """What the fact is called."""
        return self.cell_field.title

    def first(self) -> QWidget:
        """Return what gets the focus."""
        return self.cell_field.first()

    def first_to_do(self) -> QWidget:
        """Return what gets the focus when something has to be decided or put right."""
        return self.overtaken.mine if self._field.name in self._person.overtaken else self.first()

    def settle(self) -> bool:
        """Take what is written and not yet added; tell whether nothing is left that cannot be."""
        return self.cell_field.settle()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self.name.set_words(self.title)
        self.cell_field.retranslate()
        text = self._words.text
        self.states.set_words(lambda code: text(f"editor.state.{code}"))
        for card in self.states.cards:
            said = text(f"editor.state.{card.property('code')}")
            card.set_words(said, accessible=f"{self.title}: {said}")
        self._measure()
        self.refresh()

    def refresh(self) -> None:
        """Show the draft, or what holds, and who says so."""
        cell = self._person.cell(self._field.name)
        self.cell_field.set_cell("" if cell == NONE else cell)
        self._show_state(cell)
        fact = self._person.fact(self._field.name)
        self.source.set_words("" if fact is None else self._who_says(fact))
        others = self._person.others(self._field.name)
        self.others.set_lines([self._kept_beside(each) for each in others])
        self.refresh_note()
        self._show_overtaken()
        self._show_faults()

    def refresh_note(self) -> None:
        """Say whether it was changed, and what holds after all once that is saved."""
        name, text = self._field.name, self._words.text
        if name not in self._person.changed or name in self._person.overtaken:
            self.note.set_words("")
            return
        said, over = [text("editor.not_saved")], self._person.outweighed_by(name)
        if over is not None:
            key = "outweighed" if self._person.cell(name) else "stays"
            said.append(text(f"editor.{key}", value=self._value(over), source=self._source(over)))
        self.note.set_words(" ".join(said))

    def show_faults(self, faults: tuple[Message, ...]) -> None:
        """Say what is wrong with what is written; nothing when nothing is."""
        self._faults = faults
        self._show_faults()
        if self.first().hasFocus():
            self._reveal_wrong()

    @property
    def is_wrong(self) -> bool:
        """Whether something is said to be wrong."""
        return bool(self._faults)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 16)
        column.setSpacing(8)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        above = (self.name, self.source, self.others, self.error, self.overtaken, self.note)
        for widget in (rule, *above):
            column.addWidget(widget)
        for text in (self.error, self.note, self.source):
            text.set_words("")
        column.addSpacing(4)
        column.addWidget(self.cell_field)
        column.addSpacing(4)
        column.addWidget(self.states)

    def _measure(self) -> None:
        """Let what clears the fact stand smaller than what states it."""
        widest = max(card.sizeHint().width() for card in self.states.cards)
        limit_width(self.states, len(self.states.cards) * (widest + _GAP))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._measure()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let what the fact is called and what is wrong with it be seen along with its field."""
        if event.type() == QEvent.Type.FocusIn:
            self._reveal_wrong()
        return False

    def _reveal_wrong(self) -> None:
        if self.is_wrong:  # not before the layout has room for it
            QTimer.singleShot(0, self, lambda: reveal_whole(self))

    def _write(self, cell: str) -> None:
        if self._is_showing:
            return
        self._faults = ()
        self._person.set_cell(self._field.name, cell)
        self._show_state(cell)
        self.refresh_note()
        self._show_overtaken()
        self._show_faults()

    def _keep_mine(self) -> None:
        self._decide(self._person.keep_mine)

    def _take_theirs(self) -> None:
        self._decide(self._person.take_theirs)

    def _decide(self, decide: Callable[[str], None]) -> None:
        self._faults = ()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)  # before the buttons go
        decide(self._field.name)
        self.refresh()

    def _show_overtaken(self) -> None:
        name = self._field.name
        is_overtaken = name in self._person.overtaken
        # The question says who; the less stands above it, the more of it is seen at once.
        self.source.setVisible(bool(self.source.plain) and not is_overtaken)
        self.others.setVisible(bool(self.others.words) and not is_overtaken)
        if not is_overtaken:
            self.overtaken.hide()
            return
        fact = self._person.fact(name)
        now = self._words.text("fact.not_stated")
        if fact is not None:
            said = {"value": self._value(fact), "source": self._source(fact)}
            now = self._words.text("acts.said", **said)
        self.overtaken.tell(self.title, self._person.overtaken[name], now, self._mine())

    def _mine(self) -> str:
        """Say what is written; as it was typed when it cannot be read."""
        cell = self._person.cell(self._field.name)
        value = read_cell(self._field, cell).value
        if not cell or value is None:
            return cell or self._words.text("fact.not_stated")
        return self._value(Fact(value, self._person.source))

    def _choose_state(self, chosen: tuple[str, ...]) -> None:
        cell = NONE if chosen == (_NONE,) else ""
        self._is_showing = True
        self.cell_field.set_cell("")
        self._is_showing = False
        self._write(cell)

    def _show_state(self, cell: str) -> None:
        state = _UNSTATED if not cell else _NONE if cell == NONE else ""
        self.states.set_chosen((state,) if state else ())

    def _show_faults(self) -> None:
        faults = self._faults
        if not faults and self._field.name in self._person.overtaken:
            faults = (Message("editor.overtaken.choose"),)
        said = " ".join(self._words.render(fault) for fault in faults)
        self.error.set_words(said)
        self.cell_field.set_wrong(said)

    def _who_says(self, fact: Fact) -> str:
        age = self._person.age(fact)
        counts_no_more = age is FactAge.OLD and FIELDS[self._field.name].ages
        key = "too_old" if counts_no_more else age
        if self._person.is_ahead(fact):
            key = "ahead"
        said = self._words.text(f"editor.age.{key}")
        return self._words.text("editor.who_says", source=self._source(fact), age=said)

    def _kept_beside(self, fact: Fact) -> str:
        return self._words.text(
            "editor.kept_beside", source=self._source(fact), value=self._value(fact)
        )

    def _source(self, fact: Fact) -> str:
        return describe_source(fact.source, fact.confirmed_on, self._words.catalogue)

    def _value(self, fact: Fact) -> str:
        return field_value(self._field.name, fact, self._words.catalogue)
