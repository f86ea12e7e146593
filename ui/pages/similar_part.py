"""*People like this one*: looked for when somebody asks."""

from collections.abc import Sequence

from matcher.errors import MatcherError
from ui.controllers.results_controller import ResultsController
from ui.controllers.similar_controller import SimilarController, SimilarWords
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.similar_list import SimilarList, SimilarPersonWords


class SimilarPart(SimilarList):
    """Stands on a page about one person; the order of the list stays as it is."""

    def __init__(
        self, words: Language, results: ResultsController, similar: SimilarController
    ) -> None:
        super().__init__("similar")
        self._words = words
        self._results = results
        self._similar = similar
        self.profile_id = ""
        self.list_requested.connect(self._ask)
        similar.found.connect(self._show)
        similar.failed.connect(self._tell_failed)

    def show_profile(self, profile_id: str) -> None:
        """Begin anew: somebody else is looked at, or another language holds."""
        self.profile_id = profile_id
        self._similar.forget()
        self.clear()
        text = self._words.text
        self.heading.set_words(text("profile.similar.heading"))
        self.note.set_words(text("profile.similar.note"))
        self.show_button.set_words(
            text("profile.similar.show"), text("profile.similar.show_for", name=self._name)
        )

    @property
    def _name(self) -> str:
        return self._results.profile(self.profile_id).name

    def _ask(self) -> None:
        match = self._results.match
        if match is None or self._similar.busy:
            return
        if not match.criteria:
            self._tell(self._words.text("learning.similar.unasked"))
            return
        with self._results.reading():
            self._tell(self._words.text("profile.similar.waiting", name=self._name))
            self._similar.request(self.profile_id, self._words.catalogue)

    def _show(self, found: Sequence[SimilarWords]) -> None:
        if not found:
            self._tell(self._words.text("learning.similar.none"))
            return
        with self._results.reading():
            self._show_some(found)

    def _show_some(self, found: Sequence[SimilarWords]) -> None:
        intro = self._words.text("learning.similar.intro", name=self._name)
        people = [
            SimilarPersonWords(one.profile_id, one.name, self._differences(one)) for one in found
        ]
        self.show_people(intro, people, self._words)
        announce(self, " ".join((intro, *(f"{one.name}." for one in found))))

    def _differences(self, one: SimilarWords) -> tuple[tuple[str, str], ...]:
        text = self._words.text
        said = tuple(
            (
                text("profile.similar.other", criterion=each.name, offered=each.other),
                text("profile.similar.own", name=self._name, offered=each.own),
            )
            for each in one.differences
        )
        return said or ((text("learning.similar.same"), ""),)

    def _tell_failed(self, error: MatcherError) -> None:
        self._tell(self._words.render_all(error))

    def _tell(self, words: str) -> None:
        self.tell(words)
        announce(self, words)
