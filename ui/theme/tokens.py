"""The tokens of the window's looks: colours, sizes of type, measures."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from matcher.bundled import bundled_toml


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
class Tokens:
    """What one palette and text size come to.

    Attributes
    ----------
    target
        The least height and width, in pixels, of anything that can be pressed.
    """

    colours: Colours
    sizes: TypeSizes
    target: int
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
def focus_ring() -> tuple[int, int]:
    """Return the width of the focus ring and its distance from what has the focus, in pixels."""
    ring = _raw()["focus"]
    return int(ring["width"]), int(ring["offset"])


@cache
def tokens(palette: PaletteName, text_size: int = 100) -> Tokens:
    """Return the tokens of a palette at a text size.

    Parameters
    ----------
    text_size
        Per cent of the usual size, one of `text_sizes`.
    """
    raw = _raw()
    sizes = {name: round(pixels * text_size / 100) for name, pixels in raw["type"].items()}
    return Tokens(
        colours=Colours(**raw["palette"][palette.value]),
        sizes=TypeSizes(**sizes),
        target=raw["measure"]["target"],
        field_radius=raw["radius"]["field"],
        card_radius=raw["radius"]["card"],
    )
