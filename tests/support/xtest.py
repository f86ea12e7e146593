"""A keyboard and a pointer on a real display, and what somebody sees there who is no part of it.

XTEST gives a program the same events as hands would: the window manager and the keyboard's map have
had their say before they arrive.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadWindow
from Xlib.ext import xtest

LEFT, MIDDLE, RIGHT = 1, 2, 3

_BUTTONS = (LEFT, LEFT, LEFT, MIDDLE, RIGHT, RIGHT, 4, 5, 8, 9)
"""The left one most often; 4 and 5 are the wheel, 8 and 9 lead back and forth in browsers."""

WAYS_OUT: tuple[tuple[str, ...], ...] = (
    ("Alt_L", "F4"),
    ("Alt_L", "Tab"),
    ("Alt_L", "space"),
    ("Alt_L", "F2"),
    ("Super_L",),
    ("Super_L", "d"),
    ("Super_L", "l"),
    ("Control_L", "Alt_L", "t"),
    ("Control_L", "Alt_L", "Delete"),
    ("Control_L", "Alt_L", "BackSpace"),
    ("Control_L", "Alt_L", "F1"),
    ("Control_L", "Escape"),
    ("Control_L", "Shift_L", "Escape"),
    *(("Control_L", letter) for letter in "qwospnacvxz"),
    ("Shift_L", "F10"),
    ("Menu",),
    ("F11",),
    ("Print",),
    ("Shift_L", "F1"),
    ("Shift_L", "Insert"),
)
"""What is known to lead out of one program or another."""

# The third level and the accents that wait for a letter.
XK.load_keysym_group("xkb")

_HELD = ("Shift_L", "Control_L", "Alt_L", "Super_L", "ISO_Level3_Shift")
_KEYS = (
    *"abcdefghijklmnopqrstuvwxyz0123456789",
    *(f"F{number}" for number in range(1, 13)),
    *("Tab", "Return", "Escape", "space", "BackSpace", "Delete", "Insert", "Menu", "Print"),
    *("Home", "End", "Prior", "Next", "Left", "Right", "Up", "Down", "Pause", "Help"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A window that is on the screen.

    Attributes
    ----------
    number
        Its number; its upper bits say which program it is of.
    place
        Left, top, width and height.
    is_passing
        Whether it asks no window manager: menus and tool tips.
    """

    number: int
    place: tuple[int, int, int, int]
    is_passing: bool


class Hands:
    """A keyboard and a pointer, and eyes.

    Parameters
    ----------
    name
        Of the display.
    """

    def __init__(self, name: str) -> None:
        self._display = Display(name)
        self._root = self._display.screen().root
        size = self._root.get_geometry()
        self.width, self.height = size.width, size.height

    def press(self, *names: str) -> None:
        """Press keys by their names in X, each while those before are held, and let go."""
        codes = [code for name in names if (code := self._code(name))]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def write(self, words: str) -> None:
        """Press the keys of letters and figures, one after the other."""
        for letter in words:
            self.press(letter)

    def click(self, x: int, y: int, button: int = LEFT) -> None:
        """Press a button of the mouse somewhere, and let go."""
        self.drag((x, y), (x, y), button)

    def drag(self, start: tuple[int, int], end: tuple[int, int], button: int = LEFT) -> None:
        """Press a button of the mouse, and let go of it elsewhere."""
        self._move(start)
        xtest.fake_input(self._display, X.ButtonPress, button)
        self._move(end)
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def point(self, x: int, y: int) -> None:
        """Move the pointer somewhere."""
        self._move((x, y))
        self._display.sync()

    def windows(self) -> list[Seen]:
        """Return what can be seen, the lowest first."""
        found = []
        for window in self._root.query_tree().children:
            try:
                looks, place = window.get_attributes(), window.get_geometry()
            except (BadDrawable, BadWindow):
                continue  # it went while it was looked for
            if looks.map_state == X.IsViewable:
                where = (place.x, place.y, place.width, place.height)
                found.append(Seen(window.id, where, bool(looks.override_redirect)))
        return found

    def has_keys(self) -> int:
        """Return the number of the window that keys go to; 0 or 1 when there is none."""
        focus = self._display.get_input_focus().focus
        return focus if isinstance(focus, int) else int(focus.id)

    def copied(self) -> list[str]:
        """Return which of the two clipboards somebody has filled."""
        names = ("PRIMARY", "CLIPBOARD")
        owner = self._display.get_selection_owner
        return [name for name in names if owner(self._display.intern_atom(name)) != X.NONE]

    def fill_clipboards(self) -> None:
        """Be another program in which something was copied."""
        window = self._root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        for name in ("PRIMARY", "CLIPBOARD"):
            window.set_selection_owner(self._display.intern_atom(name), X.CurrentTime)
        self._display.sync()

    def same_program(self, one: int, other: int) -> bool:
        """Tell whether two windows are of one program."""
        mask = ~int(self._display.display.info.resource_id_mask)
        return one & mask == other & mask

    def close(self) -> None:
        """Let go of the display."""
        self._display.close()

    def _code(self, name: str) -> int:
        return int(self._display.keysym_to_keycode(XK.string_to_keysym(name)))

    def _move(self, place: tuple[int, int]) -> None:
        xtest.fake_input(self._display, X.MotionNotify, x=place[0], y=place[1])


@contextmanager
def hands_on(name: str) -> Iterator[Hands]:
    """Give the keyboard and the pointer of a display for a while."""
    hands = Hands(name)
    try:
        yield hands
    finally:
        hands.close()


def deeds(hands: Hands, seed: int) -> Iterator[Callable[[], None]]:
    """Give, without end, what somebody might do who tries everything: at first all known ways out.

    Equal seeds give equal deeds on a screen of the same size.
    """
    chance = random.Random(seed)
    for chord in WAYS_OUT:
        yield partial(hands.press, *chord)
    while True:
        yield _deed(hands, chance)


def _deed(hands: Hands, chance: random.Random) -> Callable[[], None]:
    if chance.random() < 0.5:
        held = chance.sample(_HELD, chance.choice((0, 0, 1, 1, 1, 2, 3)))
        return partial(hands.press, *held, chance.choice(_KEYS))
    if chance.random() < 0.15:
        return partial(hands.drag, _somewhere(hands, chance), _somewhere(hands, chance))
    return partial(hands.click, *_somewhere(hands, chance), chance.choice(_BUTTONS))


def _somewhere(hands: Hands, chance: random.Random) -> tuple[int, int]:
    return chance.randrange(hands.width), chance.randrange(hands.height)


def children_of(process: int) -> Sequence[str]:
    """Return the names of the programs that a process has started and that still run."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            said = (folder / "stat").read_text()
        except OSError:
            continue  # it has ended meanwhile
        name, _, rest = said.rpartition(") ")
        if rest.split()[1] == str(process):
            found.append(name.partition("(")[2])
    return found
