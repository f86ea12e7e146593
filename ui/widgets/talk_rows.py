"""The things of a first talk: those that matter first, all others behind one line."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from ui.language import Language
from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.fold import Fold
from ui.widgets.talk_row import TalkRow, TalkThing

MOST_AT_ONCE = 6
"""How many are seen before the others are asked for."""


class TalkRows(Column):
    """A row for each thing, in the order given.

    Signals
    -------
    noted
        With the subject, the `Met` or ``None``, and the line, after the person changed them.
    """

    noted = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__("subjects")
        self.rows: list[TalkRow] = []
        self._first, self._others = Column(), Column()
        self.more = Fold("more_subjects", self._others)
        self.column.addWidget(self._first)
        self.column.addSpacing(8)
        self.column.addWidget(self.more)
        self.more.turned.connect(lambda _: make_room(self))

    def show_things(self, things: Sequence[TalkThing], words: Language) -> None:
        """Show other things; the line stays open, and is open over what was noted."""
        self._take_out()
        self.rows = [self._row(thing, words) for thing in things]
        for row in self.rows[:MOST_AT_ONCE]:
            self._first.column.addWidget(row)
        for row in self.rows[MOST_AT_ONCE:]:
            self._others.column.addWidget(row)
        others = things[MOST_AT_ONCE:]
        self.more.line.set_words(words.text("notes.talk.more"))
        self.more.setVisible(bool(others))
        is_noted = any(not thing.note.is_empty for thing in others)
        self.more.set_open(is_open=self.more.is_open or is_noted)
        make_room(self)

    def say_thing(self, thing: TalkThing, words: Language) -> None:
        """Say anew what the profile says of one thing."""
        for row in self.rows:
            if row.subject == thing.note.subject:
                row.say(thing, words)
        make_room(self)

    def forget(self) -> None:
        """Hold nothing of a person any more."""
        self._take_out()
        self.more.set_open(is_open=False)

    def _take_out(self) -> None:
        self.rows = []
        for each in (self._first, self._others):
            take_out_all(each.column)

    def _row(self, thing: TalkThing, words: Language) -> TalkRow:
        subject = thing.note.subject
        row = TalkRow(subject, is_stated=thing.is_stated)
        row.say(thing, words)
        row.show_note(thing.note)
        row.noted.connect(partial(self.noted.emit, subject))
        return row
