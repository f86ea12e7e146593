"""Write the directory to a file: loss-free, for spreadsheets, for people, for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from matcher.errors import Message, OutputError
from matcher.i18n import Catalogue
from matcher.services.files.output_file import OutputKind, new_place, write_piecewise

if TYPE_CHECKING:  # these are not needed before somebody exports
    from matcher.directory.record import ProfileRecord
    from matcher.exporters.directory_xlsx import SheetWords


class ExportFormat(StrEnum):
    """A format that can be written."""

    JSON = "json"
    """All that is kept of all profiles, to be read again."""
    CSV = "csv"
    """The facts that hold, of all profiles, to be changed in a spreadsheet and read again."""
    XLSX = "xlsx"
    """In words, for people."""
    FHIR = "fhir"
    """What FHIR can say of the profiles that clients see, for other programs."""

    @property
    def holds_everyone(self) -> bool:
        """Whether the file always has the profiles that clients do not see, marked as such."""
        return self in {ExportFormat.JSON, ExportFormat.CSV}


class Profiles(Protocol):
    """Whose profiles are written: a directory, or one that is watched meanwhile."""

    def records(self) -> Iterator[ProfileRecord]:
        """Give every profile with all that is kept of it, sorted by id."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written.

    Attributes
    ----------
    file
        Where it is.
    profiles
        How many profiles are in it.
    left_out
        How many are not, because clients do not see them.
    """

    file: Path
    format: ExportFormat
    profiles: int
    left_out: int = 0


_KINDS = {
    ExportFormat.JSON: OutputKind("directory.json", b'{"format":"rapport-directory/1"'),
    ExportFormat.CSV: OutputKind("directory.csv", b'"id","published"'),
    ExportFormat.XLSX: OutputKind("directory.xlsx", b"PK\x03\x04"),
    ExportFormat.FHIR: OutputKind("directory.fhir.json", b'{"resourceType":"Bundle"'),
}
_ENDINGS = {
    ".csv": (ExportFormat.CSV,),
    ".xlsx": (ExportFormat.XLSX,),
    ".json": (ExportFormat.JSON, ExportFormat.FHIR),
    ".fhir.json": (ExportFormat.FHIR,),
}


def export_format(path: Path, wanted: ExportFormat | None = None) -> ExportFormat:
    """Return the format to write: the wanted one, else the one that the name's ending tells.

    Raises
    ------
    OutputError
        When the ending is that of another format, or tells nothing and none is wanted.
    """
    name = path.name.lower()
    ending = next((each for each in (".fhir.json", *_ENDINGS) if name.endswith(each)), "")
    told = () if path.is_dir() else _ENDINGS.get(ending, ())
    if wanted is None and not told:
        raise OutputError(Message("error.output.which_format", file=str(path)))
    if wanted is not None and told and wanted not in told:
        raise OutputError(
            Message(
                "error.output.format_differs", file=str(path), ending=ending, format=wanted.value
            )
        )
    return wanted or told[0]


def new_export(path: Path, format: ExportFormat) -> Path:  # noqa: A002 - as in `export_directory`
    """Return where the directory goes so that no earlier file is replaced.

    Raises
    ------
    OutputError
        When there is one, saying how to replace it.
    """
    return new_place(path, _KINDS[format])


def export_directory(
    directory: Profiles,
    path: Path,
    format: ExportFormat,  # noqa: A002 - what it is called everywhere
    words: Catalogue,
    *,
    everyone: bool = False,
) -> ExportReport:
    """Write the directory to a file, and read it back before it takes its place.

    Parameters
    ----------
    directory
        Whose profiles.
    path
        Where to; a folder takes a file under its usual name.
    format
        As what.
    words
        The language of a file for people.
    everyone
        Whether that file also has the profiles that clients do not see. JSON and CSV always have
        them, marked; FHIR never has them, because others would show them.

    Raises
    ------
    OutputError
        When the file cannot be written, or could not be read back as it was meant.
    StoreError
        When there is no directory, or it cannot be read.
    """
    _refuse_foreign_spreadsheet(path, format)
    export = _Export(directory, format, everyone=everyone)
    writers: dict[ExportFormat, Callable[[BinaryIO], int]] = {
        ExportFormat.JSON: export.write_json,
        ExportFormat.CSV: export.write_csv,
        ExportFormat.XLSX: lambda file: export.write_xlsx(file, words),
        ExportFormat.FHIR: export.write_fhir,
    }
    file = write_piecewise(path, _KINDS[format], writers[format], export.check)
    return ExportReport(file, format, export.profiles, export.left_out)


def _refuse_foreign_spreadsheet(path: Path, format: ExportFormat) -> None:  # noqa: A002
    """Leave a clinic's own spreadsheet alone: it begins like any other."""
    from matcher.services.files.export_check import is_our_spreadsheet

    target = path / _KINDS[format].name if path.is_dir() else path
    if format is not ExportFormat.XLSX or not target.is_file() or not target.stat().st_size:
        return
    if not is_our_spreadsheet(target):
        raise OutputError(Message("error.output.other_file", file=str(target)))


class _Export:
    """One export: what was counted on the way out is compared with what is read back."""

    def __init__(self, directory: Profiles, format: ExportFormat, *, everyone: bool) -> None:  # noqa: A002
        from matcher.services.files.export_check import Tally

        self._directory = directory
        self._format = format
        self._everyone = everyone or format.holds_everyone
        self._tally = Tally()
        self.profiles = 0
        self.left_out = 0

    def write_json(self, file: BinaryIO) -> int:
        from matcher.exporters.directory_json import write_directory_json

        return write_directory_json(self._tally.watch(self._records(), whole=True), file)

    def write_csv(self, file: BinaryIO) -> int:
        from matcher.exporters.directory_csv import write_directory_csv

        return write_directory_csv(self._tally.watch(self._records(), whole=False), file)

    def write_fhir(self, file: BinaryIO) -> int:
        from matcher.exporters.fhir import write_fhir

        return write_fhir(self._records(), file)

    def write_xlsx(self, file: BinaryIO, words: Catalogue) -> int:
        from matcher.exporters.directory_xlsx import write_directory_xlsx

        return write_directory_xlsx(self._records(), file, _sheet_words(words))

    def check(self, path: Path) -> None:
        """Read the file back; raise `OutputError` when it does not hold what it should."""
        from matcher.services.files import export_check

        read_back = {
            ExportFormat.JSON: lambda: export_check.reads_back_json(path, self._tally),
            ExportFormat.CSV: lambda: export_check.reads_back_csv(path, self._tally),
            ExportFormat.XLSX: lambda: export_check.reads_back_xlsx(path, self.profiles),
            ExportFormat.FHIR: lambda: export_check.reads_back_fhir(path, self.profiles),
        }
        if not read_back[self._format]():
            raise OutputError(Message("error.output.not_read_back", folder=str(path.parent)))

    def _records(self) -> Iterator[ProfileRecord]:
        self.profiles = self.left_out = 0
        for record in self._directory.records():
            if self._everyone or record.profile.published:
                self.profiles += 1
                yield record
            else:
                self.left_out += 1


def _sheet_words(words: Catalogue) -> SheetWords:
    from matcher.exporters.directory_xlsx import SheetWords
    from matcher.services.people.fact_words import field_name, field_value

    return SheetWords(
        sheet=words.text("cli.export.sheet.name"),
        notice=words.text("cli.export.sheet.notice"),
        columns=(
            words.text("cli.list.id"),
            words.text("cli.export.sheet.published"),
            words.text("cli.export.sheet.source"),
            words.text("cli.list.confirmed_on"),
        ),
        field_name=lambda field: field_name(field, words),
        field_value=lambda field, fact: field_value(field, fact, words),
        source_name=lambda source: words.text(f"cli.export.source.{source.value}"),
        is_published=lambda said: words.text(f"cli.export.published.{'yes' if said else 'no'}"),
    )
