"""A fact that is several words of a list, each with what is said of it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.directory.cells import SEPARATOR
from matcher.directory.field import Field
from matcher.directory.profile import split_token
from matcher.directory.vocabulary import NO, load_vocabulary
from matcher.forms.profile_form import detail_label, details_of
from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.cell_field import CellField
from ui.widgets.chip_list import ChipList
from ui.widgets.column import make_room
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_entry import OwnEntry
from ui.widgets.term_row import TermRow

SHORT_LIST = 13
"""Of up to so many terms all are shown; a longer list is opened first."""


class TermsCell(CellField):
    """The list, and below it each word that is named: said with a yes, a level, or a no.

    A long list is made when it is first opened.
    """

    def __init__(self, field: Field, words: Language) -> None:
        super().__init__(field, words)
        self._vocabulary = load_vocabulary(field.vocabulary)
        self._terms = [term for term in self._vocabulary if not term.answer_only]
        self._details: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, TermRow] = {}
        self._list: ChipList | OptionGroup | None = None
        self._own: OwnEntry | None = None
        self._named = QWidget()
        self._flow = FlowLayout(self._named, across=8, down=8)
        self.fold: Fold | None = None
        if len(self._terms) <= SHORT_LIST:
            self._list = self._short_list()
            self.column.addWidget(self._list)
            self.column.addWidget(self._named)
        else:
            self.fold = Fold(f"field_{field.name}_list", QWidget())
            self.column.addWidget(self._named)
            self.column.addWidget(self.fold)
            self.fold.turned.connect(self._open)

    @property
    def rows(self) -> Mapping[str, TermRow]:
        """What is said of each named word, by its code."""
        return self._rows

    def set_cell(self, cell: str) -> None:
        """Show what is named, and what is said of each."""
        tokens = [part.strip() for part in cell.split(SEPARATOR) if part.strip()]
        self._details = dict(split_token(token) for token in tokens)
        self._show()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self.words.text
        for code, row in self._rows.items():
            self._say_row(code, row)
        if self.fold is not None:
            said = text("editor.list", n=len(self._terms))
            self.fold.line.set_words(said, text("editor.list_of", field=self.title, list=said))
        if isinstance(self._list, OptionGroup):
            self._list.set_words(self.label)
        elif self._list is not None:
            group = partial("term.group.{}.{}".format, self.field.vocabulary)
            self._list.set_words(
                self.label,
                self._gloss,
                lambda name: text(group(name)),
                lambda what: text(f"screen.list.{what}"),
            )
            self._list.show_gloss(shown=False)
        if self._own is not None:
            self._own.set_words(lambda what: text(f"screen.payers.{what}"))

    def first(self) -> QWidget:
        """Return the first card, or the line that opens the list."""
        if self.fold is not None:
            return self.fold.line
        assert self._list is not None
        return self._list.cards[0]

    def settle(self) -> bool:
        """Take a word of the clinic's own that is written and not yet added."""
        return self._own is None or self._own.settle()

    def _short_list(self) -> OptionGroup:
        codes = [term.code for term in self._terms]
        group = OptionGroup(f"field_{self.field.name}", codes, several=True, columns=3)
        group.chosen_changed.connect(self._choose)
        return group

    def _open(self, is_open: bool) -> None:
        """Make the list when it is first asked for."""
        if is_open and self._list is None and self.fold is not None:
            chips = ChipList(
                f"field_{self.field.name}",
                self._terms,
                first=frozenset(term.code for term in self._terms if term.short),
            )
            chips.chosen_changed.connect(self._choose)
            self._list = chips
            column = QVBoxLayout(self.fold.content)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(chips)
            if self.field.extensible:
                self._own = OwnEntry(f"field_{self.field.name}_own")
                self._own.entered.connect(self._add_own)
                column.addWidget(self._own)
            self.retranslate()
            self._show()
            make_room(self, chips)

    def _choose(self, chosen: tuple[str, ...]) -> None:
        kept = {code: said for code, said in self._details.items() if code in chosen}
        self._details = kept | {code: () for code in chosen if code not in kept}
        self._show()
        self._tell()

    def _add_own(self, code: str) -> None:
        self._details.setdefault(code, ())
        self._show()
        self._tell()

    def _say_of(self, code: str, details: tuple[str, ...]) -> None:
        self._details[code] = details
        self._tell()

    def _tell(self) -> None:
        self.cell_changed.emit(
            SEPARATOR.join(":".join((code, *said)) for code, said in self._details.items())
        )

    def _show(self) -> None:
        for code in [code for code in self._rows if code not in self._details]:
            row = self._rows.pop(code)
            self._flow.removeWidget(row)
            row.hide()
            row.deleteLater()
        for code, details in self._details.items():
            if code not in self._rows:
                self._rows[code] = self._new_row(code)
            self._rows[code].set_details(details)
        if self.isVisible():
            self._arrange()
        self._named.setVisible(bool(self._rows))
        if isinstance(self._list, ChipList):
            for code in self._details:
                if not self._list.has(code):
                    self._list.add(code, self.label(code))
        if self._list is not None:
            self._list.set_chosen(tuple(self._details))

    def _new_row(self, code: str) -> TermRow:
        name = f"field_{self.field.name}_of_{code}"
        has_years = bool(self._vocabulary.kinds)
        row = TermRow(name, details_of(self.field.name), has_years=has_years)
        self._say_row(code, row)
        row.details_changed.connect(partial(self._say_of, code))
        self._flow.addWidget(row)
        return row

    def _say_row(self, code: str, row: TermRow) -> None:
        row.set_words(self.label(code), self._detail_words, self.words.text("editor.years"))

    def _arrange(self) -> None:
        for row in self._rows.values():
            row.arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let no word be wider than the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Do the same for another size of the text."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()

    def _detail_words(self, detail: str) -> str:
        if detail == NO:
            return self.words.text("editor.no")
        if not detail:
            return self.words.text("editor.yes")
        return detail_label(self.field.name, detail, self.words.catalogue)

    def _gloss(self, code: str) -> str:
        key = f"gloss.{self.field.vocabulary}.{code}"
        return self.words.text(key) if self.words.has(key) else ""
