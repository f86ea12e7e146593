"""*Add to “My search”*, on the page about somebody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.followup_controller import FollowupController
from ui.controllers.kept_notes import SEARCH
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.text import Text


class SearchAdd(QWidget):
    """A button that puts somebody into *My search*, and then leads there.

    Where no file is open, or the list in it cannot be read, it leads to *My search* at once, which
    says what is missing.

    Parameters
    ----------
    words
        The language that holds.
    followup
        Owns the list.

    Signals
    -------
    wanted
        With the id of the page that the button leads to.
    """

    wanted = Signal(str)

    def __init__(self, words: Language, followup: FollowupController) -> None:
        super().__init__()
        self.setObjectName("search_add_part")
        self._words = words
        self._followup = followup
        self._profile_id = self._name = ""
        self.told = Text("quiet", "search_added")
        self.button = Button("quiet", "search_add")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._press)
        followup.changed.connect(self._say)
        words.changed.connect(self._say)
        self._say()

    def show_person(self, profile_id: str, name: str) -> None:
        """Be about somebody else."""
        self._profile_id, self._name = profile_id, name
        self._say()

    @property
    def _is_on(self) -> bool:
        return self._followup.has(self._profile_id)

    def _say(self) -> None:
        text = self._words.text
        self.told.set_words(text("search.add.is_on") if self._is_on else "")
        if self._is_on:
            self.button.set_words(text("search.heading"))
        else:
            self.button.set_words(text("search.add.do"), text("search.add.do_for", name=self._name))

    def _press(self) -> None:
        followup = self._followup
        if self._is_on or not followup.is_open or SEARCH in followup.errors:
            self.wanted.emit("search")
        else:
            followup.set_search(followup.search.with_people({self._profile_id: self._name}))
