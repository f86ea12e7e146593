"""What a person notes after the list, for as long as the file it is kept in is open."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from matcher.followup.check_in import CheckInBook
from matcher.followup.first_talk import TalkBook
from matcher.followup.reminders import Reminder, reminders
from matcher.followup.search_log import SearchLog
from ui.controllers.kept_notes import CHECK_INS, NO_NOTES, SEARCH, TALKS, KeptNotes

_NOBODY: Mapping[str, str] = MappingProxyType({})


class FollowupController(QObject):
    """Owns my search, the first talks and the check-ins; `KeepingController` keeps each change.

    Parameters
    ----------
    today
        Gives the day it is where the person is.

    Attributes
    ----------
    opened
        Id of whom the pages opened over *My search* are about; ``""`` for nobody on the list.

    Signals
    -------
    changed
        Something noted is another, or the file was opened or let go of.
    settling
        The last is about to be kept: what is begun on a page is to be noted now.
    """

    changed = Signal()
    settling = Signal()

    def __init__(
        self, today: Callable[[], date] = date.today, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.today = today
        self.opened = ""
        self._is_open = False
        self._ids_now = _NOBODY
        self._notes = KeptNotes()

    @property
    def is_open(self) -> bool:
        """Whether there is a file to keep notes in; nothing is taken before."""
        return self._is_open

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to forget: nothing is noted, or no file is open."""
        return self._notes == (NO_NOTES if self._is_open else KeptNotes())

    @property
    def notes(self) -> KeptNotes:
        """All of them, as they are to be kept."""
        return self._notes

    @property
    def errors(self) -> Mapping[str, MatcherError]:
        """Why something in the file cannot be read: it is shown as empty, and left as it is."""
        return self._notes.errors

    @property
    def search(self) -> SearchLog:
        """Whom the person asks, and what came of it."""
        return self._notes.search or SearchLog()

    @property
    def talks(self) -> TalkBook:
        """All first talks."""
        return self._notes.talks or TalkBook()

    @property
    def check_ins(self) -> CheckInBook:
        """All check-ins."""
        return self._notes.check_ins or CheckInBook()

    @property
    def reminders(self) -> tuple[Reminder, ...]:
        """What to look at today."""
        return reminders(self.search, self.today())

    def set_search(self, search: SearchLog) -> None:
        """Note another search; what cannot be read is not written over."""
        if self._notes.search is not None:
            self._take(replace(self._notes, search=search))

    def set_talks(self, talks: TalkBook) -> None:
        """Note other first talks, likewise."""
        if self._notes.talks is not None:
            self._take(replace(self._notes, talks=talks))

    def set_check_ins(self, check_ins: CheckInBook) -> None:
        """Note other check-ins, likewise."""
        if self._notes.check_ins is not None:
            self._take(replace(self._notes, check_ins=check_ins))

    def has(self, profile_id: str) -> bool:
        """Tell whether somebody is on the list, also under an id they had before."""
        kept = {each.profile_id for each in self.search.people}
        return profile_id in kept | {self._ids_now.get(each, each) for each in kept}

    def call(self, names: Mapping[str, str], ids: Mapping[str, str] = _NOBODY) -> None:
        """Call people as they are called now, by the id they are kept by.

        A name is kept with the next change. The id stays the one they are kept by.
        """
        self._ids_now, notes = ids, self._notes
        if notes.search is not None:
            notes = replace(notes, search=notes.search.calling(names))
        if notes.talks is not None:
            notes = replace(notes, talks=notes.talks.calling(names))
        self._notes = notes

    def take_off(self, profile_id: str) -> None:
        """Forget all that is noted on somebody; what cannot be read stays as it is."""
        if not self._is_open:
            return
        cannot = self.errors
        search = None if SEARCH in cannot else self.search.without(profile_id)
        talks = None if TALKS in cannot else self.talks.without(profile_id)
        check_ins = None if CHECK_INS in cannot else self.check_ins.without(profile_id)
        self._take(replace(self._notes, search=search, talks=talks, check_ins=check_ins))

    def clear(self, document: str) -> None:
        """Forget one of `SEARCH`, `TALKS` and `CHECK_INS`, also one that cannot be read."""
        if self._is_open:
            others = {name: error for name, error in self.errors.items() if name != document}
            emptied = {document: getattr(NO_NOTES, document), "errors": others}
            self._take(replace(self._notes, **emptied))

    def clear_all(self) -> None:
        """Forget all three, likewise."""
        if self._is_open:
            self._take(NO_NOTES)

    def settle(self) -> None:
        """Have noted what is begun on a page, where there is a file to keep it in."""
        if self._is_open:
            self.settling.emit()

    def begin(self, notes: KeptNotes = NO_NOTES) -> None:
        """Take what is in the file that was opened."""
        self._is_open = True
        self._take(notes)

    def forget(self) -> None:
        """Forget all of it; what is in the file stays there."""
        self._is_open = False
        self.opened = ""
        self._ids_now = _NOBODY
        self._take(KeptNotes())

    def _take(self, notes: KeptNotes) -> None:
        if notes != self._notes:
            self._notes = notes
            self.changed.emit()
