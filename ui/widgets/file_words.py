"""What is said of a file: its name and the name of its folder, not the way there.

The way names whoever the computer belongs to, is long, and may be read over a shoulder.
"""

from pathlib import Path

from matcher.errors import MatcherError, Message
from ui.language import Language

_PLACES = ("file", "folder")


def saved_words(path: Path, words: Language) -> str:
    """Say where a file is now."""
    return words.text("checklist.saved", file=path.name, folder=_name(path.parent))


def refused_words(error: MatcherError, words: Language) -> str:
    """Say why a file could not be written."""
    return " ".join(words.render(_short(message)) for message in error.messages)


def _short(message: Message) -> Message:
    params = dict(message.params)
    for place in _PLACES:
        if isinstance(way := params.get(place), str):
            params[place] = _name(Path(way))
    return Message(message.key, **params)


def _name(path: Path) -> str:
    """Return the last part of a way; the way itself where it has none."""
    return path.name or str(path)
