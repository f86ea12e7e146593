"""One profile in the list: who, how far they fit, and why, in words."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
)

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.fit_strip import FitStrip
from ui.widgets.reason_list import ReasonList
from ui.widgets.result_words import ResultWords, block_of
from ui.widgets.text import Text
from ui.widgets.why_here import WhyHere

_NARROW_IN_LETTERS = 62
"""Below this many letters of width, reasons stand in one column and buttons below the name."""

_COUNT_IN_LETTERS = 21
"""Width of the counts beside the strip."""

_NO_LIMIT = 16_777_215
"""The largest width Qt knows."""


class ResultCard(QFrame):
    """A card of the list.

    Parameters
    ----------
    result, profile
        Who is shown.

    Signals
    -------
    choose_requested
        With the profile's id, and whether it is wanted.
    open_requested
        With the profile's id: everything about them.
    how_requested
        How the order comes about is wanted.
    """

    choose_requested = Signal(str, bool)
    open_requested = Signal(str)
    how_requested = Signal()

    def __init__(self, result: ProfileResult, profile: Profile) -> None:
        super().__init__()
        id_ = result.profile_id
        self.setObjectName(f"card_{id_}")
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._result = result
        self._profile = profile
        self._words: ResultWords | None = None
        self._why: WhyHere | None = None
        self._arranged = (0, False)
        self.name = Text("heading", f"name_{id_}")
        self.register = Text("small", f"register_{id_}")
        self.strip = FitStrip(f"strip_{id_}")
        self.count = Text("strong", f"count_{id_}")
        self.unknown = Text("small", f"unknown_{id_}")
        self.unmet = ReasonList(f"unmet_{id_}")
        self.fits = ReasonList(f"fits_{id_}")
        self.others = ReasonList(f"others_{id_}")
        self.notes = (Text("strong", f"ask_{id_}"), Text("body", f"could_{id_}"))
        self.level = Text("small", f"level_{id_}")
        self.choose = Button("quiet", f"choose_{id_}")
        self.see = Button("plain", f"see_{id_}")
        self.why = Button("plain", f"why_here_{id_}")
        self._build()
        self.choose.setCheckable(True)
        self.why.setCheckable(True)
        self.choose.clicked.connect(self._ask_to_choose)
        self.see.clicked.connect(self._ask_to_open)
        self.why.toggled.connect(self._turn_why)

    @property
    def profile_id(self) -> str:
        """Whose card it is."""
        return self._result.profile_id

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show whether the profile is among the chosen."""
        self.choose.setChecked(is_chosen)
        if self._words is not None:
            self._say_buttons(self._words)

    def say(self, words: ResultWords) -> None:
        """Say the card in the language that holds."""
        self._words = words
        result, profile = self._result, self._profile
        self.name.set_words(result.name)
        # A name in another script stands where names stand in this window.
        is_rtl = words.language.is_right_to_left
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        self.name.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.setAccessibleName(words.summary(result))
        pronouns = profile.text("pronouns")
        self.register.set_words(" · ".join(filter(None, (pronouns, words.register(profile)))))
        blocks = [block_of(part) for part in result.contributions]
        self.strip.set_blocks(blocks, words.strip(result))
        self.count.set_words(words.fitting(result))
        self.unknown.set_words(words.not_known(result))
        lines = words.few_lines(result, profile)
        self.fits.set_lines([line for line in lines if line.kind == "fits"], words.language)
        self.others.set_lines([line for line in lines if line.kind != "fits"], words.language)
        self.unmet.set_lines(words.unmet(result, profile), words.language)
        ask, could = self.notes
        ask.set_words(words.ask_first(result))
        could.set_words(words.could_fit(result))
        self.level.set_words(words.level(result) if result.asked else "")
        self._say_buttons(words)
        if self._why is not None:
            self._why.say(words)

    def _say_buttons(self, words: ResultWords) -> None:
        text, name = words.language.text, self._result.name
        state = "chosen" if self.choose.isChecked() else "choose"
        self.choose.set_words(text(f"results.{state}"), text(f"results.{state}_for", name=name))
        self.see.set_words(text("results.see"), text("results.see_for", name=name))
        self.why.set_words(text("results.why.open"), text("results.why.open_for", name=name))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 14)
        self._column.setSpacing(8)
        who = QVBoxLayout()
        who.setSpacing(2)
        who.addWidget(self.name)
        who.addWidget(self.register)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(who, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.choose, self.see, self.why):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        self._top.addLayout(buttons)
        self._reasons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._reasons.setSpacing(24)
        self._reasons.addWidget(self.fits, 1, Qt.AlignmentFlag.AlignTop)
        self._reasons.addWidget(self.others, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._top)
        counts = QVBoxLayout()
        counts.setSpacing(0)
        counts.addWidget(self.count)
        counts.addWidget(self.unknown)
        counts.addStretch(1)
        self._measure = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._measure.setSpacing(16)
        self._measure.addWidget(self.strip, 1, Qt.AlignmentFlag.AlignTop)
        self._measure.addLayout(counts)
        self._column.addLayout(self._measure)
        ask, could = self.notes
        self._column.addWidget(self.unmet)
        self._column.addWidget(ask)
        self._column.addLayout(self._reasons)
        self._column.addWidget(could)
        self._column.addWidget(self.level)

    def _ask_to_choose(self) -> None:
        self.choose_requested.emit(self.profile_id, self.choose.isChecked())

    def _ask_to_open(self) -> None:
        self.open_requested.emit(self.profile_id)

    def _turn_why(self, is_open: bool) -> None:
        if self._why is None and self._words is not None:
            self._why = WhyHere(self._result, self._profile)
            self._why.how_requested.connect(self.how_requested)
            self._column.addWidget(self._why)
            self._why.say(self._words)
        if self._why is not None:
            self._why.setVisible(is_open)
            make_room(self)

    def _arrange(self) -> None:
        """Stand in one column where there is little room."""
        letters = self.fontMetrics().averageCharWidth()
        is_narrow = self.width() < letters * _NARROW_IN_LETTERS
        if self._arranged == (letters, is_narrow):
            return
        self._arranged = (letters, is_narrow)
        direction = (
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        for layout in (self._top, self._measure, self._reasons):
            layout.setDirection(direction)
        # Strips can only be compared when they are equally wide, whatever is said beside them.
        beside = letters * _COUNT_IN_LETTERS
        for text in (self.count, self.unknown):
            text.setMinimumWidth(0 if is_narrow else beside)
            text.setMaximumWidth(_NO_LIMIT if is_narrow else beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()
