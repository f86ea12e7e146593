"""Before the first item: text size, colours, and what is kept."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.errors import Message
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName, text_sizes
from ui.widgets.fold import Fold
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_MOVING, _STILL = "moving", "still"


class ComfortPart(Protocol):
    """Something else that can be set there."""

    def show_state(self) -> None:
        """Show what holds."""

    def retranslate(self) -> None:
        """Say every word in the language that holds."""


class ComfortPage(SheetPage):
    """Changes at once what is chosen.

    Parameters
    ----------
    parts
        What else is set there, widgets in their order: what keeps answers from other eyes, where
        there are any, and reading aloud.
    kept
        Gives the sentence about what is kept.
    name
        ``comfort`` on the way to the first item, ``looks`` when opened from another page.
    """

    def __init__(
        self,
        words: Language,
        appearance: Appearance,
        parts: Sequence[ComfortPart],
        kept: Callable[[], Message],
        name: str,
    ) -> None:
        super().__init__(words, name)
        self._appearance = appearance
        self._parts = parts
        self._find_kept = kept
        self._on_the_way = self.offers_back = name == "comfort"
        self.compose()

    def enter(self) -> None:
        """Show what holds."""
        super().enter()
        self._say_kept()
        self._size.set_chosen((str(self._appearance.text_size),))
        self._palette.set_chosen((self._appearance.palette.value,))
        self._movement.set_chosen((_MOVING if self._appearance.moves else _STILL,))
        for part in self._parts:
            part.show_state()

    def first_focus(self) -> QWidget:
        """Begin at the text size that holds."""
        return self._size.chosen_card() or self.next_button

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        where = "comfort" if self._on_the_way else "comfort.looks"
        self.set_heading(text(f"screen.{where}.heading"))
        self._size_label.set_words(text("screen.comfort.size"))
        self._size.set_words(lambda size: text("screen.comfort.per_cent", size=int(size)))
        self._palette_label.set_words(text("screen.comfort.colors"))
        self._palette.set_words(lambda name: text(f"screen.comfort.{name}"))
        self._movement_label.set_words(text("screen.comfort.movement"))
        self._movement.set_words(lambda name: text(f"screen.comfort.{name}"))
        for part in self._parts:
            part.retranslate()
        if self._more is not None:
            self._more.line.set_words(text("screen.comfort.more"))
        self._say_kept()
        self._order.set_words(text("screen.welcome.order") if self._on_the_way else "")
        if not self._on_the_way:
            self.next_button.set_words(text("screen.comfort.close"))

    def _say_kept(self) -> None:
        kept = self.words.render(self._find_kept())
        self._kept.set_words(kept if self._on_the_way else "")

    def _build(self) -> None:
        sizes = tuple(str(size) for size in text_sizes())
        self._size_label = Text("heading", "size_label")
        self._size = OptionGroup("text_size", sizes, columns=5)
        self._size.set_centred(is_centred=True)
        self._palette_label = Text("heading", "colours_label")
        self._palette = OptionGroup("colours", [name.value for name in PaletteName], columns=3)
        self._movement_label = Text("heading", "movement_label")
        self._movement = OptionGroup("movement", (_MOVING, _STILL), columns=2)
        self._kept = Text("strong", "kept")
        self._order = Text("body", "order")
        self.column.addWidget(self._kept)
        self.column.addWidget(self._order)
        for label, group in ((self._size_label, self._size), (self._palette_label, self._palette)):
            self.column.addSpacing(8)
            self.column.addWidget(label)
            self.column.addWidget(group)
        self.column.addSpacing(8)
        # Few want more of it before they begin; whoever comes for the looks sees all.
        more = self._make_more()
        self._more = Fold("more_settings", more) if self._on_the_way else None
        self.column.addWidget(self._more or more)

    def _make_more(self) -> QWidget:
        more = QWidget()
        column = QVBoxLayout(more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._movement_label)
        column.addWidget(self._movement)
        for part in self._parts:
            assert isinstance(part, QWidget)
            column.addSpacing(8)
            column.addWidget(part)
        return more

    def _connect(self) -> None:
        self._size.chosen_changed.connect(self._choose_size)
        self._palette.chosen_changed.connect(self._choose_palette)
        self._movement.chosen_changed.connect(self._choose_movement)

    def _choose_size(self, chosen: tuple[str, ...]) -> None:
        self._appearance.set_text_size(int(chosen[0]))
        self.reveal(self._size)

    def _choose_palette(self, chosen: tuple[str, ...]) -> None:
        self._appearance.set_palette(PaletteName(chosen[0]))

    def _choose_movement(self, chosen: tuple[str, ...]) -> None:
        self._appearance.set_moving(moves=chosen == (_MOVING,))
