"""A kiosk without processes, for what its supervisor decides."""

from matcher.directory.kiosk_event import KioskWord
from ui.supervisor.supervisor import Clocks, Supervisor
from ui.supervisor.words import ProcessKind, Said, Word

LIMIT = 181.0
"""Seconds after which somebody who began and gave no sign has left."""


class Children:
    """Numbers instead of processes, and what was done to them."""

    def __init__(self, *, can_watch: bool = False) -> None:
        self.can_watch = can_watch
        self.kinds: dict[int, ProcessKind] = {}
        self.alive: list[int] = []
        self.told: list[tuple[int, Word]] = []
        self.has_room = True

    def start(self, kind: ProcessKind) -> int:
        """Note a new one."""
        if not self.has_room:
            raise BlockingIOError
        number = len(self.kinds) + 1
        self.kinds[number] = kind
        self.alive.append(number)
        return number

    def tell(self, number: int, word: Word) -> None:
        """Note what it was told."""
        assert number in self.alive
        self.told.append((number, word))

    def kill(self, number: int) -> None:
        """Note that it is gone."""
        self.alive.remove(number)


class PretendedKiosk:
    """A supervisor with a clock that only goes when it is told to."""

    def __init__(self, *, can_watch: bool = False) -> None:
        self.now = 100.0
        self.limit = LIMIT
        self.slept = 0.0
        self.has_screen = True
        self.told: list[KioskWord] = []
        self.children = Children(can_watch=can_watch)
        self.supervisor = Supervisor(
            self.children,
            lambda: self.limit,
            lambda: self.has_screen,
            self.told.append,
            Clocks(lambda: self.now, lambda: self.now + self.slept),
        )
        self.supervisor.start()

    def alive(self, kind: ProcessKind = ProcessKind.SITTING) -> list[int]:
        """Return the numbers of those of a kind that live."""
        return [each for each in self.children.alive if self.children.kinds[each] is kind]

    def say(self, number: int, *words: Word, code: str = "") -> None:
        """Let one say some words."""
        for word in words:
            self.supervisor.heard(number, Said(word, code))

    def die(self, number: int, exit_code: int = -9) -> None:
        """End by itself: there is nothing left to kill, which is no error."""
        self.supervisor.died(number, exit_code)

    def go_by(self, seconds: float, *talking: int) -> None:
        """Let time pass, in which some say that they are alive."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(self.now + 0.5, end)
            for number in talking:
                self.say(number, Word.ALIVE)
            self.supervisor.look()

    def sleep(self, seconds: float) -> None:
        """Let the computer sleep, and everybody on it with it."""
        self.slept += seconds
        self.supervisor.look()

    def prepared(self, exit_code: int = 0) -> None:
        """Make ready what sittings stand on."""
        (helper,) = self.alive(ProcessKind.HELPER)
        self.die(helper, exit_code)

    @property
    def shown(self) -> int:
        """Who was told last to be seen."""
        return self.children.told[-1][0] if self.children.told else 0
