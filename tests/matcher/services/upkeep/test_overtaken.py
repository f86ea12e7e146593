from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.builders import make_statement
from support.importing import say
from support.kept_directories import kept_directory

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.backup import BackupService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.confirming import ConfirmingService
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService
from matcher.services.upkeep.overtaken import Edit, OvertakenError, Seen, seen_on

_DAY = date(2026, 3, 1)


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    statements = [
        make_statement(source=Source.CLINIC, city="Aue", confirmed_on=date(2026, 1, 1)),
        make_statement(source=Source.REGISTER, city="Ems", confirmed_on=date(2025, 1, 1)),
    ]
    with closing(kept_directory(tmp_path, statements)) as directory:
        yield directory


def _seen(directory: DirectoryService) -> dict[str, Seen]:
    newest = HistoryService(directory).acts(1)[0].id
    return {"city": seen_on(directory.profile("p-001"), "city", newest)}


def _change(directory: DirectoryService, who: str, **cells: str) -> int:
    editing = EditingService(directory)
    return editing.change("p-001", cells, source=Source.CLINIC, day=_DAY, who=LoggedIn(who))


def _overtaken(directory: DirectoryService, seen: dict[str, Seen]) -> OvertakenError:
    edit = Edit({"city": "Ulm"}, seen)
    with pytest.raises(OvertakenError) as caught:
        EditingService(directory).change_seen("p-001", edit, source=Source.CLINIC, day=_DAY)
    return caught.value


def _doer(error: OvertakenError) -> str | None:
    act = error.acts["city"]
    return None if act is None else act.deed.who


def test_seen_when_asked_for_then_each_source_s_word_is_there(directory: DirectoryService) -> None:
    profile = directory.profile("p-001")

    said = frozenset({(Source.CLINIC, "Aue"), (Source.REGISTER, "Ems")})
    assert seen_on(profile, "city", 3) == Seen(said, 3)
    assert seen_on(profile, "tools") == Seen(frozenset())


def test_change_when_overtaken_then_it_says_by_what_and_nothing_is_done(
    directory: DirectoryService,
) -> None:
    seen = _seen(directory)
    _change(directory, "Bo", city="Jena")
    newest = _change(directory, "Ada", phone="555-0100")

    error = _overtaken(directory, seen)

    assert _doer(error) == "Bo"
    assert error.newest == newest
    assert error.profile.text("city") == "Jena"
    assert directory.profile("p-001").text("city") == "Jena"
    (message,) = error.messages
    assert "changed by somebody else" in say(message)["en"]


def test_change_when_a_fact_was_confirmed_meanwhile_then_it_is_still_what_was_seen(
    directory: DirectoryService,
) -> None:
    editing = EditingService(directory)
    seen = _seen(directory)
    editing.change("p-001", {"city": "Aue"}, source=Source.CLINIC, day=_DAY)
    edit = Edit({"city": "Ulm"}, seen)

    assert editing.change_seen("p-001", edit, source=Source.CLINIC, day=_DAY) > 0


def test_change_when_two_colleagues_changed_it_then_the_newest_is_named(
    directory: DirectoryService,
) -> None:
    seen = _seen(directory)
    _change(directory, "Bo", city="Jena")
    _change(directory, "Ada", city="Suhl")

    assert _doer(_overtaken(directory, seen)) == "Ada"


def test_change_when_a_colleague_confirmed_it_after_the_change_then_who_changed_it_is_named(
    directory: DirectoryService,
) -> None:
    seen = _seen(directory)
    _change(directory, "Bo", city="Jena")
    later = _DAY + timedelta(days=1)
    ConfirmingService(directory).confirm(
        "p-001", ["city"], source=Source.CLINIC, day=later, who=LoggedIn("Cy")
    )
    edit = Edit({"city": "Ulm"}, seen)

    with pytest.raises(OvertakenError) as caught:
        EditingService(directory).change_seen("p-001", edit, source=Source.CLINIC, day=later)

    assert _doer(caught.value) == "Bo"


def test_change_when_an_older_copy_was_put_back_then_nobody_is_blamed_for_an_older_edit(
    directory: DirectoryService, tmp_path: Path
) -> None:
    backup, copy = BackupService(directory), tmp_path / "copy.sqlite"
    _change(directory, "Bo", city="Jena")
    backup.backup(copy)
    _change(directory, "Ada", city="Suhl")
    seen = _seen(directory)
    backup.restore(copy, LoggedIn("Kim"))

    error = _overtaken(directory, seen)

    assert error.profile.text("city") == "Jena"
    assert _doer(error) is None


def test_change_when_nobody_noted_the_newest_act_then_nobody_is_named(
    directory: DirectoryService,
) -> None:
    seen = {"city": seen_on(directory.profile("p-001"), "city")}
    _change(directory, "Bo", city="Jena")

    assert _doer(_overtaken(directory, seen)) is None
