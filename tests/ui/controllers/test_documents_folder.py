from pathlib import Path

import pytest

from ui.controllers.documents_folder import free_path


@pytest.mark.parametrize("ending", ["pdf", "fhir.json"])
def test_free_path_when_names_are_taken_then_it_counts_on(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    names = []
    for _ in range(3):
        path = free_path(f"notes.{ending}")
        path.write_bytes(b"somebody's")
        names.append(path.name)

    assert names == [f"notes{number}.{ending}" for number in ("", "-2", "-3")]


def test_free_path_when_files_went_elsewhere_before_then_it_is_there_while_that_is_there(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    stick = tmp_path / "stick"

    assert free_path("a.sqlite", stick).parent != stick
    stick.mkdir()
    assert free_path("a.sqlite", stick) == stick / "a.sqlite"
