"""Everybody in the directory: searched, filtered, sorted, and opened."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from matcher.services.kiosks.copy_standing import CopyStanding
from matcher.services.kiosks.kiosk_words import copy_words
from matcher.services.people.people_wish import PeopleColumn, PeopleWish
from ui.controllers.kiosks_controller import KiosksController
from ui.controllers.people_controller import PeopleController
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.models.people_model import COLUMNS, PeopleModel
from ui.pages.page import Page
from ui.staff.people_room import PeopleRoom
from ui.staff.people_standing import kiosk_lines, standing_lines
from ui.widgets.button import Button
from ui.widgets.data_table import ColumnRoom
from ui.widgets.scroll_area import ScrollArea

_RANKS = {
    PeopleColumn.NAME: (0, 4),
    PeopleColumn.ACCEPTING: (1, 1),
    PeopleColumn.AGE: (2, 1),
    PeopleColumn.PLACE: (3, 3),
    PeopleColumn.PUBLISHED: (4, 1),
    PeopleColumn.CONFLICTS: (5, 1),
    PeopleColumn.CONFIRMED_ON: (6, 1),
    PeopleColumn.SOURCE: (7, 1),
    PeopleColumn.CREDENTIAL: (8, 1),
    PeopleColumn.ID: (9, 1),
}
"""How soon each column is left out where there is no room, and its share of what is left over."""

_SAID_AFTER_MS = 600
"""A screen reader is told how many were found when typing has stopped this long."""


class PeoplePage(Page):
    """The table of all people.

    Parameters
    ----------
    words
        The language that holds.
    controller
        Reads and finds people.
    session
        Who of the staff is here.
    kiosks
        What kiosks elsewhere told.

    Signals
    -------
    person_requested
        With the id of somebody to be opened; ``""`` for somebody new.
    """

    person_requested = Signal(str)

    def __init__(
        self,
        words: Language,
        controller: PeopleController,
        session: StaffSession,
        kiosks: KiosksController,
    ) -> None:
        super().__init__(words, "people")
        self._controller = controller
        self._session = session
        self._said = ""
        self._so_far = 0
        self._error: MatcherError | None = None
        self._begins = True
        self._fault: MatcherError | None = None
        self._copy = CopyStanding()
        self._kiosks = kiosks
        self.compose()

    def enter(self) -> None:
        """Read the directory again, which takes no time unless it was changed."""
        self._begins = not self.is_returned_to
        self._fault = self._controller.settings_fault()
        self._copy = self._controller.copy()
        self._show_standing()
        self._kiosks.request()
        self._controller.read_again()

    def first_focus(self) -> QWidget:
        """Return the search, or what leads on where there is nobody to look for."""
        if self._is_some():
            return self.search
        return self.notice.lead if self.notice.lead.isVisibleTo(self) else self.add_button

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.setAccessibleName(text("staff_people.title"))
        self.heading.set_words(text("staff_people.title"))
        self.search_name.set_words(text("staff_people.search.name"))
        self.search.setPlaceholderText(text("staff_people.search.hint"))
        self.search.setAccessibleName(text("staff_people.search.name"))
        self.search.setAccessibleDescription(text("staff_people.search.hint"))
        self.add_button.set_words(text("staff_people.add"))
        self.table.setAccessibleName(text("staff_people.table"))
        self.table.setAccessibleDescription(text("staff_people.keys"))
        self.filters.retranslate()
        self.model.retranslate()
        self._give_room()
        self._show()

    def _build(self) -> None:
        self.room = room = PeopleRoom(self.words)
        self.heading, self.search_name, self.search = room.heading, room.search_name, room.search
        self.filters, self.table, self.notice = room.filters, room.table, room.notice
        self.model = PeopleModel(self.words, self)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.body.addWidget(ScrollArea("scroll", room))

    def _build_bar(self) -> None:
        self.add_button = Button("quiet", "add_person")
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        self.bar.addWidget(self.add_button)
        self.next_button.setParent(self)
        self.next_button.hide()

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._later.timeout.connect(lambda: self.announce(self.filters.count.plain))
        self._controller.reading.connect(self._tell_reading)
        self._controller.found.connect(self._show_found)
        self._controller.failed.connect(self._tell_failed)
        self._kiosks.known.connect(self._show_standing)
        self.search.textChanged.connect(self._search)
        self.search.table_requested.connect(self._go_to_table)
        self.search.entered.connect(self._take_found)
        self.filters.wish_changed.connect(self._controller.set_wish)
        self.filters.wish_changed.connect(self._show)
        self.filters.clear.clicked.connect(self._clear)
        self.notice.lead_requested.connect(self._lead_on)
        self.add_button.clicked.connect(self._add)
        self.model.sort_requested.connect(self._sort)
        self.table.row_opened.connect(self._open)
        self.table.typed.connect(self.search.begin_with)
        for keys in (QKeySequence(Qt.Key.Key_Slash), QKeySequence(QKeySequence.StandardKey.Find)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.search.begin)

    def _is_some(self) -> bool:
        people = self._controller.people
        return people is not None and people.table.size > 0

    def _give_room(self) -> None:
        self.table.set_rooms(
            [ColumnRoom(self.model.usual_words(column), *_RANKS[column]) for column in COLUMNS]
        )

    def _tell_reading(self, so_far: int) -> None:
        self._error, self._so_far = None, so_far
        self._show()

    def _tell_failed(self, error: MatcherError) -> None:
        self._error = error
        self._show()
        self.announce(self.notice.why.plain)

    def _show_found(self) -> None:
        people = self._controller.people
        assert people is not None
        self._error = None
        before = self.table.currentIndex()
        chosen = self.model.profile_id(before.row()) if before.isValid() else ""
        had_focus = self.table.hasFocus()
        self.model.set_people(people.table, people.rows)
        self._show()
        if self._begins:
            self.begin_late()
        self._begins = False
        row = self.model.row_of(chosen) if chosen else -1
        self.table.choose_row(max(row, 0) if had_focus else row)
        if had_focus and not people.size:
            self.search.begin()

    def _show(self) -> None:
        """Show who was found, or why there is nobody to show."""
        people, text = self._controller.people, self.words.text
        wish = self._controller.wish
        self.filters.set_wish(wish)
        heading, *rest = self._notice()
        self.notice.say(heading, *rest)
        self.room.show_people(has_people=self._is_some(), is_any_found=not heading)
        self.filters.clear.setVisible(not wish.is_for_all and not heading)
        self._show_standing()
        if people is None or not people.table.size:
            self.filters.count.set_words("")
            return
        in_all = people.table.size
        count = text("staff_people.count.some", found=people.size, n=in_all)
        self.filters.count.set_words(
            count if people.size < in_all else text("staff_people.count.all", n=in_all)
        )
        self._show_order(wish)
        if self.filters.count.plain != self._said:
            self._said = self.filters.count.plain
            self._later.start()

    def _show_standing(self) -> None:
        people = None if self._error else self._controller.people
        changed = people.table.changed_outside if people else ()
        copy = copy_words(self._copy, datetime.now(UTC), self.words.catalogue)
        notice = (*copy.notice, *kiosk_lines(self.words, self._kiosks.kiosks))
        self.room.copy.set_words(copy.line)
        self.room.changed.set_lines(standing_lines(self.words, changed, self._fault, notice))

    def _show_order(self, wish: PeopleWish) -> None:
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        place = COLUMNS.index(wish.sorted_by)
        self.table.horizontalHeader().setSortIndicator(place, down if wish.reverse else up)

    def _notice(self) -> tuple[str, str, str]:
        """Return heading, reason and button of what stands in place of the table, or nothing."""
        text, people = self.words.text, self._controller.people
        if self._error is not None:
            why = self.words.render_all(self._error)
            return text("staff_people.failed.heading"), why, text("staff_people.again")
        if people is None:
            far = self._so_far
            begun = text("staff_people.reading")
            return text("staff_people.read_so_far", n=far) if far else begun, "", ""
        if people.size:
            return "", "", ""
        which = "nobody" if people.table.size else "empty"
        parts = ("heading", "why", "lead")
        heading, why, lead = (text(f"staff_people.{which}.{part}") for part in parts)
        return heading, why, lead

    def _search(self, typed: str) -> None:
        self._controller.set_wish(replace(self._controller.wish, typed=typed))

    def _sort(self, column: PeopleColumn, is_reversed: bool) -> None:
        wish = self._controller.wish
        self._controller.set_wish(replace(wish, sorted_by=column, reverse=is_reversed))
        self.filters.set_wish(self._controller.wish)

    def _clear(self) -> None:
        wish = self._controller.wish
        self.search.setText("")
        self._controller.set_wish(PeopleWish(sorted_by=wish.sorted_by, reverse=wish.reverse))
        self.search.begin()

    def _lead_on(self) -> None:
        if self._error is not None:
            self._controller.read_again()
        elif self._is_some():
            self._clear()
        else:
            self.page_requested.emit("import")

    def _add(self) -> None:
        if self._session.ask_to_change():
            self.person_requested.emit("")

    def _open(self, row: int) -> None:
        self.person_requested.emit(self.model.profile_id(row))

    def _go_to_table(self) -> None:
        if not self.table.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose_row(max(0, self.table.currentIndex().row()))

    def _take_found(self) -> None:
        """Open whom the words mean, or go through them where they mean several."""
        if self.model.rowCount() == 1 and not self._controller.busy:
            self._open(0)
        else:
            self._go_to_table()
