"""A kiosk of real processes on a bare screen, seen from outside: windows, keys and pictures."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from PIL import Image, ImageGrab
from support.source import ROOT
from support.xtest import Hands
from Xlib import X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadWindow, ConnectionClosedError

from ui.widgets.press_pause import PAUSE_MS

Found = TypeVar("Found")

Box = tuple[int, int, int, int]
"""Where a part of the screen begins, and how wide and high it is."""

_LONGEST = 60.0
_STEP = 0.05
_STILL = 0.3
_HELD = {"alt": "Alt_L", "ctrl": "Control_L", "shift": "Shift_L"}

_PROGRAM = """
import logging, sys
from pathlib import Path
from matcher.bootstrap import Places
from ui.kiosk_command import run_kiosk
from ui.settings import Settings

def settings():
    return Settings(is_kiosk=True, own_words=False, warns_after={warns}, clears_after={clears})

logging.basicConfig(format="%(message)s")
{first}
sys.exit(run_kiosk(Places(Path({folder!r}), {address!r}), settings, is_sample={is_sample}))
"""


class Window(NamedTuple):
    """A window that covers the whole screen."""

    number: int
    process: int
    title: str


class Kiosk:
    """What can be seen of a kiosk, and done to it.

    Attributes
    ----------
    process
        The supervisor.
    """

    def __init__(self, process: subprocess.Popen[str], environment: Mapping[str, str]) -> None:
        self.process = process
        self._environment = dict(environment)
        self._display = Display(environment["DISPLAY"])
        self._root = self._display.screen().root
        self._hands = Hands(environment["DISPLAY"])

    @property
    def children(self) -> list[int]:
        """The processes of the supervisor."""
        pid = self.process.pid
        try:
            said = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        except OSError:
            return []
        return [int(each) for each in said.split()]

    @property
    def windows(self) -> list[Window]:
        """The windows that can be seen, the one in front last."""
        found = (self._window(each) for each in self._root.query_tree().children)
        return [window for window in found if window is not None]

    @property
    def front(self) -> int:
        """The process whose window is in front and has the keys; 0 for none."""
        windows = self.windows
        focus = self._display.get_input_focus().focus
        number = focus if isinstance(focus, int) else focus.id
        return windows[-1].process if windows and windows[-1].number == number else 0

    def wait_for_front(self, *, seconds: float = 20.0, other_than: int = 0) -> int:
        """Return the process in front once there is one, and it is none that is known."""
        return wait_until(lambda: self.front if self.front != other_than else 0, seconds)

    def wait_for_spare(self, seconds: float = 20.0, *, watched: bool = False) -> None:
        """Wait until another sitting stands behind the one in front and looks for work.

        Where the directory is `watched` on a server, one more process does that.
        """
        wait_until(lambda: self._are_idle(3 if watched else 2), seconds)

    def _are_idle(self, count: int) -> bool:
        children = self.children
        return len(children) == count and sum(map(_is_idle, children)) >= 2

    def press(self, *keys: str) -> None:
        """Press keys, one after the other; those that are held stand before a plus sign."""
        for key in keys:
            *held, last = key.split("+")
            self._hands.press(*(_HELD[each] for each in held), last)

    def write(self, text: str) -> None:
        """Write with the keys."""
        self._hands.write(text)

    def click(self, x: int, y: int) -> None:
        """Press the first button of the mouse somewhere, and put it out of the way.

        What has only just appeared takes no press for a moment, which nobody sees from outside.
        """
        time.sleep(1.5 * PAUSE_MS / 1000)
        self._hands.click(x, y)
        self._hands.point(0, 0)

    def picture(self) -> Image.Image:
        """Return what is on the screen."""
        return ImageGrab.grab(xdisplay=self._environment["DISPLAY"])

    def press_and_see(self, x: int, y: int, box: Box) -> float:
        """Press the first button of the mouse, and return the seconds until a part changes.

        Since the press itself shows on what is pressed, the part lies elsewhere.
        """
        time.sleep(1.5 * PAUSE_MS / 1000)
        before = self._part(box)
        self._hands.click(x, y)
        begun = time.perf_counter()
        while self._part(box) == before:
            assert time.perf_counter() - begun < _LONGEST, "nothing changed"
        took = time.perf_counter() - begun
        self._hands.point(0, 0)
        return took

    def _part(self, box: Box) -> bytes:
        return bytes(self._root.get_image(*box, X.ZPixmap, 0xFFFFFFFF).data)

    def still_picture(self, other_than: bytes = b"", seconds: float = 10.0) -> bytes:
        """Return what is on the screen once it is something new, and stays so for a moment."""
        seen = wait_until(lambda: _other(self.picture().tobytes(), other_than), seconds)
        end, since = time.monotonic() + seconds, time.monotonic()
        while time.monotonic() < end and time.monotonic() - since < _STILL:
            time.sleep(2 * _STEP)
            now = self.picture().tobytes()
            if now != seen:
                seen, since = now, time.monotonic()
        return seen

    @property
    def copied(self) -> list[str]:
        """The clipboards that hold something."""
        return self._hands.copied()

    def end(self) -> str:
        """End the supervisor as the system does, and return all it said."""
        self._hands.close()
        self._display.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        _, said = self.process.communicate(timeout=10)
        return said

    def _window(self, window: object) -> Window | None:
        try:
            seen = window.get_attributes().map_state == X.IsViewable  # type: ignore[attr-defined]
            size = window.get_geometry()  # type: ignore[attr-defined]
            pid = window.get_full_property(  # type: ignore[attr-defined]
                self._display.intern_atom("_NET_WM_PID"), X.AnyPropertyType
            )
            title = window.get_wm_name()  # type: ignore[attr-defined]
        except (BadDrawable, BadWindow, ConnectionClosedError):
            return None
        whole = self._display.screen().width_in_pixels
        if not seen or pid is None or size.width != whole:
            return None
        return Window(window.id, pid.value[0], str(title))  # type: ignore[attr-defined]


def wait_until(find: Callable[[], Found], seconds: float = 10.0) -> Found:
    """Look again and again until something is found."""
    end = time.monotonic() + seconds
    while not (found := find()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(_STEP)
    return found


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be noticed does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


@contextmanager
def running_kiosk(
    environment: Mapping[str, str],
    folder: Path,
    *,
    idle: tuple[float, float] = (120.0, 60.0),
    is_sample: bool = True,
    address: str = "",
    before: Sequence[str] = (),
    first: str = "",
) -> Iterator[Kiosk]:
    """Run a kiosk on the invented directory, and end it.

    Parameters
    ----------
    address
        Of the directory, where it is not the invented one.
    before
        A program, with its words, that becomes the kiosk.
    first
        Lines of Python that its first process does before it begins.
    """
    warns, clears = idle
    program = _PROGRAM.format(
        warns=warns,
        clears=clears,
        folder=str(folder),
        address=address,
        is_sample=is_sample,
        first=first,
    )
    with seen_kiosk([*before, sys.executable, "-c", program], environment, ROOT) as kiosk:
        yield kiosk


@contextmanager
def seen_kiosk(
    command: Sequence[str], environment: Mapping[str, str], folder: Path
) -> Iterator[Kiosk]:
    """Run the program of a kiosk in a folder, and end it."""
    process = subprocess.Popen(
        command, cwd=folder, env=dict(environment), stderr=subprocess.PIPE, text=True
    )
    kiosk = Kiosk(process, environment)
    try:
        yield kiosk
    finally:
        children = kiosk.children
        kiosk.end()
        for child in children:
            if is_alive(child):
                os.kill(child, signal.SIGKILL)


def _other(picture: bytes, known: bytes) -> bytes:
    return b"" if picture == known else picture


def _is_idle(pid: int) -> bool:
    """Tell whether a process sleeps in all its threads."""
    states = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            stat = (task / "stat").read_text(encoding="ascii")
            states.append(stat.rpartition(")")[2].split()[0])
    except OSError:
        return False  # it has ended
    return len(states) > 2 and all(state == "S" for state in states)
