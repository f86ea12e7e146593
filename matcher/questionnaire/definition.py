"""The questionnaire as a whole: sections, items in order, and the pages they are asked on."""

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
    """One page and the items it shows."""

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
    more
        The pages beyond it, in questionnaire order.
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
    more: tuple[Page, ...] = ()
    groups: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    _by_id: dict[str, Item] = field(init=False, repr=False, compare=False)
    _page_by_id: dict[str, Page] = field(init=False, repr=False, compare=False)
    _page_by_item: dict[str, Page] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pages = (*self.pages, *self.more)
        object.__setattr__(self, "_by_id", {item.id: item for item in self.items})
        object.__setattr__(self, "_page_by_id", {page.id: page for page in pages})
        object.__setattr__(
            self, "_page_by_item", {item: page for page in pages for item in page.items}
        )

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._by_id

    def item(self, item_id: str) -> Item:
        """Return the item with this id; `KeyError` when there is none."""
        return self._by_id[item_id]

    def page(self, page_id: str) -> Page:
        """Return a page of the express path or beyond it; `KeyError` when there is none."""
        return self._page_by_id[page_id]

    def page_of(self, item_id: str) -> Page:
        """Return the page an item is asked on; `KeyError` for one that has none of its own."""
        return self._page_by_item[item_id]

    def section_of(self, page: Page) -> str:
        """Return the id of the section a page belongs to."""
        return self.item(page.items[0]).section

    def is_private(self, page: Page) -> bool:
        """Tell whether a page asks for anything that waits behind the pause."""
        return any(self.item(item).private for item in page.items)
