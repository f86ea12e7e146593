from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from support.builders import make_profile

from matcher.directory.profile import Profile
from matcher.errors import StoreError
from matcher.services.directory.sample_directory import SampleDirectory, sample_directory
from matcher.services.directory.stored_directory import DirectoryService


def test_sample_when_made_of_profiles_then_they_are_sorted_and_found() -> None:
    first, second = make_profile("p-1", city="Aue"), make_profile("p-2")
    directory = SampleDirectory([second, first])

    assert [*directory.profiles()] == [first, second]
    assert directory.profile("p-1") is first
    with pytest.raises(StoreError):
        directory.profile("p-3")


def test_sample_when_shipped_then_it_equals_its_import(tmp_path: Path) -> None:
    sample = sample_directory()
    with (
        closing(DirectoryService(str(tmp_path / "a.sqlite"))) as stored,
        as_file(files("resources").joinpath("sample_directory", "directory.csv")) as path,
    ):
        report = stored.import_files([path])
        profiles: list[Profile] = [*stored.profiles()]

    assert report.added == report.rows == len(profiles) > 0
    assert report.findings == ()
    assert profiles == [*sample.profiles()]
