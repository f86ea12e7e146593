"""What was done, the newest first: for the directory and for one profile."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from matcher.directory.trail import Undone
from matcher.errors import MatcherError
from matcher.letters import name_order
from matcher.services.upkeep.history import UndoPreview
from ui.controllers.acts_controller import ActsController, Deeds
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.act_entry import ActEntry
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.text import Text

_AT_ONCE = 8
"""How many entries fill the window."""


class TrailHeading(NamedTuple):
    """What a page of entries is called, what it is about, and where it stands."""

    title: str
    lead: str
    place: str


class TrailSubject(Protocol):
    """Whose history is told."""

    def whose(self) -> str:
        """Return the id of a profile; ``""`` for the whole directory."""

    def heading(self, words: Language) -> TrailHeading:
        """Say what the page is about."""


class TrailPage(SheetPage):
    """Entries, each with what taking it back would change; the base of two pages.

    Parameters
    ----------
    words
        The language that holds.
    name
        The id of the page.
    acts
        What was done.
    subject
        Whose history it is.
    """

    breadth = BROAD

    def __init__(
        self, words: Language, name: str, acts: ActsController, subject: TrailSubject
    ) -> None:
        super().__init__(words, name)
        self._acts = acts
        self._subject = subject
        self._deeds = Deeds(())
        self._entries: list[ActEntry] = []
        self.compose()

    @property
    def entries(self) -> tuple[ActEntry, ...]:
        """What is shown."""
        return tuple(self._entries)

    @property
    def is_complete(self) -> bool:
        """Whether all that was asked for is shown."""
        return not self._later.isActive() and len(self._entries) == len(self._deeds.acts)

    def enter(self) -> None:
        """Read what was done."""
        super().enter()
        self._acts.open(self._subject.whose())
        self._say("")
        self._clear()
        self.waiting.set_words(self.words.text("acts.waiting"))
        self._acts.request()

    def first_focus(self) -> QWidget:
        """Begin where one reads on, or goes back."""
        return self.back_button

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.older.set_words(self.words.text("acts.older"))
        self._say_heading()
        if self._deeds.acts:
            self._show(self._deeds)

    def _say_heading(self) -> None:
        self.set_heading(*self._subject.heading(self.words))

    def _build(self) -> None:
        self.told = Text("strong", "told")
        self.waiting = Text("quiet", "waiting")
        self._list = Column("acts")
        self.older = Button("quiet", "older")
        self._later = QTimer(self)
        for widget in (self.waiting, self._list, self.older):
            self.column.addWidget(widget)
        self.waiting.set_words("")
        self.older.hide()

    def _build_bar(self) -> None:
        self.bar_column.insertWidget(0, self.told)
        self.told.set_words("")
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)
        self.next_button.hide()

    def _connect(self) -> None:
        acts = self._acts
        acts.listed.connect(self._show)
        acts.previewed.connect(self._show_preview)
        acts.undone.connect(self._tell_undone)
        acts.refused.connect(self._tell_refused)
        acts.failed.connect(self._tell_failed)
        self.older.clicked.connect(acts.request_more)
        self._later.timeout.connect(self._add_next)

    def _show(self, deeds: Deeds) -> None:
        """Show other entries; more of the same stay where they are."""
        kept = len(self._entries) if self._goes_on(deeds) else 0
        if not kept:
            self._clear()
        self._deeds = deeds
        self._say_heading()
        self.waiting.set_words("" if deeds.acts else self.words.text("acts.nothing"))
        for _ in range(_AT_ONCE):
            self._add_next()
        self._later.start(0)

    def _goes_on(self, deeds: Deeds) -> bool:
        before = self._deeds.acts
        return (
            bool(before)
            and len(deeds.acts) > len(before) == len(self._entries)
            and (deeds.acts[: len(before)] == before)
        )

    def _add_next(self) -> None:
        if len(self._entries) >= len(self._deeds.acts):
            self._later.stop()
            self.older.setVisible(not self._deeds.is_all)
            return
        act = self._deeds.acts[len(self._entries)]
        names = {*self._deeds.subjects.get(act.id, {}).values()}
        entry = ActEntry(
            act, (*sorted(names, key=name_order),), self._deeds.changes.get(act.id, ()), self.words
        )
        entry.preview_requested.connect(self._acts.preview)
        entry.undo_requested.connect(self._acts.undo)
        entry.hide()
        self._list.column.addWidget(entry)
        self._entries.append(entry)
        make_room(self._list, entry)

    def _clear(self) -> None:
        self._later.stop()
        self.older.hide()
        take_out_all(self._list.column)
        self._entries = []

    def _entry(self, act_id: int) -> ActEntry | None:
        return next((entry for entry in self._entries if entry.act.id == act_id), None)

    def _show_preview(self, preview: UndoPreview) -> None:
        entry = self._entry(preview.act_id)
        if entry is not None:
            entry.show_preview(preview)
            self.reveal(entry.undo)

    def _tell_undone(self, undone: Undone) -> None:
        said = self.words.text("acts.undo.done", n=undone.restored)
        if undone.left:
            said = f"{said} {self.words.text('acts.undo.left', n=len(undone.left))}"
        self.back_button.setFocus()
        self._say(said)
        self.announce(said)
        self._acts.request()

    def _tell_refused(self, act_id: int, error: MatcherError) -> None:
        entry = self._entry(act_id)
        if entry is not None:
            entry.show_error(self.words.render_all(error))

    def _tell_failed(self, error: MatcherError) -> None:
        self.waiting.set_words("")
        self._say(self.words.render_all(error))

    def _say(self, said: str) -> None:
        self.told.set_words(said)
