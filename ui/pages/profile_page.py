"""Everything about one profile: each fact with who said so and when, and the wish beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import Group
from matcher.services.matching.match import Match
from ui.controllers.followup_controller import FollowupController
from ui.controllers.order_controller import OrderController
from ui.controllers.results_controller import MOST_CHOSEN, ResultsController
from ui.controllers.similar_controller import SimilarController
from ui.language import Language
from ui.pages.place_fold import PlaceFold
from ui.pages.search_add import SearchAdd
from ui.pages.sheet_page import SheetPage
from ui.pages.similar_part import SimilarPart
from ui.widgets.profile_fit import ProfileFit
from ui.widgets.profile_sections import ProfileSections
from ui.widgets.result_words import ResultWords
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text


class ProfilePage(SheetPage):
    """One practitioner, opened over the list.

    Parameters
    ----------
    words
        The language that holds.
    results
        Says whose profile it is.
    order
        Says what its place hangs on.
    similar
        Says who is like it.
    """

    shows_answers = True
    goes_on_covered = False
    breadth = 1.35

    def __init__(
        self,
        words: Language,
        results: ResultsController,
        order: OrderController,
        similar: SimilarController,
    ) -> None:
        super().__init__(words, "profile")
        self._results = results
        self._shown: tuple[Match | None, str] = (None, "")
        self._facts = QWidget()
        self._add: SearchAdd | None = None
        self._place = PlaceFold(words, results, order)
        self._similar = SimilarPart(words, results, similar)
        self.compose()

    def enter(self) -> None:
        """Show the profile that was opened; as it was, after a page opened over it."""
        if self._results.is_outdated:
            self.withdrawn.emit()
            return
        if self.is_returned_to and self._shown == (self._results.match, self._results.opened):
            return
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

    def go_back(self) -> None:
        """Go back to the profile this one was opened from; else to the list."""
        if not self._results.opened_from:
            super().go_back()
            return
        self._results.close()
        self._enter_again()

    def offer_search(self, followup: FollowupController) -> None:
        """Let whoever is shown be put on the list of whom to ask."""
        self._add = SearchAdd(self.words, followup)
        self.column.insertWidget(self.column.indexOf(self._fit) + 1, self._add)
        self._add.wanted.connect(self.open_over)

    def _build(self) -> None:
        self._name = Text("body", "whole_name")
        self._about = Text("quiet", "about")
        self._fit = ProfileFit()
        self.chosen = Text("small", "chosen")
        for text in (self._about, self._name):
            self.column.insertWidget(self.column.indexOf(self.heading) + 1, text)
        self.column.addWidget(self._fit)
        self.column.addWidget(self._place)
        self.column.addSpacing(16)
        self._before_facts, self._after_facts = QVBoxLayout(), QVBoxLayout()
        self.column.addLayout(self._before_facts)
        self.column.addWidget(self._facts)
        self.column.addLayout(self._after_facts)

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back_button)
        self.bar.addWidget(self.chosen, 1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._results.failed.connect(self.withdrawn)
        self._results.chosen_changed.connect(self._say_chosen)
        self._results.limit_reached.connect(self._tell_limit)
        self._place.how_requested.connect(self._open_how)
        self._similar.open_requested.connect(self._open_like)

    def _say(self) -> None:
        match, profile_id = self._results.match, self._results.opened
        if match is None or not profile_id:
            return
        with self._results.reading():
            self._say_about(match, profile_id)

    def _say_about(self, match: Match, profile_id: str) -> None:
        result, profile = self._results.result(profile_id), self._results.profile(profile_id)
        said = ResultWords(self.words, match, self._results.questionnaire)
        self._shown = (match, profile_id)
        self.set_heading(shown_name(result.name), said.register(profile), self._say_where_from())
        self.setAccessibleName(result.name)
        own = (profile.text(field) for field in ("pronouns", "title", "credential"))
        self._name.set_words(result.name if self.heading.plain != result.name else "")
        self._about.set_words(" · ".join(filter(None, own)))
        self._fit.show_profile(result, profile, said)
        self._show_facts(ProfileSections(result, profile, said))
        if self._add is not None:
            self._add.show_person(profile_id, result.name)
        self._place.show_profile()
        self._show_similar(result, profile_id)
        self._say_chosen()

    def _say_where_from(self) -> str:
        other = self._results.opened_from or self._results.opened_like
        if not other:
            return self.words.text("profile.place")
        return self.words.text("profile.place_like", name=self._results.profile(other).name)

    def _show_similar(self, result: ProfileResult, profile_id: str) -> None:
        """Offer others first when this person is not taking new people, else at the end."""
        is_full = result.group is Group.NOT_ACCEPTING
        (self._before_facts if is_full else self._after_facts).addWidget(self._similar)
        self._similar.show_profile(profile_id)

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
        self.next_button.set_kind("quiet" if is_chosen else "primary")
        self.chosen.set_words(
            self.words.text("results.chosen_count", n=len(chosen), most=MOST_CHOSEN)
        )

    def _tell_limit(self) -> None:
        limit = self.words.text("results.limit", most=MOST_CHOSEN)
        self.chosen.set_words(limit)
        self.announce(limit)

    def _open_how(self) -> None:
        self.open_over("how")

    def _open_like(self, profile_id: str) -> None:
        self._results.open_from_here(profile_id)
        self._enter_again()

    def _enter_again(self) -> None:
        """Show another profile on the same page."""
        # First, so that nothing that goes hands the focus on to what lies further down.
        if not self.is_covered:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.enter()
        self.announce(self.title)
