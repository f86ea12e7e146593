"""A day near today, chosen from a menu: nothing to type, nothing to mistype."""

from datetime import date, timedelta

from ui.language import Language
from ui.widgets.choice_button import ChoiceButton


class DayChoice(ChoiceButton):
    """One of the days around today, or none; what it is for stands above it.

    Parameters
    ----------
    name
        Its object name; that of a day in the menu is ``<name>_<ISO day>``.
    span
        The first and the last day, counted from today.
    has_none
        Whether no day may be chosen.
    """

    def __init__(self, name: str, span: tuple[int, int], *, has_none: bool = False) -> None:
        super().__init__(name, is_labelled=True)
        self._span = span
        self._has_none = has_none

    @property
    def day(self) -> date | None:
        """The day chosen; ``None`` for none."""
        return date.fromisoformat(self.code) if self.code else None

    def show_day(self, label: str, day: date | None, today: date, words: Language) -> None:
        """Show what it is chosen for, and a day; one further away is offered all the same."""
        first, last = self._span
        days = [today + timedelta(each) for each in sorted(range(first, last + 1), key=abs)]
        if day is not None and day not in days:
            days.append(day)
        choices = [("", words.text("search.day.none"))] if self._has_none else []
        choices += [(each.isoformat(), _say(each, today, words)) for each in days]
        self.set_code("" if day is None else day.isoformat())
        self.set_choices(label, choices)


def _say(day: date, today: date, words: Language) -> str:
    said = words.catalogue.day(day)
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    return said if near is None else words.text(f"search.day.{near}", day=said)
