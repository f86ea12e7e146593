"""Help now: people to call, on every page by one button or F1."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.checklist.crisis import (
    CrisisRegion,
    LineKind,
    crisis_regions,
    load_crisis_lines,
)
from ui.controllers.cover_controller import CoverController
from ui.controllers.region_controller import RegionController
from ui.language import Language
from ui.pages.cover_part import CoverPart
from ui.pages.sheet_page import SheetPage
from ui.widgets.crisis_lines import CrisisLines
from ui.widgets.fold import Fold
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text


class HelpPage(SheetPage):
    """The lines of the region, the same for everybody; nothing about it is noted."""

    offers_back = False

    def __init__(self, words: Language, region: RegionController, cover: CoverController) -> None:
        super().__init__(words, "help")
        self._region = region
        self._cover = CoverPart(words, cover)
        self.compose()

    def enter(self) -> None:
        """Show the lines of the region that holds."""
        super().enter()
        self._where.set_open(is_open=False)
        self._show_lines()

    def first_focus(self) -> QWidget:
        """Begin at the way back."""
        return self.next_button

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("crisis.panel.title"), text("crisis.panel.intro"))
        self._unwatched.set_words(text("crisis.panel.unwatched"))
        self._kept.set_words(text("crisis.panel.kept"))
        self._cover.retranslate()
        self._asked_again.set_words(text("screen.help.asked_again"))
        self._regions.set_words(lambda code: text(f"crisis.region.{code}"))
        self.next_button.set_words(text("crisis.panel.back"))
        if self.isVisible():
            self._show_lines()

    def _build(self) -> None:
        self._danger = Text("strong", "danger")
        self._lines = CrisisLines("lines", self.words)
        self._unwatched = Text("body", "unwatched")
        self._kept = Text("body", "kept")
        self._regions = OptionGroup("region", crisis_regions(), columns=2)
        self._asked_again = Text("quiet", "asked_again")
        places = QWidget()
        inside = QVBoxLayout(places)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._asked_again)
        inside.addWidget(self._regions)
        self._where = Fold("where", places)
        for widget in (self._danger, self._lines, self._where, self._unwatched, self._kept):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addWidget(self._cover)

    def _connect(self) -> None:
        self._regions.chosen_changed.connect(self._choose_region)

    def _choose_region(self, chosen: tuple[str, ...]) -> None:
        self._region.set_region(chosen[0])
        self._show_lines()

    def _show_lines(self) -> None:
        text = self.words.text
        region = load_crisis_lines(self._region.region)
        self._danger.set_words(self._said_of_danger(region))
        name = text(f"crisis.region.{region.region}")
        self._where.line.set_words(text("screen.help.where", region=name))
        self._regions.set_chosen((region.region,))
        self._lines.show_lines(region.lines)

    def _said_of_danger(self, region: CrisisRegion) -> str:
        """Return what to do when someone is in danger, unless a line is there to say it."""
        if any(line.kind is LineKind.EMERGENCY for line in region.lines):
            return ""
        if not region.emergency:
            return self.words.text("crisis.panel.danger_local")
        return self.words.text("crisis.panel.danger", number=region.emergency)
