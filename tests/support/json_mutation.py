"""A JSON document changed in one place: what a fuzzer of bytes hardly ever brings about."""

import json
import random
from collections.abc import Iterator

_STRANGE: tuple[object, ...] = (
    None, True, False, 0, -1, 10**18, 10**400, 0.5, 1e308, "", " ", "\ud800", "\u202eabc", "\0",
    "x" * 5000, "p-1", "2026-13-45", "0001-01-01", "9999-12-31", "25:61", "-0", "1e999999", "NaN",
    "=1+1", "#a", "Practitioner/../x", [], {}, [[]], [None], [{}], {"": ""}, {"value": {}},
)  # fmt: skip

_Holder = dict[str, object] | list[object]


def mutated(content: bytes, most: int, seed: int) -> bytes | None:
    """Return a document with one place changed; ``None`` for what is no JSON, or grew too long."""
    chance = random.Random(seed)
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return None
    places = [*_places(document)]
    if not places:
        return None
    _change(places, chance)
    new = json.dumps(document, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    encoded = new.encode("utf-8", "surrogatepass")
    return encoded if len(encoded) <= most else None


def _places(node: object) -> Iterator[tuple[_Holder, str | int]]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield node, name
            yield from _places(value)
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield node, place
            yield from _places(value)


def _change(places: list[tuple[_Holder, str | int]], chance: random.Random) -> None:
    holder, key = chance.choice(places)
    way = chance.randrange(4)
    if way == 0:
        del holder[key]  # type: ignore[arg-type]
    elif way == 1 and isinstance(holder, list):
        holder.append(_copy(holder[int(key)]))
    elif way == 2:
        other, name = chance.choice(places)
        holder[key] = _copy(other[name])  # type: ignore[call-overload, index]
    else:
        holder[key] = chance.choice(_STRANGE)  # type: ignore[index]


def _copy(node: object) -> object:
    # Never a holder within itself.
    return json.loads(json.dumps(node))
