"""Confirm these ten today: who has the most urgent facts, one card each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.checklist.wording import clipped
from matcher.errors import MatcherError
from matcher.services.upkeep.confirming import TODAY_COUNT
from ui.controllers.asked_person import AskedPerson
from ui.controllers.confirm_controller import SOURCES, ConfirmController
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.asked_card import AskedCard
from ui.staff.asked_list import AskedList
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text


class ConfirmPage(SheetPage):
    """The ten of the day.

    Parameters
    ----------
    words
        The language that holds.
    controller
        Knows the ten.
    session
        Says whether somebody may confirm.

    Signals
    -------
    person_requested
        With an id: something changed, and the profile is to be opened.
    stale_requested
        The whole list of those with old facts is wanted.
    """

    person_requested = Signal(str)
    stale_requested = Signal()
    breadth = BROAD

    def __init__(
        self, words: Language, controller: ConfirmController, session: StaffSession
    ) -> None:
        super().__init__(words, "confirm")
        self._confirm = controller
        self._session = session
        self._begins = False
        self.compose()

    @property
    def cards(self) -> tuple[AskedCard, ...]:
        """The cards, the most urgent first."""
        return self._list.cards

    def enter(self) -> None:
        """Show the ten as they stand now; where somebody comes back, the page stays as it was."""
        if not self.is_returned_to:
            super().enter()
        self.told.set_words("")
        self._show_session()
        if not self.cards:
            self._begins = True
            self._state.set_lines([self.words.text("upkeep.confirm.waiting")])
        self._confirm.request()

    def first_focus(self) -> QWidget:
        """Begin at the first person to whom something is left to do."""
        if card := self._list.next_open():
            return card.first_stop()
        return self.back_button if self._bring.isHidden() else self._bring

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self._show_heading()
        self._who_heading.set_words(text("upkeep.confirm.who.heading"))
        self._who.set_words(lambda source: text(f"upkeep.confirm.who.{source}"))
        self._whole_open.set_words(text("upkeep.confirm.whole_open"))
        self._bring.set_words(text("upkeep.confirm.bring"))
        self._show_session()
        self._list.show_people()
        if self.cards:
            self._show_state()
        self._show_undo()

    def _build(self) -> None:
        self._reading = Note("confirm_reading")
        self._who_heading = Text("strong")
        self._who = OptionGroup("confirm_who", [source.value for source in SOURCES])
        self._who.set_chosen((self._confirm.source.value,))
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 8)
        asking.setSpacing(8)
        asking.addWidget(self._who_heading)
        asking.addWidget(self._who)
        self._list = AskedList(self.words, self._confirm)
        self._state = Note("confirm_state")
        self._whole = Text("body", "confirm_whole")
        self._whole_open = Button("link", "confirm_whole_open")
        self._bring = Button("primary", "confirm_bring")
        for widget in (self._reading, self._asking, self._list, self._state, self._whole):
            self.column.addWidget(widget)
        for button in (self._whole_open, self._bring):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._asking, self._whole_open, self._bring):
            part.hide()

    def _build_bar(self) -> None:
        self.told = Text("error", "confirm_told")
        self.progress = Text("strong", "confirm_progress")
        self.undo = Button("quiet", "confirm_undo")
        self.bar_column.insertWidget(0, self.told)
        self.bar.addWidget(self.back_button)
        self.bar.addWidget(self.progress, 1)
        self.bar.addWidget(self.undo)
        self.next_button.hide()
        self.undo.hide()

    def _connect(self) -> None:
        self._confirm.listed.connect(self._show_all)
        self._confirm.person_changed.connect(self._show_changed)
        self._confirm.overtaken.connect(self._show_overtaken)
        self._confirm.failed.connect(self._tell_failed)
        self._list.changed.connect(self.person_requested)
        self._session.changed.connect(self._show_session)
        self._who.chosen_changed.connect(self._choose_source)
        self._whole_open.clicked.connect(self.stale_requested)
        self._bring.clicked.connect(partial(self.page_requested.emit, "import"))
        self.undo.clicked.connect(self._confirm.undo)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._confirm.undo)

    def _show_all(self) -> None:
        people = self._confirm.people
        self._list.show_people()
        self._asking.setVisible(bool(people))
        self._show_session()
        self._show_heading()
        self._show_state()
        self._show_undo()
        if self._begins:
            self.begin_late()
        self._begins = False

    def _show_changed(self, person: AskedPerson) -> None:
        """Show what became of somebody, and go on to the next."""
        card = self._list.card(person.id)
        if card is None:
            return
        focused = self.focusWidget()
        was_here = focused is not None and card.isAncestorOf(focused)
        self.told.set_words("")
        self._list.show_person(person)
        self._show_state()
        self._show_undo()
        said = card.state.plain or self.words.text(
            "upkeep.confirm.undo.told", name=clipped(person.profile.name)
        )
        if card.state.plain or not was_here:
            self.announce(f"{said} {self.progress.plain}")
        if was_here and focused is not None and not focused.isVisibleTo(self):
            self._go_on_from(card, is_done=self._confirm.is_done(person))
        elif focused is self.undo and not self._confirm.is_done(person):
            self.moved_on.emit()
            card.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_overtaken(self, person: AskedPerson) -> None:
        """Show somebody anew whom a colleague changed before an answer could be noted."""
        card = self._list.card(person.id)
        if card is None:
            return
        focused = self.focusWidget()
        self._list.show_person(person)
        self._show_state()
        name = clipped(person.profile.name)
        self.told.set_words(self.words.text("upkeep.confirm.person.overtaken", name=name))
        self.announce(self.told.plain)
        if focused is not None and card.isAncestorOf(focused) and not focused.isVisibleTo(self):
            self._go_on_from(card, is_done=self._confirm.is_done(person))

    def _go_on_from(self, card: AskedCard, *, is_done: bool) -> None:
        following = self._list.next_open(card.profile_id) if is_done else card
        if following is None:
            stop: QWidget = self.undo
        else:
            stop = card.next_stop() if following is card else following.first_stop()
        self.moved_on.emit()
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_heading(self) -> None:
        count, text = len(self._confirm.people), self.words.text
        heading = text("upkeep.confirm.heading")
        if 0 < count < TODAY_COUNT:
            heading = text("upkeep.confirm.heading_few", n=count)
        if self._confirm.is_empty:
            self.set_heading(text("staff.section.confirm"))
        else:
            self.set_heading(heading, text("upkeep.confirm.why"))

    def _show_state(self) -> None:
        text, people = self.words.text, self._confirm.people
        done = sum(map(self._confirm.is_done, people))
        unreached = len(self._confirm.unreached)
        lines = []
        if self._confirm.is_empty:
            lines = [text("upkeep.confirm.nobody")]
        elif not people:
            lines = [text("upkeep.confirm.none")]
        elif done == len(people):
            lines = [text("upkeep.confirm.done")]
            if unreached:
                lines.append(text("upkeep.confirm.done_unreached", n=unreached))
        self._state.set_lines(lines)
        progress = text("upkeep.confirm.progress", done=done, n=len(people)) if people else ""
        self.progress.set_words(progress)
        whole = text("upkeep.confirm.whole", n=self._confirm.stale)
        self._whole.set_words("" if self._confirm.is_empty else whole)
        self._bring.setVisible(self._confirm.is_empty)
        self._whole_open.setVisible(self._confirm.stale > 0)

    def _show_undo(self) -> None:
        last, text = self._confirm.last, self.words.text
        if last is not None:
            name = clipped(last.profile.name)
            self.undo.set_words(
                text("upkeep.confirm.undo.button", name=name),
                text("upkeep.confirm.undo.button_for", name=name),
            )
        self.undo.setVisible(last is not None)

    def _show_session(self) -> None:
        is_kept_from = bool(self._confirm.people) and not self._session.may_change
        said = self.words.text("upkeep.confirm.sign_in")
        self._reading.set_lines([said] if is_kept_from else [])

    def _choose_source(self, chosen: tuple[str, ...]) -> None:
        self._confirm.source = next(each for each in SOURCES if each.value in chosen)

    def _tell_failed(self, error: MatcherError) -> None:
        if not self.cards:
            self._state.set_lines([])
        self._show_undo()
        self.told.set_words(self.words.render_all(error))
        self.announce(self.told.plain)
