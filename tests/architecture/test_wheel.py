"""What an installed copy holds: the three packages, with every resource."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.source import ROOT, modules, name_of

_PACKAGES = {"matcher", "ui", "resources"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    # The build back end alone, without an environment to fetch anything into.
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (path,) = folder.glob("rapport_matcher-*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def _resources() -> set[str]:
    return {
        name_of(path)
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _metadata(wheel: zipfile.ZipFile, name: str) -> str:
    (path,) = (entry for entry in wheel.namelist() if entry.endswith(f".dist-info/{name}"))
    return wheel.read(path).decode()


def test_wheel_when_built_then_its_top_level_is_the_three_packages(wheel: zipfile.ZipFile) -> None:
    top = {Path(name).parts[0] for name in wheel.namelist()}

    assert {name for name in top if not name.endswith(".dist-info")} == _PACKAGES


def test_wheel_when_built_then_every_resource_is_inside(wheel: zipfile.ZipFile) -> None:
    assert _resources() - {*wheel.namelist()} == set()


def test_wheel_when_built_then_every_module_is_inside(wheel: zipfile.ZipFile) -> None:
    assert {name_of(path) for path in modules(*_PACKAGES)} - {*wheel.namelist()} == set()


def test_wheel_when_built_then_no_test_and_no_cache_is_inside(wheel: zipfile.ZipFile) -> None:
    strange = [name for name in wheel.namelist() if "test" in name or "__pycache__" in name]

    assert strange == []


def test_wheel_when_built_then_it_names_its_version_command_and_licence(
    wheel: zipfile.ZipFile,
) -> None:
    import matcher

    assert f"\nVersion: {matcher.__version__}\n" in _metadata(wheel, "METADATA")
    assert "Private :: Do Not Upload" in _metadata(wheel, "METADATA")
    assert "rapport = ui.__main__:main" in _metadata(wheel, "entry_points.txt")
    assert "Apache License" in _metadata(wheel, "licenses/LICENSE")
