"""The sheets of an ODS file, as far as they must be known before it is opened."""

from collections.abc import Mapping

from matcher.errors import Message
from matcher.importers.sheet_survey import (
    ERROR_VALUE,
    NO_RESULT,
    NO_VALUE,
    WHOLE_NUMBER,
    DamagedSheetError,
    Part,
    SheetSurvey,
)

_MOST_REPEATS = 1 << 20


class OpenDocument(Part):
    """The sheets of an ODS file, all in one."""

    def __init__(self) -> None:
        self.surveys: dict[str, SheetSurvey] = {}
        self._survey = SheetSurvey()
        self._row = self._column = self._place = 0
        self._rows = self._columns = 1
        self._attributes: Mapping[str, str] = {}
        self._words = ""
        self._signs = self._paragraphs = 0

    @property
    def is_decided(self) -> bool:
        """Whether something stands too far outside."""
        return bool(self._survey.far)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note of the beginning of an element.

        Raises
        ------
        DamagedSheetError
            When it cannot stand there.
        """
        match name:
            case "table":
                table = attributes.get("table:name", "")
                if table in self.surveys:
                    raise DamagedSheetError
                self._survey = self.surveys[table] = SheetSurvey()
                self._row, self._rows, self._place = 0, 0, 0
            case "table-row":
                self._row += self._rows
                self._rows, self._column = _repeats(attributes, "rows"), 0
                self._columns = 0
                self._survey.has_hidden_rows |= self._is_hidden(attributes)
            case "table-column":
                if self._is_hidden(attributes):
                    self._survey.hidden_columns.append(self._place)
                self._place += _repeats(attributes, "columns")
            case "table-cell" | "covered-table-cell":
                self._column += self._columns
                self._columns = _repeats(attributes, "columns")
                self._attributes, self._words, self._signs = attributes, "", 0
            case "p":
                self._paragraphs += 1
            case "s":
                # So many spaces are written when it is opened: two thousand million, if it says so.
                self._signs += _count(attributes.get("text:c", "1"))

    @staticmethod
    def _is_hidden(attributes: Mapping[str, str]) -> bool:
        return attributes.get("table:visibility", "visible") != "visible"

    def text(self, text: str) -> None:
        """Take note of text."""
        if self._paragraphs:
            self._signs += len(text)
            self._words = (self._words + text)[:40]

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if name == "p":
            self._paragraphs -= 1
        elif name in {"table-cell", "covered-table-cell"}:
            self._end_cell()

    def _end_cell(self) -> None:
        values = [
            value
            for name, value in self._attributes.items()
            if name.startswith("office:") and name != "office:value-type"
        ]
        has_formula = "table:formula" in self._attributes
        has_type = any(name.endswith("value-type") for name in self._attributes)
        if not (values or has_formula or has_type or self._signs):
            return
        signs = max([self._signs, *map(len, values)])
        self._survey.add(self._row, self._column, signs, (self._rows, self._columns))
        if (fault := self._fault(has_formula, has_type)) and not self._survey.far:
            for row in range(self._row, self._row + self._rows):
                for column in range(self._column, self._column + self._columns):
                    self._survey.faults[row, column] = fault

    def _fault(self, has_formula: bool, has_type: bool) -> Message | None:
        is_error = self._attributes.get("calcext:value-type") == "error"
        if is_error or (has_formula and ERROR_VALUE.fullmatch(self._words.strip())):
            return NO_VALUE
        return NO_RESULT if has_formula and not has_type and not self._signs else None


def _repeats(attributes: Mapping[str, str], what: str) -> int:
    number = _count(attributes.get(f"table:number-{what}-repeated", "1"))
    if number > _MOST_REPEATS:
        raise DamagedSheetError
    return number


def _count(text: str) -> int:
    if not WHOLE_NUMBER.fullmatch(text):
        raise DamagedSheetError
    return int(text)
