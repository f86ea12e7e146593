"""The first page: what this is, what it promises, three ways in, and one for staff."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSpacerItem, QWidget

from ui.controllers.directory_controller import DirectoryController
from ui.controllers.personal_controller import PersonalController
from ui.language import Language
from ui.pages.language_choice import LanguageChoice
from ui.pages.sheet_page import SheetPage
from ui.pages.way_back import WayBack
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.press_pause import pause_presses
from ui.widgets.text import Text

_PROMISES = ("no_name", "no_eyes", "no_money", "no_booking")

_BETWEEN, _CLOSE, _WIDE = 16, 8, 40
"""Pixels around a promise: as a rule, in a room that is low, and on a kiosk's screen upright."""

_MANY_LINES = 40
"""Of body text, so many that an upright screen would be left half empty."""

_ABOVE, _BELOW, _BELOW_ALL = 16, 48, 16
"""Pixels above the heading and below the last line, as a rule; and below it in a room that is
low, where all of it is to be seen without scrolling."""

_ROOMY = 840
"""Pixels of height that a computer's window has to have for lines to stand far apart."""


class WelcomePage(SheetPage):
    """Languages by their own names, the promises, and *Start*.

    Parameters
    ----------
    directory
        Tells, once it is opened, whether its people are invented.
    first
        Codes of the languages that stand before the others.
    is_kiosk
        Whether strangers walk up to it: they see all of it at once, and read the rest later.

    Signals
    -------
    started
        With whether somebody helps another person.
    staff_requested
        Somebody of the staff wishes to work with the directory.
    """

    started = Signal(bool)
    staff_requested = Signal()
    offers_back = False
    _way_back: WayBack | None = None

    def __init__(
        self,
        words: Language,
        directory: DirectoryController,
        first: Sequence[str] = (),
        *,
        is_kiosk: bool = False,
    ) -> None:
        super().__init__(words, "welcome")
        self._directory = directory
        self._first = first
        self._is_kiosk = is_kiosk
        self.compose()

    def offer_kept(self, personal: PersonalController) -> None:
        """Let somebody go on with what they kept, once it is known that there is something."""
        self._way_back = WayBack(self, personal)
        self._links.addWidget(self._way_back.to_kept)
        above = self.column.indexOf(self.why) + 1
        self.column.insertWidget(above, self._way_back.reopen, 0, Qt.AlignmentFlag.AlignLeft)

    def enter(self) -> None:
        """Offer what there is by now; what was cleared before is said no more."""
        super().enter()
        self._cleared.set_words("")
        if self._way_back is not None:
            self._way_back.show()

    def say_cleared(self) -> None:
        """Tell somebody who comes from what they cleared that it is gone."""
        self._cleared.set_words(self.words.text("screen.welcome.cleared"))
        self.announce(self._cleared.plain)

    def first_focus(self) -> QWidget:
        """Begin at *Start*, or where one goes on."""
        way_back = self._way_back
        return way_back.reopen if way_back and way_back.is_offered else self.next_button

    def go_on(self) -> None:
        """Start for oneself."""
        self.started.emit(False)
        self.next_requested.emit()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        lead = "lead_kiosk" if self._is_kiosk else "lead"
        self.set_heading(text("screen.welcome.heading"), text(f"screen.welcome.{lead}"))
        self._languages.say()
        for name, promise in self._promises.items():
            promise.set_words(text(f"screen.welcome.{name}"))
        if self._cleared.plain:
            self._cleared.set_words(text("screen.welcome.cleared"))
        self._say_sample()
        self.next_button.set_words(text("screen.welcome.start"))
        self._helping.set_words(text("screen.welcome.helping"))
        self._paper.set_words(text("screen.welcome.paper"))
        self._staff.set_words(text("screen.welcome.staff"))
        self._about.set_words(text("screen.welcome.about"))
        if self._way_back is not None:
            self._way_back.show()

    def _build(self) -> None:
        self._languages = LanguageChoice(self.words, "welcome_language", self._first)
        self._promises = {name: Text("body", f"promise_{name}") for name in _PROMISES}
        self._sample = Text("strong", "sample")
        self._helping = Button("quiet", "helping")
        self._paper = Button("quiet", "paper")
        self._staff = Button("link", "staff")
        self._about = Button("link", "about")
        self.column.insertWidget(0, self._languages)
        self._gap = QSpacerItem(0, _ABOVE)
        self.column.insertItem(1, self._gap)
        self._cleared = Text("strong", "cleared")
        self._cleared.set_words("")
        self.column.insertWidget(2, self._cleared)
        if not self._is_kiosk:
            self.column.addSpacing(8)
        self._said = Column("promises")
        for promise in self._promises.values():
            self._said.column.addWidget(_rule())
            self._said.column.addWidget(promise)
        self._said.column.addWidget(_rule())
        self._said.column.setSpacing(_BETWEEN)
        self.column.addWidget(self._said)
        self.column.addWidget(self._sample)
        self._links = FlowLayout(across=24, down=0)
        self._links.addWidget(self._staff)
        self._links.addWidget(self._about)
        self.column.addLayout(self._links)

    def _build_bar(self) -> None:
        others = QWidget()
        flow = FlowLayout(others, down=8)
        for button in (self._helping, self._paper):
            flow.addWidget(button)
        self.bar.addWidget(others, 1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._helping.clicked.connect(self._start_helping)
        self._paper.clicked.connect(partial(self.page_requested.emit, "paper"))
        self._about.clicked.connect(partial(self.page_requested.emit, "documents"))
        self._staff.clicked.connect(self._call_staff)
        self._directory.opened.connect(self._say_sample)

    def _call_staff(self) -> None:
        # Whoever is here when staff's window is closed again is no staff.
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.staff_requested.emit()

    def _say_sample(self) -> None:
        # A kiosk shows the sample where somebody asked for it, and a window where nothing else is.
        which = "sample_kiosk" if self._is_kiosk else "sample"
        is_sample = self._directory.is_sample
        self._sample.set_words(self.words.text(f"screen.welcome.{which}") if is_sample else "")

    def _start_helping(self) -> None:
        self.started.emit(True)
        self.next_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let nothing begin with a second tap of somebody who has just cleared everything."""
        super().showEvent(event)
        pause_presses(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all of it stand as far apart as there is room for."""
        is_upright = self.height() > self.width()
        has_air = is_upright or (self.height() >= _ROOMY and not self._is_kiosk)
        self.bottom = _BELOW if has_air else _BELOW_ALL
        self._gap.changeSize(0, _ABOVE if has_air else 0)
        lines = self.height() // self.fontMetrics().height()
        is_tall = is_upright and self._is_kiosk and lines >= _MANY_LINES
        around = _WIDE if is_tall else _BETWEEN
        self._said.column.setSpacing(around if has_air else _CLOSE)
        for promise in self._promises.values():
            promise.set_role("lead" if is_tall else "body")
        super().resizeEvent(event)


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
