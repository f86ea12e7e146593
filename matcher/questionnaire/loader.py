"""The questionnaire that ships with the program: TOML, checked, as one frozen value."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from matcher.bundled import bundled, bundled_toml
from matcher.errors import Message, ResourceError
from matcher.questionnaire.definition import Page, Questionnaire, Section
from matcher.questionnaire.item import Importance, Item, ItemKind
from matcher.questionnaire.shape import shape_faults

FILE = "questionnaire/preferences.toml"

CodesOf = Callable[[str], tuple[str, ...] | None]
"""Gives the codes of a vocabulary in display order; ``None`` when there is no such vocabulary."""

# The codes are all that is needed here. Parsing two dozen vocabularies as TOML would take longer
# than everything else the first window does.
_CODE_LINE = re.compile(r'^code = "([^"]+)"$', re.MULTILINE)

_FOR_CODES = ("extensible", "limit", "own_words", "ranked", "starred")
"""What only an item with several codes may have."""
_COPIED = (*_FOR_CODES, "scored")


@cache
def load_questionnaire() -> Questionnaire:
    """Return the questionnaire; the file is read and checked once.

    Raises
    ------
    ResourceError
        With a message for every fault: the file, the item, the key and what was expected.
    """
    return build_questionnaire(bundled_toml(*FILE.split("/")), _bundled_codes, _bundled_regions())


def build_questionnaire(
    raw: Mapping[str, Any], codes_of: CodesOf, regions: tuple[str, ...] = ()
) -> Questionnaire:
    """Check a parsed questionnaire file and build what it describes.

    Parameters
    ----------
    raw
        The whole file as TOML gives it.
    codes_of
        Where the codes of a vocabulary come from.
    regions
        The places whose help lines are known.

    Raises
    ------
    ResourceError
        With a message for every fault found, not only the first.
    """
    # References are looked at only in tables of the right shape.
    faults = [*shape_faults(raw, FILE)] or [*_faults(raw, codes_of)]
    if faults:
        raise ResourceError(*faults)
    sections = tuple(Section(entry["id"], entry.get("private", False)) for entry in raw["section"])
    private = {section.id for section in sections if section.private}
    return Questionnaire(
        id=raw["id"],
        sections=sections,
        items=tuple(_item(entry, codes_of, private) for entry in raw["item"]),
        pages=tuple(Page(entry["id"], tuple(entry["items"])) for entry in raw["page"]),
        pause_before=raw["pause"]["before"],
        more=tuple(Page(entry["id"], tuple(entry["items"])) for entry in raw.get("more", ())),
        groups=tuple(raw["weights"]["groups"]),
        presets=tuple(raw["weights"]["presets"]),
        regions=regions,
    )


@cache
def _bundled_codes(vocabulary: str) -> tuple[str, ...] | None:
    try:
        text = bundled("vocabularies", f"{vocabulary}.toml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return tuple(_CODE_LINE.findall(text))


def _bundled_regions() -> tuple[str, ...]:
    names = (entry.name for entry in bundled("crisis").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def _faults(raw: Mapping[str, Any], codes_of: CodesOf) -> Iterator[Message]:
    for table in ("section", "item"):
        yield from _repeated(table, [entry["id"] for entry in raw[table]])
    sections = [entry["id"] for entry in raw["section"]]
    for entry in raw["item"]:
        yield from _item_faults(entry, sections, codes_of)
    yield from _page_faults(raw)


def _page_faults(raw: Mapping[str, Any]) -> Iterator[Message]:
    """Yield a message for each item that does not stand on exactly one page."""
    known = [entry["id"] for entry in raw["item"]]
    pages = [("page", page) for page in raw["page"]]
    pages += [("more", page) for page in raw.get("more", ())]
    yield from _repeated("page", [page["id"] for _, page in pages])
    shown = [item for _, page in pages for item in page["items"]]
    for table, page in pages:
        for item in page["items"]:
            yield from _unknown(f"{table}.{page['id']}", "items", item, known)
        if not page["items"]:
            where = f"{table}.{page['id']}"
            yield Message("error.resource.needs_key", file=FILE, item=where, key="items")
    yield from _repeated("page", shown)
    for entry in raw["item"]:
        if entry["id"] not in shown and entry.get("page", True):
            where = f"item.{entry['id']}"
            yield Message("error.resource.on_no_page", file=FILE, item=where)
    express = [page["id"] for page in raw["page"]]
    yield from _unknown("pause", "before", raw["pause"]["before"], express)


def _item_faults(
    entry: Mapping[str, Any], sections: list[str], codes_of: CodesOf
) -> Iterator[Message]:
    where = f"item.{entry['id']}"
    yield from _unknown(where, "section", entry["section"], sections)
    yield from _unknown(where, "kind", entry["kind"], [*ItemKind])
    yield from _unknown(where, "importance", entry.get("importance", "must"), [*Importance])
    if entry.get("importance") == Importance.MUST and not entry.get("must"):
        yield Message("error.resource.needs_key", file=FILE, item=where, key="must")
    if "vocabulary" in entry and codes_of(entry["vocabulary"]) is None:
        name = entry["vocabulary"]
        yield Message("error.resource.no_vocabulary", file=FILE, item=where, name=name)
    if entry["kind"] in [*ItemKind]:
        yield from _kind_faults(entry, where)


def _kind_faults(entry: Mapping[str, Any], where: str) -> Iterator[Message]:
    kind = entry["kind"]
    ways, welcome = _keys_of_kind(kind)
    if ways and not any(way <= entry.keys() for way in ways):
        either = " / ".join("+".join(sorted(way)) for way in ways)
        yield Message("error.resource.needs_key", file=FILE, item=where, key=either)
    for key in sorted({"vocabulary", "options", "days", *_FOR_CODES} & entry.keys() - welcome):
        yield Message("error.resource.not_for_kind", file=FILE, item=where, key=key, kind=kind)


def _keys_of_kind(kind: str) -> tuple[list[set[str]], set[str]]:
    """Return the sets of keys of which an item of this kind has one, and all it may have."""
    match kind:
        case ItemKind.CHOICE:
            return [{"vocabulary"}, {"options"}], {"vocabulary", "options"}
        case ItemKind.CHOICES:
            return [{"vocabulary"}, {"options"}], {"vocabulary", "options", *_FOR_CODES}
        case ItemKind.TIMES:
            return [{"vocabulary", "days"}], {"vocabulary", "days"}
        case _:
            return [], set()


def _unknown(where: str, key: str, value: str, known: Iterable[str]) -> Iterator[Message]:
    expected = ", ".join(known)
    if value not in known:
        yield Message(
            "error.resource.not_known",
            file=FILE, item=where, key=key, value=value, expected=expected,
        )  # fmt: skip


def _repeated(table: str, ids: list[str]) -> Iterator[Message]:
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            yield Message("error.resource.repeated", file=FILE, item=table, value=id_)


def _item(entry: Mapping[str, Any], codes_of: CodesOf, private: set[str]) -> Item:
    vocabulary = entry.get("vocabulary")
    options = tuple(entry.get("options", ())) or (codes_of(vocabulary) if vocabulary else None)
    days = entry.get("days")
    if days:
        options = tuple(f"{day}-{part}" for day in days for part in options or ())
    return Item(
        id=entry["id"],
        section=entry["section"],
        kind=ItemKind(entry["kind"]),
        options=options or (),
        vocabulary=vocabulary,
        importance=Importance(entry.get("importance", Importance.MATTERS)),
        may_be_must=entry.get("must", False),
        private=entry.get("private", entry["section"] in private),
        **{key: entry[key] for key in _COPIED if key in entry},
    )
