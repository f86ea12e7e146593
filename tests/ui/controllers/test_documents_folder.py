from pathlib import Path

import pytest

from ui.controllers.documents_folder import free_path


def test_free_path_when_names_are_taken_then_it_counts_on(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    names = []
    for _ in range(3):
        path = free_path("notes.pdf")
        path.write_bytes(b"somebody's")
        names.append(path.name)

    assert names == ["notes.pdf", "notes-2.pdf", "notes-3.pdf"]
