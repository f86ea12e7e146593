"""Words that no field takes: lines of text, each under what its column stands for.

What no column is named of comes first. Each column of a list has words of its own: a list that has
other columns says nothing of them.
"""

import re
from collections.abc import Collection, Iterator

from matcher.directory.field import FIELDS

BESIDE_FIELDS = frozenset(
    {"id", "published", "confirmed_on", "confirmed_by", "name_and_credential", "first_name",
     "last_name", "place", "state", "fees"}
)  # fmt: skip
"""What else a column of a list may stand for."""

_LABEL = re.compile(r"([a-z_]+)( \(.+?\))?: ")
_BETWEEN = "; "


def label(target: str, header: str = "") -> str:
    """Return what the words of a column stand under.

    Parameters
    ----------
    target
        What the column stands for.
    header
        Of the column; ``""`` where the target says enough.
    """
    return f"{target} ({header})" if header else target


def line(name: str, words: Collection[str]) -> str:
    """Return the words of a column as a line under its label."""
    return f"{name}: {_BETWEEN.join(words)}"


def said_anew(held: str, said: str, columns: Collection[str], *, over: bool = True) -> str:
    """Return what is held once a list has said its words.

    Parameters
    ----------
    held, said
        The words before, and those of the list.
    columns
        What the list speaks of: labels, ``""`` for what stands under none, and headers in
        brackets. Of these, words it does not say are no longer held.
    over
        Whether its words take the place of those under the same label.
    """
    before, after = _parted(held), _parted(said)
    columns = frozenset(columns)
    joined = {
        name: after[name] if over and name in after else lines
        for name, lines in before.items()
        if name in after or columns.isdisjoint({name, name.partition(" ")[2] or name})
    }
    return _text(joined | {name: after[name] for name in after if name not in joined})


def of_both(kept: str, other: str) -> str:
    """Return the words of two profiles that are one person, each once under its label."""
    joined = _parted(kept)
    for name, lines in _parted(other).items():
        held = joined.get(name)
        if held is None or not name:
            joined[name] = [*dict.fromkeys((*(held or ()), *lines))]
        else:
            words = dict.fromkeys(_words(name, (*held, *lines)))
            joined[name] = [line(name, words)]
    return _text(joined)


def without(text: str, fields: Collection[str]) -> str:
    """Return words without those that stand under some fields, whatever header is beside it."""
    parted = _parted(text)
    return _text({name: parted[name] for name in parted if name.partition(" ")[0] not in fields})


def has_all(held: str, said: str) -> bool:
    """Tell whether every line of what is said is held."""
    return {*said.splitlines()} <= {*held.splitlines()}


def _parted(text: str) -> dict[str, list[str]]:
    """Part a text into the lines of each label."""
    found: dict[str, list[str]] = {}
    name = ""
    for each in text.splitlines():
        match = _LABEL.match(each)
        if match and (match[1] in FIELDS or match[1] in BESIDE_FIELDS):
            name = match[0].removesuffix(": ")
        found.setdefault(name, []).append(each)
    return found


def _words(name: str, lines: Collection[str]) -> Iterator[str]:
    for each in lines:
        yield from each.removeprefix(f"{name}: ").split(_BETWEEN)


def _text(parted: dict[str, list[str]]) -> str:
    """Put lines together, first those under no label."""
    ordered = sorted(parted.items(), key=lambda entry: bool(entry[0]))
    return "\n".join(each for _, lines in ordered for each in lines)
