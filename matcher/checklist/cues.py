"""What a person may notice in a first meeting: ``resources/consultation/cues.toml``."""

from dataclasses import dataclass
from functools import cache

from matcher.bundled import bundled_toml
from matcher.errors import Message, ResourceError

_FILE = "cues.toml"


@dataclass(frozen=True, slots=True)
class Cue:
    """Signs about one topic, never a verdict.

    Attributes
    ----------
    topic
        Its words are ``cue.<topic>.heading``.
    good, care
        Codes of good signs and of signs to take care; ``cue.<topic>.good.<code>``.
    """

    topic: str
    good: tuple[str, ...]
    care: tuple[str, ...]


@cache
def load_cues() -> tuple[Cue, ...]:
    """Load the listening cues, in the order printed.

    Raises
    ------
    ResourceError
        With a message for each topic at fault.
    """
    entries = bundled_toml("consultation", _FILE).get("cue", [])
    topics = [entry.get("topic") for entry in entries]
    faults = [
        Message("error.resource.entry", file=_FILE, entry=str(topic), key=key, value=str(value))
        for entry, topic in zip(entries, topics, strict=True)
        for key, value in (
            ("topic", topic),
            ("good", entry.get("good")),
            ("care", entry.get("care")),
        )
        if not value or (key == "topic" and topics.count(topic) > 1)
    ]
    if faults or not entries:
        raise ResourceError(*(faults or [Message("error.resource.empty", file=_FILE)]))
    return tuple(
        Cue(entry["topic"], tuple(entry["good"]), tuple(entry["care"])) for entry in entries
    )
