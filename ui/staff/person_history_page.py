"""Everything done to one profile, each thing with what stood there before and after."""

from ui.controllers.acts_controller import ActsController
from ui.controllers.person_controller import PersonController
from ui.language import Language
from ui.staff.trail_page import TrailPage


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
        self._person = person
        super().__init__(words, "person_history", acts)

    def _whose(self) -> str:
        return self._person.profile_id

    def _say_heading(self) -> None:
        text = self.words.text
        name = self._person.profile.name
        self.set_heading(text("acts.title_one", name=name), text("acts.lead_one"), name)
