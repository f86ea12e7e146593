from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.importing import say
from support.kept_directories import kept_directory

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.overtaken import Edit, OvertakenError, words_on

_DAY = date(2026, 3, 1)


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    statements = [
        make_statement(source=Source.CLINIC, city="Aue", confirmed_on=date(2026, 1, 1)),
        make_statement(source=Source.REGISTER, city="Ems", confirmed_on=date(2025, 1, 1)),
    ]
    with closing(kept_directory(tmp_path, statements)) as directory:
        yield directory


def test_words_when_asked_for_then_each_source_s_is_there(directory: DirectoryService) -> None:
    profile = directory.profile("p-001")

    assert words_on(profile, "city") == {(Source.CLINIC, "Aue"), (Source.REGISTER, "Ems")}
    assert words_on(profile, "tools") == frozenset()


def test_change_when_overtaken_then_it_says_by_what_and_nothing_is_done(
    directory: DirectoryService,
) -> None:
    editing = EditingService(directory)
    seen = {"city": words_on(directory.profile("p-001"), "city")}
    editing.change("p-001", {"city": "Jena"}, source=Source.CLINIC, day=_DAY, who=LoggedIn("Bo"))
    editing.change(
        "p-001", {"phone": "555-0100"}, source=Source.CLINIC, day=_DAY, who=LoggedIn("Ada")
    )

    with pytest.raises(OvertakenError) as caught:
        editing.change_seen("p-001", Edit({"city": "Ulm"}, seen), source=Source.CLINIC, day=_DAY)

    act = caught.value.acts["city"]
    assert act is not None
    assert act.deed.who == "Bo"
    assert caught.value.profile.text("city") == "Jena"
    assert directory.profile("p-001").text("city") == "Jena"
    (message,) = caught.value.messages
    assert "changed by somebody else" in say(message)["en"]


def test_change_when_a_fact_was_confirmed_meanwhile_then_it_is_still_what_was_seen(
    directory: DirectoryService,
) -> None:
    editing = EditingService(directory)
    seen = {"city": words_on(directory.profile("p-001"), "city")}
    editing.change("p-001", {"city": "Aue"}, source=Source.CLINIC, day=_DAY)
    edit = Edit({"city": "Ulm"}, seen)

    assert editing.change_seen("p-001", edit, source=Source.CLINIC, day=_DAY) > 0
