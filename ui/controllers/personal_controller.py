"""What a person keeps on their own computer: opened, written and cleared off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from ui.controllers import personal_jobs as jobs
from ui.tasks import LatestJob

if TYPE_CHECKING:  # what encrypts comes with it: not before the first page is painted
    from matcher.services.personal.personal import PersonalService

    GetPersonal = Callable[[], PersonalService]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Something that was asked for, and what is told when it is done."""

    tell: Callable[[Any], None]
    is_open_after: bool | None = None


class PersonalController(QObject):
    """Owns the service behind the one file a person may keep; nothing is asked of it at first.

    Parameters
    ----------
    find
        Gives the service; called off the GUI thread.

    Attributes
    ----------
    is_in_use
        Whether what the window shows is what is kept.

    Signals
    -------
    looked
        After `standing` was seen anew.
    code_made
        With a recovery code, to be shown once: the file is new, or its code is.
    opened
        With the `WindowState` that was kept, or ``None``.
    taken
        The file is open, and what is in it will be replaced.
    passphrase_changed, remembering_changed, cleared
        It is done.
    refused
        With the `MatcherError` that says why what was asked for is not done.
    kept
        What the window gave is in the file.
    not_kept
        With the `MatcherError` that says why it is not.
    """

    looked = Signal()
    code_made = Signal(str)
    opened = Signal(object)
    taken = Signal()
    passphrase_changed = Signal()
    remembering_changed = Signal()
    cleared = Signal()
    refused = Signal(object)
    kept = Signal()
    not_kept = Signal(object)

    def __init__(self, find: GetPersonal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = jobs.Held(find)
        self.is_in_use = False
        self._is_open = False
        self._can_be_remembered = False
        self._standing = jobs.Standing()
        self._asked = _Asked(_nothing)
        self._looking, self._asking, self._saving, self._finding = (
            LatestJob(self) for _ in range(4)
        )
        self._looking.done.connect(self._take_standing)
        self._finding.done.connect(self._take_keyring)
        self._asking.done.connect(self._tell)
        self._asking.failed.connect(self._refuse)
        self._saving.done.connect(self._tell_kept)
        self._saving.failed.connect(self.not_kept)

    @property
    def standing(self) -> jobs.Standing:
        """What there is, as last seen."""
        return self._standing

    @property
    def is_open(self) -> bool:
        """Whether it can be written now."""
        return self._is_open

    @property
    def can_be_remembered(self) -> bool:
        """Whether this computer has a place for passwords that is allowed, as last seen."""
        return self._can_be_remembered

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is under way."""
        return self._asking.busy

    def look(self) -> None:
        """See what there is."""
        self._looking.start(jobs.look, self._held)

    def look_for_keyring(self) -> None:
        """See whether this computer can remember; that may take a while."""
        self._finding.start(jobs.look_for_keyring, self._held)

    def create(self, passphrase: str) -> None:
        """Begin to keep; told by `code_made`."""
        self._ask(_Asked(self.code_made.emit, is_open_after=True), jobs.create, passphrase)

    def open(self, passphrase: str) -> None:
        """Open what is kept with the passphrase; told by `opened`."""
        self._ask(_Asked(self.opened.emit, is_open_after=True), jobs.open_, passphrase)

    def open_with_code(self, code: str) -> None:
        """Open what is kept with the recovery code; told by `opened`."""
        self._ask(_Asked(self.opened.emit, is_open_after=True), jobs.open_with_code, code)

    def open_remembered(self) -> None:
        """Open it without the passphrase if this computer remembers; told by `opened`."""
        self._ask(_Asked(self.opened.emit, is_open_after=True), jobs.open_remembered)

    def take(self, passphrase: str) -> None:
        """Open it to put something else in its place; told by `taken`."""
        self._ask(_Asked(self._tell_taken, is_open_after=True), jobs.take, passphrase)

    def change_passphrase(self, passphrase: str) -> None:
        """Give what is open another passphrase; told by `passphrase_changed`."""
        asked = _Asked(lambda _: self.passphrase_changed.emit())
        self._ask(asked, jobs.change_passphrase, passphrase)

    def renew_code(self) -> None:
        """Make another recovery code; told by `code_made`."""
        self._ask(_Asked(self.code_made.emit), jobs.renew_code)

    def set_remembered(self, *, is_remembered: bool) -> None:
        """Let this computer open it by itself, or ask again; told by `remembering_changed`."""
        work = jobs.remember if is_remembered else jobs.stop_remembering
        self._ask(_Asked(lambda _: self.remembering_changed.emit()), work)

    def clear_all(self) -> None:
        """Take away everything that is kept; told by `cleared`."""
        if not self.busy:
            self._overtake_saves()
        asked = _Asked(lambda _: self.cleared.emit(), is_open_after=False)
        self._ask(asked, jobs.clear_all)

    def save(self, state: jobs.WindowState) -> None:
        """Keep this in place of what was kept before; told by `kept` or `not_kept`."""
        self._saving.start(jobs.save_if_newest, self._held, self._held.overtake(), state)

    def save_at_once(self, state: jobs.WindowState) -> MatcherError | None:
        """Keep this before returning; return why it was not kept."""
        self._overtake_saves()
        try:
            jobs.save(self._held, state)
        except MatcherError as error:
            return error
        return None

    def close(self) -> None:
        """Let go of what is open; it stays kept."""
        self._overtake_saves()
        self._asking.drop()
        if self._held.is_made:
            self._is_open = False
            jobs.close(self._held)

    def _overtake_saves(self) -> None:
        self._saving.drop()
        self._held.overtake()

    def _ask(self, asked: _Asked, work: Callable[..., object], *how: str) -> None:
        if not self.busy:
            self._asked = asked
            self._asking.start(work, self._held, *how)

    def _tell(self, answer: object) -> None:
        asked = self._asked
        if asked.is_open_after is not None:
            self._is_open = asked.is_open_after
        asked.tell(answer)
        self.look()

    def _refuse(self, error: MatcherError) -> None:
        if self._asked.is_open_after is False:
            self._is_open = False  # its key is gone, whatever else is left
        self.refused.emit(error)
        self.look()

    def _tell_taken(self, _answer: object) -> None:
        self.taken.emit()

    def _tell_kept(self, _answer: object) -> None:
        self.kept.emit()

    def _take_standing(self, standing: jobs.Standing) -> None:
        self._standing = standing
        self.looked.emit()

    def _take_keyring(self, is_there: bool) -> None:
        self._can_be_remembered = is_there
        self.looked.emit()


def _nothing(_answer: object) -> None:
    pass
