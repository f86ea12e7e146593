"""One walk through the window for each look, on which everything that can be wrong is written down.

A walk takes seconds, so that each look is walked through once and every test reads from that.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget
from support.page_checks import (
    clipped,
    close,
    faint,
    margins,
    mute,
    out_of_order,
    out_of_sight,
    overlapping,
    small,
    squeezed,
    tab_round,
    unreached,
    unseen_faults,
    without_ring,
)
from support.walking import PORTRAIT, SMALL, USUAL, open_filled, walk
from support.window import settle

from matcher.i18n import languages
from ui.app import Wiring
from ui.settings import Settings
from ui.theme.tokens import PaletteName, Tokens


@dataclass(frozen=True, slots=True)
class Look:
    """What a walk is taken in.

    Attributes
    ----------
    sizes
        Of the window; each page is looked at in every one.
    checks
        Names of `CHECKS`; those that hang on what has the focus are made in the first size only.
    """

    language: str = "en"
    text_size: int = 100
    palette: PaletteName = PaletteName.LIGHT
    is_kiosk: bool = False
    sizes: tuple[tuple[int, int], ...] = ((USUAL.width(), USUAL.height()),)
    checks: tuple[str, ...] = ()


@dataclass(slots=True)
class Survey:
    """What was found.

    Attributes
    ----------
    pages
        The names of the states that were seen.
    faults
        By check, each with the page it was found on.
    margins
        By page, the room left and right of what stands there.
    """

    pages: list[str] = field(default_factory=list)
    faults: dict[str, set[str]] = field(default_factory=dict)
    margins: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)


class _Sight:
    """What is seen at one stop of a walk; Tab goes round once for all checks that ask."""

    def __init__(self, wiring: Wiring) -> None:
        self.wiring = wiring
        self.window = wiring.window

    @cached_property
    def stops(self) -> list[QWidget]:
        """What Tab stops at."""
        return tab_round(self.window)


_OF_FOCUS = frozenset({"told", "focus", "sight", "tab"})
_LAYERS = ("curtain", "fault_layer", "idle_warning")
_SIZES = tuple((size.width(), size.height()) for size in (USUAL, SMALL))

_WORDS = ("clipped", "overlap", "told")
"""Checks of what may happen to words where there is little room for them."""

# What is told is looked at before Tab scrolls elsewhere.
BY_HAND = Look(checks=("told", "targets", "mute", "focus", "tab", "contrast", "languages"))
PALETTES = (
    BY_HAND,
    Look(palette=PaletteName.DARK, checks=("contrast",)),
    Look(palette=PaletteName.CONTRAST, checks=("contrast",)),
)
KIOSK = Look(
    is_kiosk=True,
    sizes=((PORTRAIT.width(), PORTRAIT.height()),),
    checks=("targets", "apart", "languages", *_WORDS),
)
KIOSK_LARGE = replace(KIOSK, text_size=200, checks=(*_WORDS, "squeezed"))
LONGEST = "es"
"""The language with the longest words."""

LARGE, LARGE_TOO = (
    tuple(
        Look(language, 200, sizes=_SIZES[1:], checks=(*_WORDS, "squeezed"))
        for language in languages()
        if (language == LONGEST) is is_longest
    )
    for is_longest in (True, False)
)
"""The second is walked through by ``make long``."""

LEAST_ROOM = Look("ar-XB", 200, sizes=_SIZES[::-1], checks=(*_WORDS, "sight", "tab", "mute"))
MIRRORED = Look("ar-XB", sizes=_SIZES, checks=_WORDS)
LONGER = Look("en-XA", sizes=_SIZES, checks=_WORDS)
LONG_AND_LARGE = Look("en-XA", 200, sizes=_SIZES, checks=_WORDS)
"""All three are walked through by ``make long``: `LEAST_ROOM` has as many letters and less room."""


def _targets(sight: _Sight) -> set[str]:
    now: Tokens = sight.wiring.appearance.tokens
    return small(sight.window, now.target, now.primary)


def _focus(sight: _Sight) -> set[str]:
    window, stops = sight.window, sight.stops
    return out_of_order(window.page, stops) | without_ring(window, stops)


def _languages(sight: _Sight) -> set[str]:
    """Return what keeps another language from being two taps away; a curtain is no page."""
    header = sight.window.header
    button = header.findChild(QPushButton, "language")
    if not header.isVisible():
        return set() if sight.window.stage.top.objectName() in _LAYERS else {"no header"}
    offered = {action.data() for action in button.menu().actions() if action.isEnabled()}
    is_there = button.isVisible() and button.isEnabled() and offered >= {*languages()}
    return set() if is_there else {"no menu of languages"}


CHECKS: dict[str, Callable[[_Sight], set[str]]] = {
    "targets": _targets,
    "apart": lambda sight: close(sight.window),
    "mute": lambda sight: mute(sight.window),
    "focus": _focus,
    "tab": lambda sight: unreached(sight.window, sight.stops),
    "contrast": lambda sight: faint(sight.window),
    "languages": _languages,
    "clipped": lambda sight: clipped(sight.window),
    "squeezed": lambda sight: squeezed(sight.window),
    "told": lambda sight: unseen_faults(sight.window),
    "sight": lambda sight: out_of_sight(sight.stops),
    "overlap": lambda sight: overlapping(sight.window),
}


@cache
def survey(look: Look) -> Survey:
    """Walk through the window in a look, once."""
    settings = Settings(
        look.language, text_size=look.text_size, is_kiosk=look.is_kiosk, own_words=not look.is_kiosk
    )
    found = Survey(faults={check: set() for check in look.checks})
    with open_filled(settings, QSize(*look.sizes[0]), look.palette) as wiring:
        for page in walk(wiring):
            found.pages.append(page)
            found.margins[page] = margins(wiring.window)
            for size in look.sizes:
                wiring.window.resize(*size)
                settle()
                sight = _Sight(wiring)
                is_first = size == look.sizes[0]
                for check in look.checks if is_first else set(look.checks) - _OF_FOCUS:
                    marked = f"{page} {size[0]}x{size[1]}"
                    found.faults[check] |= {f"{marked}: {f}" for f in CHECKS[check](sight)}
            if len(look.sizes) > 1:
                wiring.window.resize(*look.sizes[0])
    return found


def faults(looks: tuple[Look, ...], check: str) -> list[str]:
    """Return everything that a check found in some looks."""
    return sorted(
        f"{look.language} {look.text_size} {look.palette.value}: {fault}"
        for look in looks
        for fault in survey(look).faults[check]
    )
