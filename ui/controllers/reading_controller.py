"""Reading a page aloud: whether it is wanted, whether there is a voice, and what is being said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.language import Language
from ui.voice_process import VoiceProcess
from ui.voices import Voices, find_voices, plain_for_voices, voice_surroundings

_LOOK_MS = 100
"""How often it is seen whether what is being said is still shown."""

_AT_ONCE = 300
"""Letters that are given to the voice together: what it says when all else fails is no more."""

_LISTS_WITHIN_MS = 15_000


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a voice may take, in thousandths of a second, before it counts as hanging."""

    always: int = 15_000
    a_letter: int = 200


class Sayable(Protocol):
    """One thing on a page that is read."""

    @property
    def words(self) -> str:
        """What is said."""

    def is_shown(self) -> bool:
        """Tell whether it can still be seen, and still says the same."""


class ReadingState(Enum):
    """How it stands with being read to."""

    OFF = "off"
    LOOKING = "looking"
    NO_VOICE = "no_voice"
    READY = "ready"
    READING = "reading"
    FAILED = "failed"


class ReadingController(QObject):
    """Off until it is asked for; starts no program before, and none of its own accord.

    Parameters
    ----------
    words
        Pages are read in the language that holds.
    find
        Finds the program that reads; left out, that of this computer.

    Signals
    -------
    changed
        `state` is another.
    """

    changed = Signal()

    def __init__(
        self,
        words: Language,
        parent: QObject | None = None,
        find: Callable[[], Voices | None] | None = None,
        patience: Patience | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._find = find or find_voices
        self._patience = patience or Patience()
        self._state = ReadingState.OFF
        self._voices: Voices | None = None
        self._names: Mapping[str, str] = {}
        self._left: list[Sayable] = []
        self._said_now: list[Sayable] = []
        surroundings = voice_surroundings()
        self._listing = VoiceProcess(surroundings, self)
        self._listing.ended.connect(self._take_names)
        self._listing.failed.connect(self._take_names)
        self._reading = VoiceProcess(surroundings, self)
        self._reading.ended.connect(self._go_on)
        self._reading.failed.connect(self._tell_failed)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._see_if_shown)
        words.changed.connect(self._follow_language)

    @property
    def state(self) -> ReadingState:
        """How it stands."""
        return self._state

    @property
    def is_on(self) -> bool:
        """Whether pages can be read: it is wanted, and there is a voice."""
        return self._state in (ReadingState.READY, ReadingState.READING, ReadingState.FAILED)

    @property
    def is_wanted(self) -> bool:
        """Whether a person has turned it on, be there a voice or not yet."""
        return self.is_on or self._state is ReadingState.LOOKING

    @property
    def is_reading(self) -> bool:
        """Whether something is being said."""
        return self._state is ReadingState.READING

    @property
    def number(self) -> int:
        """The number by which the system knows the voice that speaks; 0 when none does."""
        return self._reading.number

    def set_on(self, *, is_on: bool) -> None:
        """Look for a voice, without a sound; or be silent and off."""
        if is_on and self.is_wanted:
            return
        self._hush()
        self._listing.end()
        self._voices = self._find() if is_on else None
        if self._voices is None:
            self._show(ReadingState.NO_VOICE if is_on else ReadingState.OFF)
        else:
            self._show(ReadingState.LOOKING)
            self._listing.start(self._voices.listing, "", _LISTS_WITHIN_MS)

    def read(self, things: Sequence[Sayable]) -> None:
        """Read what a page shows, from its beginning."""
        if self.is_on:
            self._hush()
            self._left = [*things]
            self._show(ReadingState.READING)
            self._look.start()
            self._go_on()

    def stop(self) -> None:
        """Be silent at once."""
        if self.is_reading:
            self._hush()
            self._show(ReadingState.READY)

    def _hush(self) -> None:
        self._look.stop()
        self._left, self._said_now = [], []
        if self._reading.is_running:
            self._reading.end()
            if self._voices is not None and self._voices.hushing:
                self._reading.call_after(self._voices.hushing)

    def _take_names(self, said: str = "") -> None:
        assert self._voices is not None
        self._names = self._voices.names_in(said)
        has_voice = self._words.code in self._names
        self._show(ReadingState.READY if has_voice else ReadingState.NO_VOICE)

    def _go_on(self, _said: str = "") -> None:
        """Let the voice say what comes next, as long as it is shown."""
        self._said_now, letters = [], 0
        while self._left and (not letters or letters + len(self._left[0].words) < _AT_ONCE):
            thing = self._left.pop(0)
            if thing.is_shown():
                self._said_now.append(thing)
                letters += len(thing.words)
        if not self._said_now:
            self.stop()
            return
        assert self._voices is not None
        code = self._words.code
        self._reading.start(
            self._voices.reading(code, self._names[code]),
            plain_for_voices(" ".join(thing.words for thing in self._said_now)) + "\n",
            self._patience.always + self._patience.a_letter * letters,
            self._voices.complaint,
        )

    def _see_if_shown(self) -> None:
        """Say no more of a page that shows something else now."""
        if not all(thing.is_shown() for thing in self._said_now):
            self.stop()

    def _tell_failed(self) -> None:
        self._hush()
        self._show(ReadingState.FAILED)

    def _follow_language(self) -> None:
        """Speak the language that holds now, or be off when there is no voice for it."""
        if self.is_on:
            self._hush()
            has_voice = self._words.code in self._names
            self._show(ReadingState.READY if has_voice else ReadingState.NO_VOICE)

    def _show(self, state: ReadingState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit()
