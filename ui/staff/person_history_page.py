"""Everything done to one profile, each thing with what stood there before and after."""

from ui.controllers.acts_controller import ActsController
from ui.controllers.person_controller import PersonController
from ui.language import Language
from ui.staff.trail_page import TrailHeading, TrailPage
from ui.widgets.shown_name import shown_name


class PersonHistoryPage(TrailPage):
    """The trail of the profile that is open in the editor.

    Parameters
    ----------
    words
        The language that holds.
    acts
        What was done; not the one of the page about the whole directory.
    person
        Says whose profile is open.
    """

    def __init__(self, words: Language, acts: ActsController, person: PersonController) -> None:
        super().__init__(words, "person_history", acts, _Person(person))


class _Person:
    """The profile that is open, as whose history is told."""

    def __init__(self, person: PersonController) -> None:
        self._person = person

    def whose(self) -> str:
        return self._person.profile_id

    def heading(self, words: Language) -> TrailHeading:
        name = shown_name(self._person.profile.name)
        return TrailHeading(
            words.text("acts.title_one", name=name),
            words.text("acts.lead_one"),
            words.text("editor.place"),
        )
