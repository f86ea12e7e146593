"""Second step of an import: what the columns and words of a clinic's own list mean."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from matcher.errors import MatcherError
from ui.controllers.import_controller import ImportController
from ui.controllers.mapping_controller import MappingController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.staff.column_list import ColumnList
from ui.staff.column_panel import ColumnPanel
from ui.staff.country_choice import CountryChoice
from ui.staff.workbook_choice import WorkbookChoice
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.note import Note
from ui.widgets.one_picker import OnePicker
from ui.widgets.reading_order import tab_stops
from ui.widgets.text import Text

_STEP, _STEPS = 2, 4
_NEXT_OPEN_KEY, _TRY_KEY = Qt.Key.Key_F8, Qt.Key.Key_F5
_SIDE_BY_SIDE = 46
"""Letters of the lead that must have room beside the list of columns."""
_LIST_SHARE, _PANEL_SHARE = 4, 7


class MapPage(SheetPage):
    """Columns at one side, what the chosen one means at the other.

    Parameters
    ----------
    words
        The language that holds.
    importing
        Owner of the file.
    mapping
        Owner of what its columns and words mean.
    """

    breadth = 1.75

    def __init__(
        self, words: Language, importing: ImportController, mapping: MappingController
    ) -> None:
        super().__init__(words, "import_map")
        self._importing, self._mapping = importing, mapping
        self.compose()

    def enter(self) -> None:
        """Make suggestions for the file that was chosen, unless they are there."""
        super().enter()
        self.problem.set_words("")
        if self._importing.file is None:
            self.withdrawn.emit()
            return
        self._mapping.begin(self._importing.file)
        self._show_all()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(
            text("intake.map.heading"), place=text("intake.steps", n=_STEP, all=_STEPS)
        )
        keys = ((self.next_button, "next", _TRY_KEY), (self.next_open, "next_open", _NEXT_OPEN_KEY))
        for button, name, key in keys:
            button.set_words(text(f"intake.map.{name}", key=QKeySequence(key).toString()))
        self.country.retranslate()
        self.columns.retranslate()
        self.panel.retranslate()
        self._show_all()

    def first_focus(self) -> QWidget:
        """Begin with what is asked of all rows, or can be accepted at once, or is open next."""
        if not self._mapping.columns:
            return self.back_button
        if (country := self.country.first_stop()) is not None:
            return country
        ways = (self.sure, self.next_open)
        return next((way for way in ways if way.isEnabled()), self.next_button)

    def go_on(self) -> None:
        """Try the file out with what is decided."""
        if not self._mapping.columns:
            return
        if not self._mapping.names_somebody:
            self._tell_problem(self.words.text("intake.map.nobody"))
            return
        self._importing.mapping = self._mapping.decided()
        self._importing.trial = None
        self.page_requested.emit("import_review")

    def _build(self) -> None:
        self.told = Text("body", "told")
        self.known = Note("known")
        self.problem = Text("error", "problem")
        self.sheets = WorkbookChoice(self.words)
        self.country = CountryChoice(self.words, self._mapping)
        self.sure = Button("quiet", "sure")
        self.next_open = Button("quiet", "next_open")
        self.columns = ColumnList(self.words)
        self.panel = ColumnPanel(self.words, self._mapping)
        buttons = FlowLayout(across=12, down=12)
        for button in (self.sure, self.next_open):
            buttons.addWidget(button)
        for widget in (self.told, self.known, self.sheets, self.country):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        self.column.addSpacing(8)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(32)
        self._sides.addWidget(self.columns, _LIST_SHARE)
        self._sides.addWidget(self.panel, _PANEL_SHARE)
        self.column.addLayout(self._sides)
        self.problem.set_words("")

    def _build_bar(self) -> None:
        self.bar_column.insertWidget(0, self.problem)
        super()._build_bar()

    def _connect(self) -> None:
        self._mapping.drafted.connect(self._begin)
        self._mapping.changed.connect(self._follow)
        self._mapping.failed.connect(self._tell_failed)
        self.columns.place_chosen.connect(self.panel.show_column)
        self.columns.place_entered.connect(self._go_into_panel)
        self.columns.place_pressed.connect(self._show_panel)
        self.panel.went_on.connect(self._go_on_inside)
        self.sure.clicked.connect(self._accept_sure)
        self.next_open.clicked.connect(self._go_to_open)
        self.sheets.sheet_chosen.connect(self._take_sheet)
        QShortcut(QKeySequence(_NEXT_OPEN_KEY), self.next_open).activated.connect(self._go_to_open)
        QShortcut(QKeySequence(_TRY_KEY), self.next_button).activated.connect(self.go_on)

    def _begin(self) -> None:
        self._show_sheets()
        self._choose(max(0, self._mapping.open_place()))
        if self.isVisible() and QApplication.focusWidget() in (None, self.back_button):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self.told.plain)

    def _choose(self, place: int) -> None:
        self.columns.show_columns(self._mapping.columns, place)
        self.panel.show_column(place)
        self._show_counts()
        make_room(self.panel)

    def _follow(self, _place: int) -> None:
        """Show what was decided; where its button is gone, go to what is open next in place."""
        goes_on = self.isVisible() and self.panel.goes_on_from(QApplication.focusWidget())
        self.problem.set_words("")
        self._choose(self.columns.place)
        if goes_on:
            self._go_on_inside()
        self.announce(self.told.plain)

    def _go_on_inside(self) -> None:
        """Go to what is open next in this column, else to what leads to the next one."""
        self.moved_on.emit()
        if not self.panel.focus_open():
            self._leave_column()

    def _leave_column(self) -> None:
        wanted = self.next_open if self.next_open.isEnabled() else self.next_button
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept_sure(self) -> None:
        count = self._mapping.sure
        self._mapping.accept_sure()
        self.announce(self.words.text("intake.map.accepted", n=count))
        if not self.sure.isEnabled():
            self.moved_on.emit()
            self._leave_column()

    def _go_into_panel(self) -> None:
        stop = next(tab_stops(self.panel), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panel(self) -> None:
        """Lead to what the pressed column means where that stands below all columns, unseen."""
        if self._sides.direction() is QBoxLayout.Direction.TopToBottom:
            self._go_into_panel()
            QTimer.singleShot(0, self, partial(self.show_from, self.panel))

    def _go_to_open(self) -> None:
        for search in self._searches():
            search.closed.emit()
        if not self.panel.focus_next_open():
            self._choose(self._mapping.open_place(self.columns.place))
            self.panel.focus_first_open()

    def _searches(self) -> list[OnePicker]:
        """Return what is open to search for a meaning, last the one that has the focus."""
        pickers = self.panel.findChildren(OnePicker)
        return sorted((each for each in pickers if each.isVisible()), key=_has_focus)

    def _show_all(self) -> None:
        self._show_sheets()
        if self._mapping.columns:
            self._choose(min(self.columns.place, len(self._mapping.columns) - 1))
        else:
            self._show_counts()

    def _show_counts(self) -> None:
        mapping, text = self._mapping, self.words.text
        is_there = mapping.draft is not None
        for widget in (self.sure, self.next_open, self.columns, self.panel, self.next_button):
            widget.setVisible(is_there)
        self.country.show_country()
        self.known.set_lines([text("intake.map.known")] if is_there and mapping.is_known else [])
        if mapping.draft is None:
            self.told.set_words("" if self.problem.plain else text("intake.map.waiting"))
            return
        looked_at = text("intake.map.looked_at", file=mapping.draft.file, n=mapping.draft.rows)
        self.told.set_words(" ".join((looked_at, *_still_open(mapping, self.words))))
        sure = mapping.sure
        self.sure.set_words(text("intake.map.sure", n=sure) if sure else text("intake.map.no_sure"))
        self.sure.setEnabled(bool(sure))
        self.next_open.setEnabled(bool(mapping.open_columns or mapping.open_words))

    def _show_sheets(self) -> None:
        """Offer the sheets of a spreadsheet that has several."""
        draft = self._mapping.draft
        self.sheets.show_sheets(draft.sheets if draft else (), draft.sheet if draft else "")

    def _take_sheet(self, name: str) -> None:
        if self._mapping.file is not None:
            self._mapping.begin(self._mapping.file, name)
            self._show_counts()

    def _tell_failed(self, error: MatcherError) -> None:
        self._tell_problem(self.words.render_all(error))
        self._show_counts()

    def _tell_problem(self, words: str) -> None:
        self.problem.set_words(words)
        self.announce(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns above what the chosen one means where both have no room side by side."""
        super().resizeEvent(event)
        room = self.scroll_room()
        letters = self.why.fontMetrics().averageCharWidth()
        is_wide = room * _PANEL_SHARE // (_LIST_SHARE + _PANEL_SHARE) >= letters * _SIDE_BY_SIDE
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )

    def close_open(self) -> bool:
        """Close a search for what something means before the page is left."""
        searches = self._searches()
        if searches:
            searches[-1].closed.emit()
        return bool(searches)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab lead from the columns to what the chosen one means, then to more columns."""
        pager, panel = ([*tab_stops(each)] for each in (self.columns.pager, self.panel))
        stops = [each for each in tab_stops(self) if each not in pager]
        after = stops.index(panel[-1]) + 1 if panel else len(stops)
        stops[after:after] = pager if panel else []
        focused = QApplication.focusWidget()
        place = stops.index(focused) + (1 if forward else -1) if focused in stops else -1
        if not 0 <= place < len(stops):
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[place].setFocus(reason)
        return True

    def scroll_room(self) -> int:
        """Return how wide the column of the sheet can be."""
        margins = self.column.contentsMargins()
        return min(self.width(), int(self._line * self.breadth)) - margins.left() // 2


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def _still_open(mapping: MappingController, words: Language) -> tuple[str, ...]:
    """Say how much has to be decided yet, and what becomes of it."""
    columns, terms = mapping.open_columns, mapping.open_words
    if not columns and not terms:
        return (words.text("intake.map.none_open"),)
    still = words.text("intake.map.open", columns=columns, words=terms)
    return still, words.text("intake.map.stay_out")
