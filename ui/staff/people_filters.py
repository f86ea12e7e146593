"""What narrows the table of people down; and how many are left, in which order."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from matcher.services.people.people_wish import CHOICES, PeopleColumn, PeopleWish
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.ends_layout import EndsLayout
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.group_line import GroupLine
from ui.widgets.text import Text

_GAP = 12


class PeopleFilters(QWidget):
    """One button for each filter; below them the count, and the buttons of the order.

    Attributes
    ----------
    count, clear
        How many are shown, and the button that shows everybody again.
    fold
        Opens the filters and the order where there is no room for both them and the table.

    Signals
    -------
    wish_changed
        With the `PeopleWish` that holds after the person chose something.
    """

    wish_changed = Signal(object)

    def __init__(self, words: Language) -> None:
        super().__init__()
        self.setObjectName("filters")
        self._words = words
        self._wish = PeopleWish()
        self.choices = {column: ChoiceButton(f"filter_{column}") for column in CHOICES}
        self.fold = GroupLine("filters_open")
        self.order = ChoiceButton("sort")
        self.reverse = Button("quiet", "reverse")
        self.reverse.setCheckable(True)
        self.count = Text("strong", "count")
        self.count.setWordWrap(False)
        self.count.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.clear = Button("link", "clear")
        self._chosen, shown = QWidget(), QWidget()
        for row, parts in (
            (FlowLayout(self._chosen, across=_GAP, down=_GAP), self.choices.values()),
            (
                EndsLayout(shown, across=_GAP, down=_GAP),
                (self.count, self.clear, self.order, self.reverse),
            ),
        ):
            for part in parts:
                row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._chosen)
        column.addWidget(shown)
        for button in self.choices.values():
            button.chosen.connect(self._filter)
        self.order.chosen.connect(self._sort)
        self.reverse.toggled.connect(self._turn)
        self.fold.toggled.connect(self._open)
        self.set_folded(is_folded=False)

    def set_folded(self, *, is_folded: bool) -> None:
        """Leave the room to the table until the filters are asked for, or show them as a rule."""
        self.fold.setVisible(is_folded)
        self._open(self.fold.isChecked())

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        for column, button in self.choices.items():
            everybody = ("", text("staff_people.filter.all"))
            codes = [(code, text(f"staff_people.{column}.{code}")) for code in CHOICES[column]]
            button.set_choices(text(f"staff_people.column.{column}"), [everybody, *codes])
        columns = [(column.value, text(f"staff_people.column.{column}")) for column in PeopleColumn]
        self.order.set_choices(text("staff_people.sort.name"), columns)
        self.reverse.set_words(text("staff_people.sort.reverse"))
        self.clear.set_words(text("staff_people.clear"))
        self.fold.set_words(text("staff_people.filters"), text("staff_people.filters_of"))

    def set_wish(self, wish: PeopleWish) -> None:
        """Show what is looked for."""
        self._wish = wish
        for column, button in self.choices.items():
            button.set_code(wish.chosen(column))
        self.order.set_code(wish.sorted_by.value)
        self.reverse.setChecked(wish.reverse)

    def _open(self, is_open: bool) -> None:
        for part in (self._chosen, self.order, self.reverse):
            part.setVisible(is_open or self.fold.isHidden())

    def _filter(self, code: str) -> None:
        column = next(each for each, button in self.choices.items() if button is self.sender())
        self._tell(self._wish.choosing(column, code))

    def _sort(self, code: str) -> None:
        self._tell(replace(self._wish, sorted_by=PeopleColumn(code), reverse=False))

    def _turn(self, on: bool) -> None:
        if on != self._wish.reverse:
            self._tell(replace(self._wish, reverse=on))

    def _tell(self, wish: PeopleWish) -> None:
        self.set_wish(wish)
        self.wish_changed.emit(wish)
