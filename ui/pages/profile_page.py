"""Everything about one profile: each fact with who said so and when, and the wish beside it."""

from PySide6.QtWidgets import QWidget

from ui.controllers.results_controller import MOST_CHOSEN, ResultsController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.fit_strip import FitStrip
from ui.widgets.profile_sections import ProfileSections
from ui.widgets.result_words import ResultWords, block_of
from ui.widgets.text import Text


class ProfilePage(SheetPage):
    """One practitioner, opened over the list.

    Parameters
    ----------
    words
        The language that holds.
    results
        Says whose profile it is.
    """

    def __init__(self, words: Language, results: ResultsController) -> None:
        super().__init__(words, "profile")
        self._results = results
        self._facts = QWidget()
        self.compose()

    def enter(self) -> None:
        """Show the profile that was opened."""
        super().enter()
        self._say()

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        if self.isVisible():
            self._say()

    def go_on(self) -> None:
        """Choose this person, or let go of them."""
        profile_id = self._results.opened
        self._results.choose(profile_id, profile_id not in self._results.chosen)

    def _build(self) -> None:
        self._strip = FitStrip("strip")
        self._count = Text("strong", "count")
        self._level = Text("quiet", "level")
        self.chosen = Text("small", "chosen")
        for widget in (self._strip, self._count, self._level):
            self.column.addWidget(widget)
        self.column.addSpacing(16)
        self.column.addWidget(self._facts)

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back_button)
        self.bar.addWidget(self.chosen, 1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._results.chosen_changed.connect(self._say_chosen)
        self._results.limit_reached.connect(self._tell_limit)

    def _say(self) -> None:
        match, profile_id = self._results.match, self._results.opened
        if match is None or not profile_id:
            return
        result, profile = self._results.result(profile_id), self._results.profile(profile_id)
        said = ResultWords(self.words, match, self._results.questionnaire)
        place = self.words.text("profile.place")
        self.set_heading(result.name, said.register(profile), place)
        blocks = [block_of(part) for part in result.contributions]
        self._strip.set_blocks(blocks, said.strip(result))
        self._count.set_words(said.count(result))
        self._level.set_words(said.level(result))
        self._show_facts(ProfileSections(result, profile, said))
        self._say_chosen()

    def _show_facts(self, facts: QWidget) -> None:
        self.column.replaceWidget(self._facts, facts)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = facts

    def _say_chosen(self) -> None:
        chosen = self._results.chosen
        is_chosen = self._results.opened in chosen
        self.next_button.set_words(
            self.words.text("profile.let_go" if is_chosen else "profile.choose")
        )
        self.chosen.set_words(
            self.words.text("results.chosen_count", n=len(chosen), most=MOST_CHOSEN)
        )

    def _tell_limit(self) -> None:
        self.chosen.set_words(self.words.text("results.limit", most=MOST_CHOSEN))
