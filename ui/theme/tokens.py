"""The tokens of the window's looks: colours, sizes of type, measures."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import ceil
from typing import Any

from matcher.bundled import bundled_toml

_INCH = 25.4
"""Millimetres."""

_ALL_GROW_TO = 125
_PACE = {"heading": 0.6, "title": 1 / 3}
"""Of what is large already, how fast it grows beyond that text size: the rest has to have room."""


class PaletteName(StrEnum):
    """The palettes a person can choose from."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, as ``#RRGGBB``.

    Attributes
    ----------
    wash
        Surface of what is chosen.
    hairline
        Decoration; never the edge of a control.
    focus, halo
        The ring around what has the focus, and the light around the ring.
    """

    ground: str
    surface: str
    wash: str
    ink: str
    quiet: str
    line: str
    hairline: str
    accent: str
    on_accent: str
    error: str
    focus: str
    halo: str


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Sizes of letters in pixels, smallest first; ``body`` is what text is set in."""

    small: int
    body: int
    lead: int
    heading: int
    title: int


@dataclass(frozen=True, slots=True)
class Form:
    """What the window stands on.

    Attributes
    ----------
    is_kiosk
        Whether it is touched, standing up.
    dots_per_inch
        Of the screen as it can be measured with a ruler.
    """

    is_kiosk: bool = False
    dots_per_inch: float = 96.0

    def pixels(self, millimetres: float) -> int:
        """Return how many pixels a length is on this screen, at least."""
        return ceil(millimetres / _INCH * self.dots_per_inch)


LAPTOP = Form()


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one palette, text size and form come to.

    Attributes
    ----------
    target
        The least height and width, in pixels, of anything that can be pressed.
    primary
        The least height of a page's main button.
    header
        The least height of the line above the pages.
    """

    colours: Colours
    sizes: TypeSizes
    target: int
    primary: int
    header: int
    field_radius: int
    card_radius: int


def _raw() -> dict[str, Any]:
    return bundled_toml("theme", "tokens.toml")


@cache
def text_sizes() -> tuple[int, ...]:
    """Return the text sizes that can be chosen, in per cent."""
    return tuple(_raw()["measure"]["text_sizes"])


@cache
def measure_characters() -> int:
    """Return how many characters a line of text may hold."""
    return int(_raw()["measure"]["characters"])


@cache
def motion_ms() -> tuple[int, int]:
    """Return how many milliseconds a page takes to appear, and what is folded out."""
    motion = _raw()["motion"]
    return int(motion["fade_ms"]), int(motion["fold_ms"])


@cache
def focus_ring() -> tuple[int, int]:
    """Return the width of the focus ring and its distance from what has the focus, in pixels."""
    ring = _raw()["focus"]
    return int(ring["width"]), int(ring["offset"])


@cache
def tokens(palette: PaletteName, text_size: int = 100, form: Form = LAPTOP) -> Tokens:
    """Return the tokens of a palette at a text size.

    Parameters
    ----------
    text_size
        Per cent of the usual size, one of `text_sizes`.
    """
    raw = _raw()
    type_sizes, measure = raw["type"], raw["measure"]
    if form.is_kiosk:
        type_sizes = raw["kiosk"]["type"]
        measure = measure | raw["kiosk"]["measure"]
    sizes = {name: _grown(name, pixels, text_size) for name, pixels in type_sizes.items()}
    return Tokens(
        colours=Colours(**raw["palette"][palette.value]),
        sizes=TypeSizes(**sizes),
        target=max(measure["target"], form.pixels(measure.get("target_mm", 0))),
        primary=max(measure["primary"], form.pixels(measure.get("primary_mm", 0))),
        header=measure["header"],
        field_radius=raw["radius"]["field"],
        card_radius=raw["radius"]["card"],
    )


def _grown(name: str, pixels: int, text_size: int) -> int:
    beyond = max(0, text_size - _ALL_GROW_TO) * _PACE.get(name, 1)
    return round(pixels * (min(text_size, _ALL_GROW_TO) + beyond) / 100)
