"""``rapport backup`` and ``rapport restore``."""

from pathlib import Path

from support.commands import Rapport, write_csv


def test_backup_when_put_back_then_the_directory_is_as_it_was(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"))
    saved = rapport("backup", tmp_path / "copy.sqlite")
    rapport("import", write_csv(tmp_path, "p-2,Ben,yes"))
    restored = rapport("restore", tmp_path / "copy.sqlite")

    assert saved.out == f"Saved and checked, with 1 person: {tmp_path / 'copy.sqlite'}\n"
    assert restored.out.splitlines()[0] == "The copy was put back. It holds 1 person."
    assert "directory-before-1.sqlite" in restored.out
    assert len(rapport("directory", "list", "--json").document["profiles"]) == 1


def test_restore_when_there_is_no_copy_then_says_so(rapport: Rapport, tmp_path: Path) -> None:
    done = rapport("restore", tmp_path / "none.sqlite")

    assert (done.code, done.out) == (1, "")
    assert "There is no copy" in done.err


def test_backup_when_there_is_no_directory_then_says_so(rapport: Rapport, tmp_path: Path) -> None:
    done = rapport("backup", tmp_path / "copy.sqlite")

    assert done.code == 1
    assert "There is no directory yet" in done.err
    assert not (tmp_path / "copy.sqlite").exists()
