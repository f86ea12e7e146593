"""``rapport kiosks``: a line a kiosk, and a document."""

from contextlib import closing
from pathlib import Path

import pytest
from support.commands import Rapport
from support.kiosk_events import tell_of_kiosks

from matcher.directory.kiosk_event import KioskWord
from matcher.services.directory.stored_directory import DirectoryService


@pytest.fixture
def kiosks(data_dir: Path) -> None:
    """Let two kiosks have told something in this person's directory."""
    data_dir.mkdir()
    with closing(DirectoryService(str(data_dir / "directory.sqlite"))) as directory:
        directory.database(create=True)
        told = {
            "Hall": [(0.01, KioskWord.CURRENT), (0.5, KioskWord.STAFF)],
            "Attic\x1b[2J": [(20, KioskWord.COPIED)],
        }
        tell_of_kiosks(directory, told)


def test_kiosks_when_none_told_anything_then_that_is_said_and_no_directory_is_made(
    rapport: Rapport, data_dir: Path
) -> None:
    done = rapport("kiosks")

    assert (done.code, done.err) == (0, "")
    assert done.out == "0 kiosks have told of themselves in the last 90 days.\n"
    assert rapport("kiosks", "--json").document == {"kiosks": []}
    assert not data_dir.exists()


@pytest.mark.usefixtures("kiosks")
def test_kiosks_when_asked_for_then_each_has_a_line_and_what_to_do_stands_below(
    rapport: Rapport,
) -> None:
    lines = rapport("kiosks").out.splitlines()

    assert lines[0].split() == [*"Kiosk Last heard from List as of Last told".split()]
    assert lines[1].startswith("Attic[2J")
    assert lines[2].startswith("Hall")
    assert "staff came in, " in lines[2]
    assert lines[3] == ""
    assert lines[4].startswith("Attic[2J: Nothing has been heard from it for 20 days.")
    assert lines[5].startswith("Attic[2J: Its list is 20 days old.")
    assert lines[6] == "2 kiosks have told of themselves in the last 90 days."


@pytest.mark.usefixtures("kiosks")
def test_kiosks_when_asked_for_json_then_each_has_exactly_its_keys(rapport: Rapport) -> None:
    attic, hall = rapport("kiosks", "--json").document["kiosks"]

    assert [*attic] == [
        *("name", "heard_at", "current_at", "last", "last_at"),
        *("is_quiet", "has_old_copy", "is_behind", "waits_since"),
    ]
    assert (attic["is_quiet"], attic["has_old_copy"], attic["last"]) == (True, True, "new_copy")
    assert (hall["is_quiet"], hall["has_old_copy"], hall["is_behind"]) == (False,) * 3
    assert hall["waits_since"] is None
    assert hall["heard_at"] == hall["current_at"]
    assert hall["heard_at"].endswith("+00:00")
    assert hall["last_at"] < hall["heard_at"]
