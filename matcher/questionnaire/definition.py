"""The questionnaire as a whole: sections, items in order, and the express path."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from matcher.questionnaire.item import Item


@dataclass(frozen=True, slots=True)
class Section:
    """A group of items that are shown under one heading."""

    id: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the express path and the items it shows."""

    id: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All that can be asked.

    Attributes
    ----------
    id
        Name and version, ``"preferences/1"``.
    sections
        In order of display.
    items
        In questionnaire order, which also decides equal remainders of weights.
    pages
        The express path.
    pause_before
        Id of the page before which the private pages are announced.
    groups
        The groups of criteria that weights may name.
    presets
        The names of ready sets of group points.
    regions
        The places whose help lines are known.
    """

    id: str
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    pages: tuple[Page, ...]
    pause_before: str
    groups: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    _by_id: dict[str, Item] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {item.id: item for item in self.items})

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._by_id

    def item(self, item_id: str) -> Item:
        """Return the item with this id; `KeyError` when there is none."""
        return self._by_id[item_id]
