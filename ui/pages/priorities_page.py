"""Up to two groups that matter most: their points count double."""

from PySide6.QtWidgets import QWidget

from ui.controllers.sitting_controller import MOST_DOUBLE, SittingController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text


class PrioritiesPage(SheetPage):
    """The seven groups as cards."""

    def __init__(self, words: Language, sitting: SittingController) -> None:
        super().__init__(words, "priorities")
        self._sitting = sitting
        self.compose()

    def enter(self) -> None:
        """Show what was picked."""
        super().enter()
        self._show_chosen()

    def show_covered(self) -> None:
        """Show the groups to somebody who helps, and not which are chosen."""
        self._groups.setEnabled(not self.is_covered)
        self._show_chosen()

    def first_focus(self) -> QWidget:
        """Begin at the first card."""
        return self.next_button if self.is_covered else self._groups.cards[0]

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        other = "_other" if self.words.about_other else ""
        self.set_heading(text(f"screen.priorities.heading{other}"), text("screen.priorities.why"))
        self._groups.set_words(
            lambda group: text(f"screen.group.{group}"),
            lambda group: text(f"screen.group_means.{group}"),
        )

    def _build(self) -> None:
        groups = self._sitting.questionnaire.groups
        self._groups = OptionGroup("group", groups, several=True, columns=2)
        self._groups.set_rule(limit=MOST_DOUBLE)
        self._limit = Text("error", "group_limit")
        self.column.addSpacing(8)
        self.column.addWidget(self._limit)
        self.column.addWidget(self._groups)

    def _connect(self) -> None:
        self._groups.chosen_changed.connect(self._keep)
        self._groups.limit_reached.connect(self._say_limit)

    def _show_chosen(self) -> None:
        self._groups.set_chosen(() if self.is_covered else self._sitting.double)
        self._limit.set_words("")

    def _keep(self, chosen: tuple[str, ...]) -> None:
        self._limit.set_words("")
        self._sitting.set_double(chosen)

    def _say_limit(self) -> None:
        self._limit.set_words(self.words.text("screen.list.limit", n=MOST_DOUBLE))
        self.announce(self._limit.plain)
        self.reveal(self._limit)
