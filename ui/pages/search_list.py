"""Whom a person asks, in their order, and above them what to look at today."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.followup.search_sheet import found_text
from ui.controllers.followup_controller import FollowupController
from ui.controllers.kept_notes import SEARCH
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.reminder_list import ReminderList
from ui.widgets.search_row import SearchRow
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingLink


class SearchList(QWidget):
    """The list as a whole, and the ways that lead on from it.

    Parameters
    ----------
    words
        The language that holds.
    followup
        Owns the list.

    Attributes
    ----------
    offered
        Names of people who may be put on the list, by id.

    Signals
    -------
    opened
        With the id: what is noted on somebody is wanted.
    """

    opened = Signal(str)

    def __init__(self, words: Language, followup: FollowupController) -> None:
        super().__init__()
        self.setObjectName("search_list")
        self._words = words
        self._followup = followup
        self.offered: Mapping[str, str] = {}
        self._rows: dict[str, SearchRow] = {}
        self.problem = Text("error", "search_problem")
        self.found = Text("strong", "search_found")
        self.due_heading = Text("strong", "reminders_heading")
        self.due = ReminderList()
        self.empty = Text("body", "search_empty")
        self.add = WrappingLink("search_add_chosen")
        self._people = QVBoxLayout()
        self._people.setSpacing(16)
        self.ways = {name: WrappingLink(f"search_{name}") for name in _WAYS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for text in (self.problem, self.found, self.due_heading, self.due, self.empty):
            column.addWidget(text)
        column.addLayout(self._people)
        for button in (self.add, *self.ways.values()):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.due.opened.connect(self.opened)
        self.add.clicked.connect(self._add)
        self.ways["found_other"].clicked.connect(self._find_other)
        self.ways["on"].clicked.connect(self._search_on)

    @property
    def rows(self) -> tuple[SearchRow, ...]:
        """Somebody each, in the order of the list."""
        return tuple(self._rows[each.profile_id] for each in self._followup.search.people)

    @property
    def ways_in(self) -> tuple[QWidget, ...]:
        """What a person may want first, in the order of reading."""
        adds = () if self.add.isHidden() else (self.add,)
        return (*self.due.buttons, *(row.open for row in self.rows), *adds)

    def show_list(self) -> None:
        """Show the list as it is."""
        text, log = self._words.text, self._followup.search
        error = self._followup.errors.get(SEARCH)
        self.problem.set_words("" if error is None else self._words.render_all(error))
        due = self._followup.reminders
        self.due_heading.set_words(text("search.due") if due else "")
        self.due.show_reminders(due, self._words)
        self.empty.set_words("" if log.people or error else text("search.empty"))
        self.found.set_words(found_text(log, self._words.catalogue, shown_name))
        self._show_rows()
        self._offer()

    def _show_rows(self) -> None:
        log = self._followup.search
        for gone in {*self._rows} - {each.profile_id for each in log.people}:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        found = "" if log.found is None else log.found.profile_id
        for place, each in enumerate(log.people):
            row = self._rows.get(each.profile_id) or self._make_row(each.profile_id)
            row.say(each, self._words, is_found=each.profile_id == found)
            row.set_place(is_first=place == 0, is_last=place == len(log.people) - 1)
            self._people.removeWidget(row)
            self._people.insertWidget(place, row)

    def _make_row(self, profile_id: str) -> SearchRow:
        row = self._rows[profile_id] = SearchRow(profile_id)
        row.opened.connect(self.opened)
        row.moved.connect(self._move)
        return row

    def _offer(self) -> None:
        text, log = self._words.text, self._followup.search
        names = [shown_name(name) for name in self._new().values()]
        said = self._words.catalogue.list(names)
        self.add.set_words(text("search.add.chosen", names=said))
        self.add.setVisible(bool(names) and SEARCH not in self._followup.errors)
        has_people, is_found = bool(log.people), log.found is not None
        offered = {
            "paper": has_people,
            "found_other": has_people and not is_found,
            "on": is_found,
            "check_in": True,
            "reading": True,
            "ending": is_found,
            "clear": not self._followup.is_empty,
        }
        for name, button in self.ways.items():
            button.set_words(text(f"search.way.{name}"))
            button.setVisible(offered[name])

    def _add(self) -> None:
        self._followup.set_search(self._followup.search.with_people(self._new()))

    def _new(self) -> dict[str, str]:
        """Return whom of those offered the list does not have."""
        return {id_: name for id_, name in self.offered.items() if not self._followup.has(id_)}

    def _find_other(self) -> None:
        followup = self._followup
        followup.set_search(followup.search.with_found("", followup.today()))
        self.ways["on"].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.found.plain)

    def _search_on(self) -> None:
        self._followup.set_search(self._followup.search.searching_on())
        self.ways["found_other"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, profile_id: str, way: int) -> None:
        log = self._followup.search
        place = [each.profile_id for each in log.people].index(profile_id) + way
        self._followup.set_search(log.moved(profile_id, place))
        row = self._rows[profile_id]
        usable = (row.moves[each] for each in (way, -way) if row.moves[each].isEnabled())
        next(usable, row.open).setFocus(Qt.FocusReason.OtherFocusReason)


_WAYS = ("paper", "check_in", "reading", "found_other", "on", "ending", "clear")
