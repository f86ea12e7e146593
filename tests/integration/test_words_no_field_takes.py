"""Words of a clinic's own list that no field takes: kept as text for staff until they are known."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.importing import TODAY
from support.practitioners import page_of

from matcher.directory.field import UNSORTED
from matcher.directory.profile import Fact, Source
from matcher.i18n import Catalogue
from matcher.importers.mapping import LEAVE_OUT, ColumnMapping, ListMapping
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.exporting import ExportFormat, export_directory
from matcher.services.intake.importing import ImportOptions, ImportReport
from matcher.services.practitioner.words import PractitionerWords
from matcher.services.upkeep.history import HistoryService

_LIST = (
    "Id,Who,Areas,Hours\n"
    "p-1,Ana Vidal,Anxiety; Blue moods; Parking,Mon 9-5; by arrangement\n"
    "p-2,Bo Lund,=Blue,\n"
)
_MAPPING = ListMapping(
    (
        ColumnMapping("Id", "id"),
        ColumnMapping("Who", "name"),
        ColumnMapping("Areas", "issues", terms={"Parking": LEAVE_OUT}),
        ColumnMapping("Hours", "times"),
    )
)
_KEPT = "issues (Areas): Anxiety; Blue moods; Parking\ntimes: Mon 9-5; by arrangement"


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        yield directory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(_LIST)
    return path


def _import(
    directory: DirectoryService, path: Path, mapping: ListMapping = _MAPPING, day: date = TODAY
) -> ImportReport:
    options = ImportOptions(today=day, confirmed_on=day, mappings={path: mapping})
    return directory.import_files([path], options)


def _knowing(text: str, token: str) -> ListMapping:
    """Return the mapping with one more word known."""
    who, name, areas, hours = _MAPPING.columns
    return ListMapping((who, name, replace(areas, terms={**areas.terms, text: token}), hours))


def test_list_when_imported_then_words_nobody_knows_stay_with_source_and_day(
    directory: DirectoryService, path: Path
) -> None:
    _import(directory, path)

    ana = directory.profile("p-1")
    assert ana.facts[UNSORTED] == Fact(_KEPT, Source.CLINIC, TODAY)
    assert ana.tokens("issues") == ("worry",)
    assert ana.tokens("times") == ("mon 09:00-17:00",)
    again = _import(directory, path)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)


def test_list_when_a_word_is_mapped_later_then_the_text_no_longer_holds_it(
    directory: DirectoryService, path: Path
) -> None:
    _import(directory, path)

    _import(directory, path, _knowing("Blue moods", "low_mood"))

    ana = directory.profile("p-1")
    assert ana.tokens("issues") == ("worry", "low_mood")
    assert ana.text(UNSORTED) == "times: Mon 9-5; by arrangement"
    _import(directory, path, _knowing("=Blue", "low_mood"))
    assert UNSORTED not in directory.profile("p-2").facts
    changes = [each for _, some in HistoryService(directory).history("p-1") for each in some]
    assert _KEPT in {each.before.value for each in changes if each.place.field == UNSORTED}


@pytest.mark.parametrize("form", [ExportFormat.JSON, ExportFormat.CSV])
def test_export_when_read_again_then_the_words_are_as_they_were(
    form: ExportFormat, directory: DirectoryService, path: Path, tmp_path: Path
) -> None:
    _import(directory, path)
    whole = tmp_path / f"whole.{form.value}"
    export_directory(directory, whole, form, Catalogue())

    same = directory.import_files([whole], ImportOptions(today=TODAY))
    with closing(DirectoryService(str(tmp_path / "other.sqlite"))) as other:
        other.import_files([whole], ImportOptions(today=TODAY))
        kept = [profile.text(UNSORTED) for profile in other.profiles()]

    assert (same.added, same.changed) == (0, 0)
    assert kept == [_KEPT, "issues (Areas): =Blue"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_page_of_a_practitioner_when_printed_then_the_words_are_not_on_it(
    language: str, directory: DirectoryService, path: Path
) -> None:
    _import(directory, path)
    page = page_of(directory.profile("p-1"), language)

    text = str(PractitionerWords(page, Catalogue(language)).document())

    assert "Ana Vidal" in text
    assert "Blue moods" not in text
    assert Catalogue(language).text(f"fact.field.{UNSORTED}") not in text


_OTHER_LIST = "Id,Who,Insurance\np-1,Ana Vidal,Moon Plan?\np-2,Bo Lund,\n"
_OTHER = ListMapping(
    (
        ColumnMapping("Id", "id"),
        ColumnMapping("Who", "name"),
        ColumnMapping("Insurance", "access"),
    )
)


@pytest.fixture
def other_path(tmp_path: Path) -> Path:
    path = tmp_path / "other.csv"
    path.write_text(_OTHER_LIST)
    return path


def test_list_when_it_lacks_columns_of_another_then_their_words_stay(
    directory: DirectoryService, path: Path, other_path: Path
) -> None:
    _import(directory, path)
    history = HistoryService(directory)

    _import(directory, other_path, _OTHER)

    joined = f"{_KEPT}\naccess (Insurance): Moon Plan?"
    assert directory.profile("p-1").text(UNSORTED) == joined
    assert directory.profile("p-2").text(UNSORTED) == "issues (Areas): =Blue"
    for known, mapping in ((path, _MAPPING), (other_path, _OTHER)):
        again = _import(directory, known, mapping)
        assert (again.added, again.changed) == (0, 0)
    history.undo(history.acts()[0].id)
    assert directory.profile("p-1").text(UNSORTED) == _KEPT


def test_list_when_a_column_is_read_again_then_its_words_alone_are_replaced(
    directory: DirectoryService, path: Path, other_path: Path
) -> None:
    _import(directory, path)
    _import(directory, other_path, _OTHER)
    path.write_text(_LIST.replace("; Blue moods", "").replace("by arrangement", "by luck"))

    _import(directory, path)

    assert directory.profile("p-1").text(UNSORTED) == (
        "times: Mon 9-5; by luck\naccess (Insurance): Moon Plan?"
    )


def test_profiles_when_made_one_then_the_words_of_both_stay_through_the_same_list(
    directory: DirectoryService, path: Path
) -> None:
    _import(directory, path)
    with directory.changing() as change:
        change.profiles.merge("p-1", "p-2")

    both = "issues (Areas): Anxiety; Blue moods; Parking; =Blue\ntimes: Mon 9-5; by arrangement"
    assert directory.profile("p-1").text(UNSORTED) == both
    again = _import(directory, path)
    assert again.changed == 0
    history = HistoryService(directory)
    history.undo(history.acts()[0].id)
    assert directory.profile("p-1").text(UNSORTED) == _KEPT
    assert directory.profile("p-2").text(UNSORTED) == "issues (Areas): =Blue"
