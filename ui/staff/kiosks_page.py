"""The kiosks that share this directory: when they were heard from, and how old their lists are."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from matcher.services.kiosks.kiosk_words import kiosk_words, moment_words
from ui.controllers.kiosks_controller import KiosksController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.kiosk_entry import KioskEntry
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.text import Text


class KiosksPage(SheetPage):
    """Everybody on the staff may read it; there is nothing to change.

    Parameters
    ----------
    words
        The language that holds.
    kiosks
        What they told.
    now
        Gives the moment.
    """

    breadth = BROAD

    def __init__(
        self,
        words: Language,
        kiosks: KiosksController,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(words, "kiosks")
        self._kiosks = kiosks
        self._now = now
        self._looked_at: datetime | None = None
        self._is_asked = False
        self.entries: list[KioskEntry] = []
        self.compose()

    def enter(self) -> None:
        """Ask what is known now; what was known before is shown meanwhile."""
        super().enter()
        self._show()
        self._kiosks.request()

    def first_focus(self) -> QWidget:
        """Begin where one looks again."""
        return self.again

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.set_heading(self.words.text("kiosks.title"), self.words.text("kiosks.lead"))
        self.again.set_words(self.words.text("kiosks.again"))
        self._show()

    def _build(self) -> None:
        self.standing, self.problem = Text("quiet", "kiosks_standing"), Text("error", "problem")
        self._list = Column("kiosks")
        for widget in (self.standing, self.problem, self._list):
            self.column.addWidget(widget)

    def _build_bar(self) -> None:
        self.again = Button("quiet", "look_again")
        self._fill_bar(self.again)
        self.next_button.hide()

    def _connect(self) -> None:
        self._kiosks.known.connect(self._take)
        self.again.clicked.connect(self._look_again)

    def _look_again(self) -> None:
        self._is_asked = True
        self._kiosks.request()

    def _take(self) -> None:
        if self._kiosks.fault is None:
            self._looked_at = self._now()
        self._show()
        if self._is_asked:
            self.announce(self.problem.plain or self.standing.plain)
        self._is_asked = False

    def _show(self) -> None:
        fault = self._kiosks.fault
        self.problem.set_words(self.words.render_all(fault) if fault else "")
        self.standing.set_words(self._standing())
        self._show_kiosks()

    def _standing(self) -> str:
        text, looked_at = self.words.text, self._looked_at
        if looked_at is None:
            return "" if self._kiosks.fault else text("kiosks.waiting")
        if not self._kiosks.kiosks:
            return text("kiosks.nothing")
        moment = moment_words(looked_at, self._now(), self.words.catalogue)
        return text("kiosks.looked", moment=moment)

    def _show_kiosks(self) -> None:
        take_out_all(self._list.column)
        now = self._now()
        self.entries = [
            KioskEntry(number, kiosk_words(kiosk, now, self.words.catalogue))
            for number, kiosk in enumerate(self._kiosks.kiosks)
        ]
        for entry in self.entries:
            entry.hide()
            self._list.column.addWidget(entry)
        make_room(self._list, *self.entries)
