"""What the tests of the commands share."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from support.commands import SAMPLE, Rapport

from matcher.bootstrap import Places, build_services


@pytest.fixture
def rapport(capsys: pytest.CaptureFixture[str]) -> Rapport:
    """Give the program, with a directory of its own that is not made yet."""
    return Rapport(capsys)


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder with the sample directory imported, to be copied."""
    folder = tmp_path_factory.mktemp("sample") / "rapport-data"
    with closing(build_services(Places(folder))) as services:
        assert services.directory.import_files([SAMPLE]).profiles
    return folder


@pytest.fixture
def with_sample(rapport: Rapport, sample_data: Path, data_dir: Path) -> Rapport:
    """Give the program with the sample directory imported."""
    shutil.copytree(sample_data, data_dir)
    return rapport
