"""A day near today, or any of a year, chosen from menus: nothing to type, nothing to mistype."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.column import make_room
from ui.widgets.far_day import FarDay

BACK, AHEAD = -1, 1

OTHER = "other"
"""What is chosen for a day that is not listed."""

_NEAR = 14
"""Days that are listed, beside today."""


class DayChoice(QWidget):
    """A day, or none; what it is for stands above it.

    The button always says which day holds. Where a day further away is wanted, its month and the
    day of that month are chosen below.

    Parameters
    ----------
    name
        Object name of the button; that of a day in its menu is ``<name>_<ISO day>``, and that of
        the way to another day is ``<name>_other``.
    way
        `BACK` or `AHEAD`: where the days lie.
    has_none
        Whether no day may be chosen.
    """

    def __init__(self, name: str, way: int, *, has_none: bool = False) -> None:
        super().__init__()
        self.button = ChoiceButton(name, is_labelled=True)
        self.far = FarDay(name, way)
        self._way = way
        self._has_none = has_none
        self._label = ""
        self._day: date | None = None
        self._today = date.min
        self._words: Language | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.far)
        self.far.hide()
        self.setFocusProxy(self.button)
        self.button.chosen.connect(self._choose)
        self.far.chosen.connect(self._take_far)

    @property
    def day(self) -> date | None:
        """The day chosen; ``None`` for none."""
        return self._day

    def fold(self) -> None:
        """Close the choice of a day further away; a day that is not near opens it again."""
        self.far.hide()

    def show_day(self, label: str, day: date | None, today: date, words: Language) -> None:
        """Show what it is chosen for, and a day; one beyond the year is offered all the same."""
        self._label, self._day, self._today, self._words = label, day, today, words
        if day is not None and day not in self._near:
            self.far.show()
        self._say()

    @property
    def _near(self) -> tuple[date, ...]:
        return tuple(self._today + timedelta(self._way * each) for each in range(_NEAR + 1))

    def _say(self) -> None:
        words, day = self._words, self._day
        assert words is not None
        days = [*self._near]
        if day is not None and day not in days:
            days.append(day)
        choices = [("", words.text("search.day.none"))] if self._has_none else []
        choices += [(each.isoformat(), _say(each, self._today, words)) for each in days]
        choices.append((OTHER, words.text("search.day.other")))
        self.button.set_code("" if day is None else day.isoformat())
        self.button.set_choices(self._label, choices)
        self.far.show_day(self._label, day or self._first_far, self._today, words)

    @property
    def _first_far(self) -> date:
        """The first day that is not listed."""
        return self._near[-1] + timedelta(self._way)

    def _choose(self, code: str) -> None:
        if code != OTHER:
            self._day = date.fromisoformat(code) if code else None
            self._say()
            self.far.hide()
            return
        if self._day is None or self._day in self._near:
            self._day = self._first_far
        self._say()
        make_room(self, self.far)
        self.far.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_far(self, day: date) -> None:
        self._day = day
        self._say()
        announce(self, self.button.accessibleName())


def _say(day: date, today: date, words: Language) -> str:
    said = words.catalogue.day(day)
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    return said if near is None else words.text(f"search.day.{near}", day=said)
