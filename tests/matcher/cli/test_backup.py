"""``rapport backup`` and ``rapport restore``."""

import sqlite3
from contextlib import closing
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


def test_backup_when_mappings_are_kept_then_it_says_that_they_are_not_in_it_and_where_they_are(
    rapport: Rapport, tmp_path: Path
) -> None:
    own, mapping = tmp_path / "own.csv", tmp_path / "map.json"
    own.write_text("Therapist,Specialties\nAna,Anxiety\n")
    rapport("import", own, "--suggest-mapping", mapping)
    rapport("import", own, "--mapping", mapping)

    told = rapport("backup", tmp_path / "copy.sqlite").out.splitlines()[1]

    folder = Path(told.rpartition(": ")[2])
    assert "not in it" in told
    assert [*folder.glob("*.mapping.json")]


def test_backup_when_somebody_in_it_is_damaged_then_both_ways_say_who(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"))
    copy = tmp_path / "copy.sqlite"
    rapport("backup", copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE fact SET value = 'Ann' WHERE field = 'name'")
        connection.commit()

    restored = rapport("restore", copy)
    saved = rapport("backup", tmp_path / "next.sqlite")

    assert (restored.code, saved.code) == (1, 1)
    assert "It holds 0 people." in restored.out
    assert "with 0 people" in saved.out
    for said in (restored.out, saved.out):
        assert "1 person in this copy is damaged, so clients do not see them: p-1." in said


def test_backup_when_there_is_one_already_then_it_stays_until_replacing_is_asked_for(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"))
    copy = tmp_path / "copy.sqlite"
    rapport("backup", copy)
    before = copy.read_bytes()
    rapport("import", write_csv(tmp_path, "p-2,Ben,yes"))

    refused = rapport("backup", copy)

    assert (refused.code, refused.out) == (1, "")
    assert f"{copy} is there already" in refused.err
    assert "--replace" in refused.err
    assert copy.read_bytes() == before
    assert "with 2 people" in rapport("backup", copy, "--replace").out


def test_backup_when_a_folder_is_named_twice_then_the_second_has_a_number(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"))
    folder = tmp_path / "copies"
    folder.mkdir()

    for _ in range(2):
        assert rapport("backup", folder).code == 0
    assert rapport("backup", folder, "--replace").code == 0

    names = sorted(path.name for path in folder.iterdir())
    assert names == ["rapport-backup-2.sqlite", "rapport-backup.sqlite"]


def test_backup_when_another_kind_of_file_is_there_then_replacing_leaves_it(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"))
    other = tmp_path / "letter.txt"
    other.write_text("Dear colleague")

    for options in ((), ("--replace",)):
        assert "another kind of file" in rapport("backup", other, *options).err
    assert other.read_text() == "Dear colleague"


def test_restore_when_there_is_no_copy_then_says_so(rapport: Rapport, tmp_path: Path) -> None:
    done = rapport("restore", tmp_path / "none.sqlite")

    assert (done.code, done.out) == (1, "")
    assert "There is no copy" in done.err


def test_backup_when_there_is_no_directory_then_says_so(rapport: Rapport, tmp_path: Path) -> None:
    done = rapport("backup", tmp_path / "copy.sqlite")

    assert done.code == 1
    assert "There is no directory yet" in done.err
    assert not (tmp_path / "copy.sqlite").exists()
