"""The page for the end of a therapy: beginnings of a letter, and what to keep."""

from dataclasses import dataclass
from functools import cache

from matcher.bundled import bundled_toml
from matcher.errors import Message, ResourceError

_FILE = "followup/ending.toml"


@dataclass(frozen=True, slots=True)
class EndingPage:
    """What the page holds, as keys.

    Attributes
    ----------
    letter
        Beginnings of sentences; ``…`` in them is a gap, as in `matcher.followup.sentences.GAP`.
    keep
        Things worth keeping.
    """

    letter: tuple[str, ...]
    keep: tuple[str, ...]


@cache
def load_ending() -> EndingPage:
    """Load the page.

    Raises
    ------
    ResourceError
        When one of its lists is missing.
    """
    document = bundled_toml(*_FILE.split("/"))
    faults = [
        Message("error.resource.entry", file=_FILE, entry=key, key=key, value="")
        for key in ("letter", "keep")
        if not document.get(key)
    ]
    if faults:
        raise ResourceError(*faults)
    return EndingPage(
        tuple(f"followup.ending.letter.{code}" for code in document["letter"]),
        tuple(f"followup.ending.keep.{code}" for code in document["keep"]),
    )
