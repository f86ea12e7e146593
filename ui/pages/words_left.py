"""Questions that were written and never added: none is left behind without a word."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from ui.controllers.checklist_controller import ChecklistController
from ui.language import Language
from ui.widgets.own_question import OwnQuestion
from ui.widgets.question_picker import QuestionPicker
from ui.widgets.shown_name import shown_name


class WordsLeft:
    """Takes what still stands in the fields when sheets are wanted.

    Parameters
    ----------
    checklist
        Puts questions on the sheets.
    """

    def __init__(self, checklist: ChecklistController) -> None:
        self._checklist = checklist
        self._named: dict[str, str] = {}

    def take(self, pickers: Mapping[str, QuestionPicker], words: Language) -> OwnQuestion | None:
        """Add words where there is room; return the field of any that were not named before.

        Whoever is told of them and goes on all the same wants to go without them.
        """
        for profile_id, picker in pickers.items():
            own = picker.own
            if own is None or not own.left:
                continue
            if self._checklist.has_room(profile_id):
                self._checklist.add_own(profile_id, own.left)
                own.clear()
            elif self._named.get(profile_id) != own.left:
                self._named[profile_id] = own.left
                name = shown_name(self._checklist.name(profile_id))
                own.show_error(words.text("checklist.own.left", name=name))
                own.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return own
        return None
