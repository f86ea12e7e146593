"""What a clinic's own columns and words mean, as somebody decides it step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.tasks import LatestJob

if TYPE_CHECKING:  # the readers of tables and what suggests terms, when somebody needs them
    from matcher.services.intake.chosen_file import FileFound
    from matcher.services.intake.mapping import ColumnDraft, MappingDraft
    from matcher.services.intake.mapping_book import MappingBook
    from matcher.services.intake.mapping_choice import ListMapping


class MappingController(QObject):
    """Owner of the mapping that is being made.

    Parameters
    ----------
    book
        Keeps mappings, and the words that were accepted.

    Signals
    -------
    drafted
        There is something to decide about.
    changed
        With the place of the column about which something was decided, or -1 for several.
    failed
        With the `MatcherError` that says why there is no draft, or why it was not kept.
    kept
        The mapping was kept for lists with the same columns.
    """

    drafted = Signal()
    changed = Signal(int)
    failed = Signal(object)
    kept = Signal()

    def __init__(self, book: MappingBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._file: FileFound | None = None
        self.draft: MappingDraft | None = None
        self.is_known = False
        """Whether the same columns were mapped before."""
        self.likely_country = ""
        """The country that has all postcodes of the list, when it is one we know."""
        self._place = -1
        self._waiting: dict[int, tuple[str, str, str]] = {}
        self._drafting, self._changing, self._keeping = (LatestJob(self) for _ in range(3))
        self._drafting.done.connect(self._keep_draft)
        self._drafting.failed.connect(self.failed)
        self._changing.done.connect(self._keep_changed)
        self._changing.failed.connect(self.failed)
        self._keeping.done.connect(lambda _: self.kept.emit())
        self._keeping.failed.connect(self.failed)

    @property
    def file(self) -> FileFound | None:
        """The list it is about."""
        return self._file

    @property
    def is_busy(self) -> bool:
        """Whether suggestions are being made."""
        return self._drafting.busy or self._changing.busy

    @property
    def columns(self) -> tuple[ColumnDraft, ...]:
        """The columns as they are decided so far."""
        return () if self.draft is None else self.draft.columns

    @property
    def open_columns(self) -> int:
        """How many columns somebody has to say something about."""
        from matcher.services.intake.mapping_choice import is_open

        return sum(map(is_open, self.columns))

    @property
    def open_words(self) -> int:
        """How many words somebody has to say the meaning of."""
        return sum(len(column.open_terms) for column in self.columns)

    @property
    def sure(self) -> int:
        """How many suggestions would be accepted with `accept_sure`."""
        from matcher.services.intake.mapping_choice import sure_count

        return 0 if self.draft is None else sure_count(self.draft)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headers of columns of which nothing comes in."""
        from matcher.services.intake.mapping_choice import left_out

        return () if self.draft is None else left_out(self.draft)

    @property
    def does_country_matter(self) -> bool:
        """Whether the list has anything that means more with a country."""
        from matcher.services.intake.list_country import does_country_matter

        return self.draft is not None and does_country_matter(self.draft)

    @property
    def is_country_wanted(self) -> bool:
        """Whether somebody should say in which country the places of the list are."""
        from matcher.services.intake.list_country import is_country_wanted

        return self.draft is not None and is_country_wanted(self.draft)

    @property
    def names_somebody(self) -> bool:
        """Whether some column says who a row is about."""
        from matcher.services.intake.mapping_choice import names_somebody

        return self.draft is not None and names_somebody(self.draft)

    def begin(self, file: FileFound, sheet: str = "") -> None:
        """Make suggestions for a list, or for another of its sheets; once for each."""
        if file is self._file and self.draft is not None and self.draft.sheet == sheet:
            return
        self._file, self.draft = file, None
        self._waiting.clear()
        self._changing.drop()
        self._drafting.start(_draft, file, sheet, self._book)

    def open_place(self, after: int = -1) -> int:
        """Return the place of the next column with something open, round and round; else -1."""
        from matcher.services.intake.mapping_choice import open_count

        count = len(self.columns)
        places = ((after + 1 + step) % count for step in range(count))
        return next((place for place in places if open_count(self.columns[place])), -1)

    def accept_column(self, place: int) -> None:
        """Let the suggested field of a column hold."""
        from matcher.services.intake.mapping_choice import with_accepted_column

        if self.draft is not None:
            self._take(with_accepted_column(self.draft, place), place)

    def accept_sure(self) -> None:
        """Let every suggestion hold that is very like."""
        from matcher.services.intake.mapping_choice import with_sure

        if self.draft is not None:
            self._take(with_sure(self.draft), -1)

    def set_column(
        self, place: int, *, field: str | None = None, split: str = "", dates: str = ""
    ) -> None:
        """Say what a column holds, where its entries end, or how its dates are written.

        Parameters
        ----------
        place
            Of the column.
        field
            What it holds; ``None`` leaves that as it is.
        split
            A key of `SPLIT_NAMES`; ``""`` leaves that as it is.
        dates
            One of `DATE_STYLES`; ``""`` leaves that as it is.
        """
        if self.draft is None:
            return
        old = self.columns[place]
        target = old.field if field is None else field
        signs = SPLIT_NAMES[split] if split else old.split
        said = (target, signs, dates or old.dates)
        if self._changing.busy and self._place != place:
            self._waiting[place] = said
        else:
            self._change(place, said)

    def _change(self, place: int, said: tuple[str, str, str]) -> None:
        if self.draft is not None:
            self._place = place
            self._changing.start(_change, self.draft, place, said, self._book)

    def set_country(self, country: str) -> None:
        """Say where everybody works of whom the list does not tell; ``""`` takes that back."""
        from matcher.services.intake.mapping_choice import with_country

        if self.draft is not None:
            self._take(with_country(self.draft, country), -1)

    def set_term(self, place: int, text: str, token: str) -> None:
        """Say what a word means: a token, or one of the two that take nothing over."""
        from matcher.services.intake.mapping_choice import with_term

        if self.draft is not None:
            self._take(with_term(self.draft, place, text, token), place)

    def decided(self) -> ListMapping | None:
        """Return the mapping as it is decided; what is open is not taken over."""
        from matcher.services.intake.mapping_choice import decided

        return None if self.draft is None else decided(self.draft)

    def keep(self, mapping: ListMapping) -> None:
        """Keep a mapping that was decided for lists with the same columns."""
        self._keeping.start(self._book.keep, mapping)

    def _take(self, draft: MappingDraft, place: int) -> None:
        self.draft = draft
        self.changed.emit(place)

    def _keep_draft(self, drafted: tuple[MappingDraft, bool, str]) -> None:
        self.draft, self.is_known, self.likely_country = drafted
        self.drafted.emit()

    def _keep_changed(self, said: tuple[MappingDraft, str]) -> None:
        """Take over the one column: what was decided about others meanwhile stays."""
        changed, self.likely_country = said
        place = self._place
        if self.draft is not None:
            columns = [*self.draft.columns]
            columns[place] = changed.columns[place]
            self._take(replace(self.draft, columns=tuple(columns)), place)
        if self._waiting:
            self._change(*self._waiting.popitem())


SPLIT_NAMES = {"usual": ";", "commas": ",", "bars": "|", "lines": "\n", "whole": ""}
"""What ends an entry of a cell, by the names that the words for it have."""

DATE_STYLES = ("iso", "dmy", "mdy")
"""Year first, day first, month first."""


def _draft(file: FileFound, sheet: str, book: MappingBook) -> tuple[MappingDraft, bool, str]:
    from matcher.services.intake.chosen_file import draft_for
    from matcher.services.intake.list_country import likely_country
    from matcher.services.people.wording import fields_of

    fields_of("accepting")  # what facts are called is read here, not in the window
    draft, is_known = draft_for(file, sheet, book)
    return draft, is_known, likely_country(draft)


def _change(
    draft: MappingDraft, place: int, said: tuple[str, str, str], book: MappingBook
) -> tuple[MappingDraft, str]:
    from matcher.services.intake.list_country import likely_country
    from matcher.services.intake.mapping_choice import with_column

    field, split, dates = said
    changed = with_column(draft, place, (field, split, dates), book.known())
    return changed, likely_country(changed)
