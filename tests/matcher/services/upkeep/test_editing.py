from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.importing import say
from support.kept_directories import kept_directory

from matcher.directory.profile import Source
from matcher.directory.trail import DeedKind
from matcher.errors import StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.editing import WITHDRAW, EditingService
from matcher.services.upkeep.history import HistoryService

_JANUARY, _MARCH = date(2026, 1, 1), date(2026, 3, 1)


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    statement = make_statement(
        source=Source.CLINIC, city="Aue", phone="555-0100", confirmed_on=_JANUARY
    )
    with closing(kept_directory(tmp_path, [statement])) as directory:
        yield directory


@pytest.fixture
def editing(directory: DirectoryService) -> EditingService:
    return EditingService(directory)


def test_change_when_cells_are_good_then_they_are_the_source_s_word_of_that_day(
    editing: EditingService, directory: DirectoryService
) -> None:
    cells = {"city": " Ems\t", "issues": "worry:focus", "tools": "-", "phone": WITHDRAW}
    act_id = editing.change("p-001", cells, source=Source.CLINIC, day=_MARCH, who=LoggedIn("Kim"))
    profile = directory.profile("p-001")

    assert profile.text("city") == "Ems"
    assert profile.value("issues") == ("worry:focus",)
    assert profile.value("tools") == ()
    assert profile.value("phone") is None
    assert profile.facts["city"].confirmed_on == _MARCH
    with directory.database().reading() as work:
        (act, _) = work.trail.acts(2)
    assert (act.deed.kind, act.deed.who, act.changes) == (DeedKind.EDIT, "Kim", 4)
    assert act.id == act_id


def test_change_when_it_is_no_news_then_says_so(editing: EditingService) -> None:
    assert editing.change("p-001", {"city": "Aue"}, source=Source.CLINIC, day=_JANUARY) == 0


def test_change_when_made_then_the_snapshot_shows_it(
    editing: EditingService, directory: DirectoryService
) -> None:
    before = directory.revision
    editing.change("p-001", {"city": "Ems"}, source=Source.CLINIC, day=_MARCH)

    assert directory.revision != before


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        pytest.param(("p-9", {"city": "Ems"}, _MARCH), ["no_profile"], id="nobody"),
        pytest.param(
            ("p-001", {"town": "Ems", "x": ""}, _MARCH), ["no_field", "no_field"], id="no field"
        ),
        pytest.param(("p-001", {"city": "Ems"}, date(2025, 1, 1)), ["outdated"], id="older word"),
        pytest.param(
            ("p-001", {"city": "Ems", "fee_min": "much", "issues": "worry;nonsense"}, _MARCH),
            ["cell", "cell"],
            id="wrong cells",
        ),
        pytest.param(("p-001", {"city": "E" * 301}, _MARCH), ["cell"], id="long"),
    ],
)
def test_change_when_it_cannot_be_then_says_why_and_nothing_of_it_happens(
    change: tuple[str, dict[str, str], date],
    keys: list[str],
    editing: EditingService,
    directory: DirectoryService,
) -> None:
    profile_id, cells, day = change
    with pytest.raises(StoreError) as caught:
        editing.change(profile_id, cells, source=Source.CLINIC, day=day)

    assert [message.key for message in caught.value.messages] == [f"error.store.{k}" for k in keys]
    assert all(say(message) for message in caught.value.messages)
    assert directory.profile("p-001").text("city") == "Aue"


def test_profile_when_withdrawn_and_published_then_clients_see_it_accordingly(
    editing: EditingService, directory: DirectoryService
) -> None:
    act_id = editing.withdraw("p-001", _MARCH)
    assert act_id == HistoryService(directory).acts(1)[0].id
    assert not directory.profile("p-001").published
    assert editing.withdraw("p-001", _MARCH) == 0
    with pytest.raises(StoreError):
        editing.publish("p-001", _JANUARY)
    assert editing.publish("p-001", _MARCH, LoggedIn("Kim"))
    assert directory.profile("p-001").published


def test_add_when_there_is_a_name_then_somebody_new_is_there_and_clients_do_not_see_them(
    editing: EditingService, directory: DirectoryService
) -> None:
    cells = {"name": " Bo Lund ", "postcode": "97201", "issues": "worry:focus"}

    added = editing.add(cells, source=Source.CLINIC, day=_MARCH, who=LoggedIn("Kim"))

    profile = directory.profile(added.profile_id)
    assert (added.profile_id, profile.name, profile.published) == (
        "bo-lund-97201",
        "Bo Lund",
        False,
    )
    assert profile.facts["issues"].confirmed_on == _MARCH
    with directory.database().reading() as work:
        (act,) = work.trail.acts(1)
    assert (act.deed.kind, act.deed.who) == (DeedKind.ADD, "Kim")
    assert act.id == added.act_id


def test_add_when_taken_back_then_the_person_is_gone_and_comes_again(
    editing: EditingService, directory: DirectoryService
) -> None:
    added = editing.add({"name": "Bo Lund"}, source=Source.CLINIC, day=_MARCH)
    history = HistoryService(directory)

    undone = history.undo(added.act_id)
    assert directory.count() == 1

    history.undo(undone.act_id)
    assert directory.profile(added.profile_id).name == "Bo Lund"


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"city": "Aue"}, id="no name"),
        pytest.param({"name": "-"}, id="stated to have none"),
        pytest.param({"name": "Ana", "city": "Aue", "fee_max": "much"}, id="a wrong cell"),
    ],
)
def test_add_when_something_is_wrong_then_nobody_is_added_and_the_field_is_named(
    editing: EditingService, directory: DirectoryService, cells: dict[str, str]
) -> None:
    with pytest.raises(StoreError) as told:
        editing.add(cells, source=Source.CLINIC, day=_MARCH)

    assert told.value.messages[0].params["field"] in {"name", "fee_max"}
    assert directory.count() == 1


def test_add_when_somebody_has_the_id_already_then_nothing_is_changed(
    editing: EditingService, directory: DirectoryService
) -> None:
    editing.add({"name": "Bo Lund"}, source=Source.CLINIC, day=_MARCH)

    with pytest.raises(StoreError) as told:
        editing.add({"name": "Bo Lund", "city": "Ems"}, source=Source.CLINIC, day=_MARCH)

    assert "bo-lund" in say(told.value.messages[0])["en"]
    assert directory.profile("bo-lund").value("city") is None


def test_add_when_there_is_no_directory_yet_then_one_is_made(tmp_path: Path) -> None:
    with closing(DirectoryService(str(tmp_path / "new.sqlite"))) as directory:
        EditingService(directory).add({"name": "Bo"}, source=Source.CLINIC, day=_MARCH)

        assert directory.count() == 1
