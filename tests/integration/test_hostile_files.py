"""Every hostile file through every reader: rows or a sentence, soon, and in little memory."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from support.catalogues import LANGUAGES
from support.hostile_files import HOSTILE, write_hostile
from support.large_fhir import write_large_fhir
from support.readers import READERS
from support.reading_walk import ReadingWalk, reading_walk
from support.trusting_readers import document_breaks_it, table_breaks_it

from matcher.i18n import Catalogue
from matcher.importers.json_file import LARGEST

_SECONDS = 2
_MEGABYTES = 400
_OF_KIND = {
    ".csv": ("csv", "mapped", "nppes"),
    ".json": ("json", "fhir", "npi-api", "answers"),
    ".html": ("schema-org",),
    ".xlsx": ("spreadsheet", "mapped"),
    ".ods": ("spreadsheet", "mapped"),
}
"""Who would be handed a file by its name; the long form hands each to everybody."""

_BREAK_WHO_TRUSTS = (
    *("empty", "a million separators", "nothing but NUL", "UTF-16 cut in a sign", "half a pair"),
    *("quote never closed", "one line of 16 MB", "deep lists", "deep in a profile"),
    *("a million digits", "null where lists are"),
)

pytestmark = [
    pytest.mark.apart,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds these limits"),
]


@pytest.fixture(scope="module")
def walk() -> Iterator[ReadingWalk]:
    with reading_walk() as process:
        yield process


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_when_a_reader_of_its_kind_takes_it_then_it_ends_soon_in_little_memory(
    name: str, walk: ReadingWalk, tmp_path: Path
) -> None:
    suffix, _ = HOSTILE[name]
    _hold(walk, _OF_KIND[suffix], write_hostile(name, tmp_path))


@pytest.mark.long
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_when_any_reader_takes_it_then_it_ends_soon_in_little_memory(
    name: str, walk: ReadingWalk, tmp_path: Path
) -> None:
    _hold(walk, READERS, write_hostile(name, tmp_path))


def _hold(walk: ReadingWalk, readers: Iterable[str], path: Path) -> None:
    readings = {reader: walk.read(reader, path) for reader in readers}

    assert {reader: each.error for reader, each in readings.items() if each.error} == {}
    for reader, each in readings.items():
        assert each.seconds <= _SECONDS, reader
        assert each.megabytes <= _MEGABYTES, reader
        assert not each.said or all(Catalogue(lang).has(each.said) for lang in LANGUAGES)


@pytest.mark.parametrize("name", _BREAK_WHO_TRUSTS)
def test_hostile_file_when_a_reader_trusts_it_then_it_breaks(name: str, tmp_path: Path) -> None:
    """Else it would prove nothing that ours take it."""
    path = write_hostile(name, tmp_path)

    breaks = table_breaks_it if path.suffix == ".csv" else document_breaks_it
    assert breaks(path.read_bytes())


@pytest.mark.long
@pytest.mark.parametrize("is_bundle", [True, False], ids=["bundle", "one a line"])
def test_fhir_when_as_large_as_it_may_be_then_the_memory_is_enough(
    is_bundle: bool, walk: ReadingWalk, tmp_path: Path
) -> None:
    path = write_large_fhir(tmp_path, LARGEST, is_bundle=is_bundle)

    reading = walk.read("fhir", path)

    assert path.stat().st_size > LARGEST * 0.95
    assert (reading.said, reading.error) == ("", "")
    assert reading.megabytes <= _MEGABYTES


def test_hostile_files_when_counted_then_each_reader_would_take_some() -> None:
    assert len(HOSTILE) > 60
    assert {suffix for suffix, _ in HOSTILE.values()} == {".csv", ".json", ".html", ".xlsx", ".ods"}
