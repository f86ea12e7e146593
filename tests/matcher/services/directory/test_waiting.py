import os
from pathlib import Path

import pytest
from support.copies import make_ready

from matcher.services.directory.sample_directory import sample_directory
from matcher.services.directory.waiting import (
    begin_waiting,
    end_waiting,
    forget_others,
    has_run_in,
    sittings_folder,
    waits_since,
)

_LONG_AGO = 1_700_000_000


def test_folder_when_the_directory_is_another_then_it_is_another_folder(tmp_path: Path) -> None:
    own = sittings_folder(tmp_path, "one.sqlite")
    others = {
        sittings_folder(tmp_path, "other.sqlite"),
        sittings_folder(tmp_path, "one.sqlite", is_sample=True),
        sittings_folder(tmp_path / "other", "one.sqlite"),
    }

    assert own == sittings_folder(tmp_path, "one.sqlite")
    assert len(others | {own}) == 4


def test_kiosk_when_none_was_made_ready_in_a_folder_then_none_has_run_there(tmp_path: Path) -> None:
    folder = tmp_path / "sittings"
    assert not has_run_in(folder)

    make_ready(sample_directory(), folder)

    assert has_run_in(folder)


@pytest.mark.parametrize("left", ["directory.snapshot", "directory-7.profiles"])
def test_kiosk_when_an_older_version_has_run_in_a_folder_then_one_has_run_there(
    tmp_path: Path, left: str
) -> None:
    (tmp_path / left).touch()

    assert has_run_in(tmp_path)


def test_folder_when_somebody_else_comes_to_the_same_server_then_it_is_the_same(
    tmp_path: Path,
) -> None:
    folders = {
        sittings_folder(tmp_path, f"{kind}://{who}db.example.org/clinic")
        for kind in ("postgresql+psycopg", "PostgreSQL+psycopg")
        for who in ("", "rapport_kiosk:one@", "rapport_kiosk:two@", "rapport_staff@")
    }

    assert len(folders) == 1


def test_kiosk_when_it_has_the_newest_state_then_it_does_not_wait(tmp_path: Path) -> None:
    assert waits_since(tmp_path) is None
    assert waits_since(tmp_path / "none") is None

    begin_waiting(tmp_path)
    end_waiting(tmp_path)

    assert waits_since(tmp_path) is None
    assert [*tmp_path.iterdir()] == []


def test_kiosk_when_it_waits_for_a_while_then_it_is_known_since_when(tmp_path: Path) -> None:
    begin_waiting(tmp_path)
    (note,) = tmp_path.iterdir()
    os.utime(note, (_LONG_AGO, _LONG_AGO))

    begin_waiting(tmp_path)

    since = waits_since(tmp_path)
    assert since is not None
    assert since.timestamp() == _LONG_AGO
    assert note.stat().st_size == 0
    assert note.stat().st_mode & 0o777 == 0o600


def test_kiosk_when_nothing_can_be_noted_then_that_is_borne(tmp_path: Path) -> None:
    begin_waiting(tmp_path / "none")

    end_waiting(tmp_path / "none")


def _made_ready(folder: Path) -> Path:
    make_ready(sample_directory(), folder)
    begin_waiting(folder)
    for left in (".directory.profiles.new", "directory.snapshot", "directory-9.profiles"):
        (folder / left).touch()
    return folder


def test_others_when_forgotten_then_only_what_is_made_ready_of_this_and_of_the_sample_stays(
    tmp_path: Path,
) -> None:
    own = _made_ready(sittings_folder(tmp_path, "one.sqlite"))
    sample = _made_ready(sittings_folder(tmp_path, "one.sqlite", is_sample=True))
    other = _made_ready(sittings_folder(tmp_path, "other.sqlite"))
    _made_ready(tmp_path / "sittings")  # as an older version did
    kept = {path: path.read_bytes() for folder in (own, sample) for path in folder.iterdir()}

    forget_others(tmp_path, "one.sqlite")

    assert not other.exists()
    assert {*(tmp_path / "sittings").iterdir()} == {own, sample}
    assert {path: path.read_bytes() for folder in (own, sample) for path in folder.iterdir()} == (
        kept
    )


def test_others_when_something_else_lies_there_then_it_is_not_touched(tmp_path: Path) -> None:
    forget_others(tmp_path, "one.sqlite")
    other = _made_ready(sittings_folder(tmp_path, "other.sqlite"))
    elsewhere = other.parent / "directory.sqlite"
    for path in (other / "notes.txt", elsewhere):
        path.write_text("mine")

    forget_others(tmp_path, "one.sqlite")

    assert [*other.iterdir()] == [other / "notes.txt"]
    assert {*other.parent.iterdir()} == {other, elsewhere}
