"""Short pages to read about the therapy itself: ``resources/followup/reading.toml``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from matcher.bundled import bundled_toml
from matcher.checklist.cues import Cue, load_cues
from matcher.errors import Message, ResourceError

_FILE = "followup/reading.toml"


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """One page, of a minute or less.

    Attributes
    ----------
    id
        Its title is ``followup.reading.<id>.title``.
    texts
        Keys of its paragraphs, in order.
    cue
        Signs that belong to it, with words as `matcher.checklist.cues.Cue` says; ``None`` for
        none.
    shows_help
        Whether the help lines stand at its end, as
        `matcher.checklist.help_lines.help_section` says them.
    """

    id: str
    texts: tuple[str, ...]
    cue: Cue | None = None
    shows_help: bool = False

    @property
    def title(self) -> str:
        """Key of its title."""
        return f"followup.reading.{self.id}.title"


@cache
def load_reading() -> tuple[ReadingPage, ...]:
    """Load the pages, in the order shown.

    Raises
    ------
    ResourceError
        With a message for each entry at fault.
    """
    entries = bundled_toml(*_FILE.split("/")).get("page", [])
    cues = {cue.topic: cue for cue in load_cues()}
    faults = [fault for entry in entries for fault in _faults(entry, entries, cues)]
    if faults or not entries:
        raise ResourceError(*(faults or [Message("error.resource.empty", file=_FILE)]))
    return tuple(
        ReadingPage(
            entry["id"],
            tuple(_key(entry["id"], text) for text in entry["texts"]),
            cues.get(entry.get("cue", "")),
            entry.get("helps", False),
        )
        for entry in entries
    )


def _key(page: str, text: str) -> str:
    return text if "." in text else f"followup.reading.{page}.{text}"


def _faults(
    entry: Mapping[str, Any], entries: list[Mapping[str, Any]], cues: Mapping[str, Cue]
) -> Iterator[Message]:
    ids = [each.get("id") for each in entries]
    for key, is_right in (
        ("id", bool(entry.get("id")) and ids.count(entry.get("id")) == 1),
        ("texts", bool(entry.get("texts"))),
        ("cue", entry.get("cue", "") in {"", *cues}),
    ):
        if not is_right:
            yield Message(
                "error.resource.entry",
                file=_FILE,
                entry=str(entry.get("id")),
                key=key,
                value=str(entry.get(key)),
            )
