"""The XML of a spreadsheet, read strictly, as a stream, and without its dangerous parts."""

from collections.abc import Callable
from xml.parsers import expat

from matcher.importers.excel_parts import Names, SharedTexts, Worksheet
from matcher.importers.open_document import OpenDocument
from matcher.importers.sheet_survey import DamagedSheetError, Part

_MOST_ELEMENTS = 1_500_000
_DEEPEST = 200
_NOT_IN_UTF8 = (b"\0", b"\xfe", b"\xff")

_KINDS: dict[str, Callable[[], Part]] = {
    "worksheet": Worksheet,
    "sst": SharedTexts,
    "workbook": Names,
    "Relationships": Names,
    "manifest": Names,
    "document-content": OpenDocument,
}


class XmlReader:
    """Reads one XML file of a spreadsheet bit by bit, and knows by its root what it is."""

    def __init__(self) -> None:
        self.part = Part()
        self._depth = self._elements = 0
        # Whatever it declares: two readers could take another encoding for two different things.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def feed(self, data: bytes, *, is_last: bool = False) -> None:
        """Read on.

        Raises
        ------
        DamagedSheetError
            For what is not XML, or XML no spreadsheet program writes.
        """
        # The parser believes the mark of UTF-16, whatever it was told.
        if any(byte in data for byte in _NOT_IN_UTF8):
            raise DamagedSheetError
        try:
            self._parser.Parse(data, is_last)
        except (expat.ExpatError, ValueError, LookupError, OverflowError) as error:
            raise DamagedSheetError from error
        if self._elements and self.part.is_decided:
            self._parser.StartElementHandler = None
            self._parser.EndElementHandler = None
            self._parser.CharacterDataHandler = None

    def _refuse(self, *_: object) -> None:
        raise DamagedSheetError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self._depth += 1
        self._elements += 1
        if self._depth > _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise DamagedSheetError
        if self._depth == 1:
            self.part = _KINDS.get(name, Part)()
        self.part.start(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.part.end(name.rpartition(":")[2])

    def _text(self, text: str) -> None:
        self.part.text(text)
