"""Before the private items: answer here, on paper, or skip them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from matcher.questionnaire.definition import Page
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.pages.page import GUTTER
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.lines import Lines
from ui.widgets.text import Text


class PausePage(SheetPage):
    """Says what comes, and leaves the choice to the person.

    Parameters
    ----------
    ahead
        Gives the ids of the pages that may come next.
    """

    def __init__(
        self, words: Language, sitting: SittingController, ahead: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__(words, "pause")
        self._sitting = sitting
        self._ahead = ahead
        self.compose()

    def enter(self) -> None:
        """Say what fits: somebody who helps can let the person answer alone."""
        super().enter()
        self._say_who()

    def show_covered(self) -> None:
        """Keep from being seen whether something private was answered, and who is here."""
        self._say_who()

    def go_on(self) -> None:
        """Answer here."""
        self._sitting.answer_private(here=True)
        self.next_requested.emit()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self._say_who()
        self.next_button.set_words(text("screen.pause.here"))
        self._paper.set_words(text("screen.pause.paper"))
        self._skip.set_words(text("screen.pause.skip"))
        self._measure()

    def _build(self) -> None:
        self._list = Lines("private_pages")
        self._alone = Text("strong", "alone")
        self._paper = Button("quiet", "on_paper")
        self._skip = Button("quiet", "skip")
        self._kept = Text("body", "kept")
        for widget in (self._list, self._kept, self._alone):
            self.column.addWidget(widget)

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        for button in (self._skip, self._paper, self.next_button):
            self.bar.addWidget(button)
        row = QHBoxLayout()
        below = QWidget()
        self._below = FlowLayout(below, across=self.bar.spacing(), down=8)
        row.addStretch(1)
        row.addWidget(below)
        self.bar_column.addLayout(row)

    def _measure(self) -> None:
        """Let the ways on go to a second row where there is no room for them beside *Back*."""
        super()._measure()
        ways = (self._skip, self._paper, self.next_button)
        beside = sum(button.sizeHint().width() + self.bar.spacing() for button in ways)
        room = min(self.width() - 2 * GUTTER, self.bar_row.maximumWidth())
        is_narrow = self.back_button.sizeHint().width() + beside > room
        row = self._below if is_narrow else self.bar
        if row.indexOf(self.next_button) < 0:
            for button in ways:
                row.addWidget(button)

    def _connect(self) -> None:
        self._paper.clicked.connect(self._open_paper)
        self._skip.clicked.connect(self._skip_private)

    def _say_who(self) -> None:
        text = self.words.text
        other = "_other" if self.words.about_other else ""
        pages = self._private_ahead()
        self.set_heading(
            text("screen.pause.heading", n=len(pages)), text(f"screen.pause.why{other}")
        )
        self._list.set_lines([self.words.item(page.items[0], "heading") for page in pages])
        if self.is_covered:
            self._alone.set_words("")
            self._kept.set_words("")
            return
        alone = self._sitting.is_helper and self._sitting.person_is_here
        self._alone.set_words(text("screen.pause.alone") if alone else "")
        kept = f"screen.pause.kept{other}" if self._sitting.has_private_answers else ""
        self._kept.set_words(text(kept) if kept else "")

    def _private_ahead(self) -> list[Page]:
        questionnaire, ahead = self._sitting.questionnaire, self._ahead()
        pages = (*questionnaire.pages, *questionnaire.more)
        return [page for page in pages if page.id in ahead and questionnaire.is_private(page)]

    def _open_paper(self) -> None:
        self.page_requested.emit("paper")

    def _skip_private(self) -> None:
        self._sitting.answer_private(here=False)
        self.next_requested.emit()
