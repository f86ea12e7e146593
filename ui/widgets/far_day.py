"""Any day of a year: first its month, then the day of it."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from matcher.directory.week import DAYS
from ui.language import Language
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.flow_layout import FlowLayout

_YEAR = 365


class FarDay(QWidget):
    """Two menus side by side: twelve months or so, and at most 31 days.

    Parameters
    ----------
    name
        The buttons are ``<name>_month`` and ``<name>_in_month``.
    way
        -1 for the year before today, 1 for that from today on.

    Signals
    -------
    chosen
        With the day that the person chose.
    """

    chosen = Signal(object)

    def __init__(self, name: str, way: int) -> None:
        super().__init__()
        self._way = way
        self._day = self._today = date.min
        self.month = ChoiceButton(f"{name}_month", is_labelled=True)
        self.in_month = ChoiceButton(f"{name}_in_month", is_labelled=True)
        row = FlowLayout(self, across=12, down=8)
        for button in (self.month, self.in_month):
            row.addWidget(button)
        self.month.chosen.connect(self._take_month)
        self.in_month.chosen.connect(lambda code: self.chosen.emit(date.fromisoformat(code)))

    def show_day(self, label: str, day: date, today: date, words: Language) -> None:
        """Show what it is for, and a day; one beyond the year is there with its whole month."""
        self._day, self._today = day, today
        text, said = words.text, words.catalogue.month
        firsts = dict.fromkeys(_first(each) for each in (*self._year, day))
        months = [(each.isoformat(), said(each)) for each in firsts]
        self.month.set_code(_first(day).isoformat())
        self.month.set_choices(text("search.day.month", label=label), months)
        days = [(each.isoformat(), _say(each, words)) for each in self._days_of(_first(day))]
        self.in_month.set_code(day.isoformat())
        self.in_month.set_choices(text("search.day.in_month", label=label), days)

    @property
    def _year(self) -> tuple[date, ...]:
        """All days there are, from today on."""
        return tuple(self._today + timedelta(self._way * each) for each in range(_YEAR + 1))

    def _days_of(self, month: date) -> list[date]:
        """Return the days of a month that there are; all of it, where the day shown is not one."""
        year = self._year
        if _first(self._day) == month and self._day not in year:
            return [*_whole(month)]
        return sorted(each for each in year if _first(each) == month)

    def _take_month(self, code: str) -> None:
        """Take the same day of another month, or the nearest there is."""
        wanted = self._day.day
        days = self._days_of(date.fromisoformat(code))
        self.chosen.emit(min(days, key=lambda each: abs(each.day - wanted)))


def _first(day: date) -> date:
    return day.replace(day=1)


def _whole(month: date) -> Iterable[date]:
    return (each for n in range(31) if _first(each := month + timedelta(n)) == month)


def _say(day: date, words: Language) -> str:
    weekday = words.text(f"fact.day.{DAYS[day.weekday()]}")
    return words.text("search.day.weekday", weekday=weekday, number=day.day)
