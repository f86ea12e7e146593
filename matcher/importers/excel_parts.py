"""The XML files of an XLSX file, as far as they must be known before it is opened."""

import re
from array import array
from collections.abc import Mapping

from matcher.importers.sheet_survey import (
    NO_RESULT,
    NO_VALUE,
    WHOLE_NUMBER,
    DamagedSheetError,
    Part,
    SheetSurvey,
)

_PLACE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_TRUE = frozenset({"1", "true"})


class Worksheet(Part):
    """A sheet of an XLSX file."""

    def __init__(self) -> None:
        self.survey = SheetSurvey()
        self._row = self._column = -1
        self._kind = ""
        self._inside = ""
        self._value = ""
        self._has_value = self._has_formula = False
        self._signs = 0

    @property
    def is_decided(self) -> bool:
        """Whether something stands too far outside."""
        return bool(self.survey.far)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note of the beginning of an element.

        Raises
        ------
        DamagedSheetError
            When it cannot stand there.
        """
        match name:
            case "row":
                self._start_row(attributes)
            case "c":
                self._start_cell(attributes)
            case "v" | "t":
                self._has_value, self._inside = True, name
            case "is":
                self._has_value = True
            case "f":
                self._has_formula = True
            case "col":
                if attributes.get("hidden") in _TRUE and WHOLE_NUMBER.fullmatch(
                    attributes.get("min", "")
                ):
                    self.survey.hidden_columns.append(int(attributes["min"]) - 1)

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", str(self._row + 2))
        if not WHOLE_NUMBER.fullmatch(number):
            raise DamagedSheetError
        self._row, self._column = int(number) - 1, -1
        self.survey.has_hidden_rows |= attributes.get("hidden") in _TRUE

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        if place := attributes.get("r", ""):
            found = _PLACE.fullmatch(place)
            if found is None:
                raise DamagedSheetError
            self._row, self._column = int(found[2]) - 1, -1
            for letter in found[1].upper():
                self._column = 26 * (self._column + 1) + ord(letter) - ord("A")
        self._kind = attributes.get("t", "n")
        self._value, self._signs = "", 0
        self._has_value = self._has_formula = False

    def text(self, text: str) -> None:
        """Take note of text."""
        if self._inside:
            self._signs += len(text)
            self._value = (self._value + text)[:40]

    def end(self, name: str) -> None:
        """Take note of the end of an element.

        Raises
        ------
        DamagedSheetError
            When a cell refers to no text.
        """
        if name in {"v", "t"}:
            self._inside = ""
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        place = self._row, self._column
        fault = None
        if self._has_formula and not (self._value or (self._has_value and self._kind == "str")):
            fault = NO_RESULT
        elif not self._has_value or not (self._value or self._kind != "n"):
            return
        elif self._kind == "e":
            fault = NO_VALUE
        self.survey.add(*place, self._signs)
        if self.survey.far:
            return
        if fault:
            self.survey.faults[place] = fault
        elif self._kind == "s":
            self._refer()

    def _refer(self) -> None:
        if not self._value.strip().isdecimal() or len(self._value) > 9:
            raise DamagedSheetError
        self.survey.references.append(int(self._value))


class SharedTexts(Part):
    """The texts that the sheets of an XLSX file share."""

    def __init__(self) -> None:
        self.lengths = array("L")
        self._is_text = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """Take note of the beginning of an element."""
        if name == "si":
            self.lengths.append(0)
        self._is_text = name == "t"

    def end(self, _name: str) -> None:
        """Take note of the end of an element."""
        self._is_text = False

    def text(self, text: str) -> None:
        """Take note of text."""
        if self._is_text and self.lengths:
            self.lengths[-1] += len(text)


class Names(Part):
    """The elements of a small part, such as the list of sheets, with their attributes."""

    def __init__(self) -> None:
        self.elements: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note of the beginning of an element."""
        if name in {"sheet", "Relationship", "encryption-data"}:
            plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            self.elements.append((name, plain))
