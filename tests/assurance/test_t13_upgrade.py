"""A directory of an older version is, whatever is killed, the old one or the new one."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.figures import Note
from support.killed_upgrades import kill_upgrades, make_older, revisions

from matcher.store import Database

_CONTROL = 6


@pytest.mark.lasting
@pytest.mark.skipif(os.name != "posix", reason="ANOTHER SYSTEM KNOWS NO SIGKILL")
def test_older_directory_when_its_upgrade_is_killed_then_it_is_the_old_or_the_new_one(
    in_memory: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    (in_memory / "apart").mkdir()
    done = kill_upgrades(in_memory, size(3, 50))
    apart = kill_upgrades(in_memory / "apart", _CONTROL, apart=True)
    tried = {"older_forms": done["forms"], "kills": done["kills"]}
    found = {name: done[name] for name in ("between", "damaged", "old", "new")}
    broken = apart["between"] + apart["damaged"]
    control = {"kills": apart["kills"], "neither_old_nor_new_without_a_transaction": broken}
    figure("T13", "directory", tried, found, control)

    assert done["forms"] == len(revisions())
    assert done["between"] == done["damaged"] == 0
    assert done["old"] > 0
    assert broken > 0


@pytest.mark.parametrize("revision", revisions())
def test_older_directory_when_opened_then_it_has_all_it_had(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "directory.sqlite"
    make_older(path, revision)
    with closing(Database(str(path))) as database, database.reading() as work:
        people = {profile.id: profile.text("city") for profile in work.profiles.all()}

    assert len(people) == 30
    assert {*people.values()} == {"Aue"}
