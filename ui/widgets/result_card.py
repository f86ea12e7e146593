"""One profile in the list: who, how far they fit, and why, in words."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from ui.theme.text_size import changes_text_size
from ui.widgets.accessible_role import speak_as
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.fit_strip import FitStrip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.measured import Measured
from ui.widgets.reason_list import ReasonList
from ui.widgets.result_words import ResultWords, block_of
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text
from ui.widgets.why_here import WhyHere
from ui.widgets.width import limit_width

_NARROW_IN_LETTERS = 62
"""Below this many letters of width, reasons stand in one column and buttons below the name."""

_COUNT_IN_LETTERS = 21
"""Width of the counts beside the strip."""

_NAMED = (
    "name",
    "register",
    "strip",
    "count",
    "unknown",
    "unmet",
    "fits",
    "others",
    "choose",
    "see",
)
"""Parts whose object name is their own name with the person's id."""

_FIRST = ("fits", "states")
"""Kinds of lines that stand before the others."""

_NOTES = {
    "figures": ("small", -1),
    "ask": ("strong", -1),
    "could": ("body", 0),
    "level": ("small", -1),
}
"""Sentences that few cards have: role, and place among those that stand together."""

_DENSE, _DENSE_BETWEEN = (24, 18, 24, 14), 8
_AIRY, _AIRY_BETWEEN = (32, 28, 32, 24), 16
"""Margins of a card, and pixels between its parts."""

_AIRY_HEIGHT = 400
"""Least height in a high room of a card that says how far somebody fits, in pixels."""


class ResultCard(Measured):
    """A card of the list; it can show one person after another.

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

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        speak_as(self, QAccessible.Role.Grouping)
        self._shown: tuple[ProfileResult, Profile, ResultWords] | None = None
        self._why: WhyHere | None = None
        self._arranged = (0, False)
        self.name = Text("heading")
        self.register = Text("small")
        self.strip = FitStrip("")
        self.count = Text("strong")
        self.unknown = Text("small")
        self.unmet, self.fits, self.others = ReasonList(""), ReasonList(""), ReasonList("")
        self.choose = Button("quiet")
        self.see, self.why = Button("plain"), Button("plain")
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._notes: dict[str, Text] = {}
        self._shows_figures = self._has_air = False
        self._build()
        self.choose.setCheckable(True)
        self.why.setCheckable(True)
        self.choose.clicked.connect(lambda on: self.choose_requested.emit(self.profile_id, on))
        self.see.clicked.connect(lambda: self.open_requested.emit(self.profile_id))
        self.why.toggled.connect(self._turn_why)

    @property
    def profile_id(self) -> str:
        """Whose card it is; ``""`` before it has shown anybody."""
        return self._shown[0].profile_id if self._shown else ""

    @property
    def notes(self) -> dict[str, str]:
        """The sentences shown besides: ``ask``, ``could``, ``level``, ``figures``."""
        return {note: text.plain for note, text in self._notes.items() if text.plain}

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show whether the profile is among the chosen."""
        self.choose.setChecked(is_chosen)
        if self._shown is not None:
            result, _, words = self._shown
            state = "chosen" if is_chosen else "choose"
            text = words.language.text
            said = text(f"results.{state}_for", name=result.name)
            self.choose.set_words(text(f"results.{state}"), said)

    def set_figures(self, *, are_shown: bool) -> None:
        """Show the score in figures, or leave it to those who ask."""
        self._shows_figures = are_shown
        if self._shown is not None:
            result, _, words = self._shown
            self._say_note("figures", words.figures(result) if are_shown else "")

    def set_air(self, *, has_air: bool) -> None:
        """Stand in a room that is high, with three cards in view, or in a low one."""
        self._has_air = has_air
        margins = _AIRY if has_air else _DENSE
        self._margins = margins[0] + margins[2]
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(_AIRY_BETWEEN if has_air else _DENSE_BETWEEN)
        self._set_least()
        self.measure_again()

    def _set_least(self) -> None:
        has_strip = self._shown is not None and bool(self._shown[0].contributions)
        self.setMinimumHeight(_AIRY_HEIGHT if self._has_air and has_strip else 0)

    def show_person(self, result: ProfileResult, profile: Profile, words: ResultWords) -> None:
        """Show somebody, in place of whoever was shown before."""
        is_open = self.why.isChecked() and self.profile_id == result.profile_id
        self._forget_why()
        self._shown = (result, profile, words)
        self._set_least()
        self._name_parts(result.profile_id)
        self._say_who(result, profile, words)
        self._say_reasons(result, profile, words)
        self.set_chosen(is_chosen=self.choose.isChecked())
        self.set_figures(are_shown=self._shows_figures)
        self.see.set_words(
            words.language.text("results.see"),
            words.language.text("results.see_for", name=result.name),
        )
        self.why.set_words(
            words.language.text("results.why.open"),
            words.language.text("results.why.open_for", name=result.name),
        )
        self.why.setChecked(is_open)
        self._arrange()

    def _name_parts(self, id_: str) -> None:
        self.setObjectName(f"card_{id_}")
        for name in _NAMED:
            getattr(self, name).setObjectName(f"{name}_{id_}")
        self.why.setObjectName(f"why_here_{id_}")
        for note, text in self._notes.items():
            text.setObjectName(f"{note}_{id_}")

    def _say_who(self, result: ProfileResult, profile: Profile, words: ResultWords) -> None:
        self.setAccessibleName(words.summary(result))
        self.name.set_words(shown_name(result.name))
        pronouns = profile.text("pronouns")
        self.register.set_words(" · ".join(filter(None, (pronouns, words.register(profile)))))

    def _say_reasons(self, result: ProfileResult, profile: Profile, words: ResultWords) -> None:
        blocks = [block_of(part) for part in result.contributions]
        self.strip.set_blocks(blocks, words.strip(result))
        self.count.set_words(words.fitting(result))
        self.unknown.set_words(words.not_known(result))
        lines = words.few_lines(result, profile)
        self.fits.set_lines([line for line in lines if line.kind in _FIRST], words.language)
        self.others.set_lines([line for line in lines if line.kind not in _FIRST], words.language)
        self.unmet.set_lines(words.unmet(result, profile), words.language)
        self._say_note("ask", words.ask_first(result, profile))
        self._say_note("could", words.could_fit(result))
        self._say_note("level", words.level(result) if result.asked else "")

    def _say_note(self, note: str, said: str) -> None:
        """Say a sentence; its label is made when there is first something to say."""
        text = self._notes.get(note)
        if text is None and said:
            role, place = _NOTES[note]
            text = self._notes[note] = Text(role, f"{note}_{self.profile_id}")
            layout = {"figures": self._counts, "ask": self._above}.get(note, self._below)
            layout.insertWidget(place, text)
        if text is not None:
            text.set_words(said)

    def _build(self) -> None:
        self.set_air(has_air=False)
        who = QVBoxLayout()
        who.setSpacing(2)
        who.addWidget(self.name)
        who.addWidget(self.register)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(who, 1)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons, across=8, down=8)
        for button in (self.choose, self.see, self.why):
            buttons.addWidget(button)
        self._top.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        self._reasons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._reasons.setSpacing(24)
        self._reasons.addWidget(self.fits, 1, Qt.AlignmentFlag.AlignTop)
        self._reasons.addWidget(self.others, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._top)
        self._counts = QVBoxLayout()
        self._counts.setSpacing(0)
        self._counts.addWidget(self.count)
        self._counts.addWidget(self.unknown)
        counts = QVBoxLayout()
        counts.addLayout(self._counts)
        counts.addStretch(1)
        self._measure = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._measure.setSpacing(16)
        self._measure.addWidget(self.strip, 1, Qt.AlignmentFlag.AlignTop)
        self._measure.addLayout(counts)
        self.column.addLayout(self._measure)
        for layout in (self._above, self._below):
            layout.setSpacing(8)
        self._above.addWidget(self.unmet)
        self.column.addLayout(self._above)
        self.column.addLayout(self._reasons)
        self.column.addLayout(self._below)
        self.column.addStretch(1)

    def _turn_why(self, is_open: bool) -> None:
        if self._why is None and self._shown is not None and is_open:
            result, profile, words = self._shown
            self._why = WhyHere(result, profile)
            self._why.how_requested.connect(self.how_requested)
            self.column.insertWidget(self.column.count() - 1, self._why)
            self._why.say(words)
        if self._why is not None:
            self._why.setVisible(is_open)
            self.measure_again()
            make_room(self)

    def _forget_why(self) -> None:
        """Close the explanation of whoever was shown before."""
        self.why.setChecked(False)
        if self._why is not None:
            self.column.removeWidget(self._why)
            self._why.setParent(None)
            self._why.deleteLater()
            self._why = None

    def _arrange(self) -> None:
        """Stand in one column where there is little room."""
        letters = self.fontMetrics().averageCharWidth()
        is_narrow = self.width() < max(letters * _NARROW_IN_LETTERS, self._beside())
        if self._arranged == (letters, is_narrow):
            return
        self._arranged = (letters, is_narrow)
        way, policy = QBoxLayout.Direction, QSizePolicy.Policy
        direction = way.TopToBottom if is_narrow else way.LeftToRight
        for layout in (self._top, self._measure, self._reasons):
            layout.setDirection(direction)
        self._buttons.setSizePolicy(policy.Preferred if is_narrow else policy.Fixed, policy.Fixed)
        # Strips can only be compared when they are equally wide, whatever is said beside them.
        beside = letters * _COUNT_IN_LETTERS
        for text in (self.count, self.unknown):
            text.setMinimumWidth(0 if is_narrow else beside)
            limit_width(text, 0 if is_narrow else beside)

    def _beside(self) -> int:
        """Return the width that the name needs with all buttons beside it."""
        parts = self.name.minimumSizeHint().width() + self._buttons.sizeHint().width()
        return parts + self._top.spacing() + self._margins

    def minimumSizeHint(self) -> QSize:
        """Return the width that one column needs: the card can always stand in one."""
        if self._least is None:
            parts = self._content.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            widest = max(part.minimumSizeHint().width() for part in parts if not part.isHidden())
            self._least = QSize(widest + self._margins, 0)
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for another text size."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()
