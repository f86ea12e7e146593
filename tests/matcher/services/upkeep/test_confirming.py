from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.builders import make_statement
from support.importing import say
from support.kept_directories import kept_directory

from matcher.directory.fact_age import FactAge
from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.errors import StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.upkeep.confirming import ConfirmingService
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService
from matcher.services.upkeep.overtaken import OvertakenError, seen_on

_TODAY = date(2026, 11, 21)


def _said(profile_id: str, days: int | None, **cells: str) -> Statement:
    day = None if days is None else _TODAY - timedelta(days=days)
    return make_statement(profile_id, source=Source.CLINIC, confirmed_on=day, **cells)


_STATEMENTS = (
    _said("a", 200, times="mon-evening", name="Ana"),
    _said("b", 190, accepting="yes", fee_max="90"),
    _said("c", 300, accepting="yes", city="Aue"),
    _said("d", 181, payers="medicaid"),
    _said("e", 180, accepting="yes"),
    _said("f", 60, accepting="yes"),
    _said("g", None, accepting="yes"),
    _said("h", 999, city="Aue"),
    make_statement(
        "i",
        source=Source.CLINIC,
        confirmed_on=date(2020, 1, 1),
        published=False,
        accepting="yes",
    ),
)


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(kept_directory(tmp_path, _STATEMENTS)) as directory:
        yield directory


@pytest.fixture
def confirming(directory: DirectoryService) -> ConfirmingService:
    return ConfirmingService(directory)


def test_stale_when_listed_then_what_costs_most_and_is_oldest_comes_first(
    confirming: ConfirmingService,
) -> None:
    found = confirming.stale(_TODAY)

    assert [profile.id for profile in found] == ["c", "b", "d", "a"]
    assert [fact.field for fact in found[1].facts] == ["accepting", "fee_max"]
    assert found[3].name == "Ana"
    assert {fact.age for profile in found for fact in profile.facts} == {FactAge.OLD}


def test_stale_when_a_clinic_says_when_facts_are_old_then_it_holds(
    directory: DirectoryService,
) -> None:
    shorter = DirectoryService(str(directory.path), limit_days=lambda: 30, fresh_days=lambda: 10)
    with closing(shorter):
        ids = [profile.id for profile in ConfirmingService(shorter).stale(_TODAY)]

    assert ids == ["c", "b", "e", "f", "d", "a"]


def test_today_when_few_are_old_then_ageing_and_undated_ones_follow(
    confirming: ConfirmingService,
) -> None:
    found = confirming.ten_for_today(_TODAY)

    assert [profile.id for profile in found] == ["c", "b", "d", "a", "e", "g"]
    assert found == confirming.ten_for_today(_TODAY)


def test_today_when_many_are_old_then_ten(tmp_path: Path) -> None:
    many = [_said(f"p-{number:02}", 200 + number, accepting="yes") for number in range(15)]
    folder = tmp_path / "many"
    folder.mkdir()
    with closing(kept_directory(folder, many)) as directory:
        found = ConfirmingService(directory).ten_for_today(_TODAY)

    assert [profile.id for profile in found] == [f"p-{number:02}" for number in range(14, 4, -1)]


def test_confirm_when_no_field_is_named_then_all_that_age_are_of_today(
    confirming: ConfirmingService, directory: DirectoryService
) -> None:
    fields, act_id = confirming.confirm("b", (), source=Source.CLINIC, day=_TODAY)
    facts = directory.profile("b").facts

    assert fields == ("accepting", "fee_max")
    assert act_id == HistoryService(directory).acts(1)[0].id
    assert {facts[field].confirmed_on for field in fields} == {_TODAY}
    assert "b" not in [profile.id for profile in confirming.stale(_TODAY)]


def test_confirm_when_it_was_said_before_then_it_is_no_act(confirming: ConfirmingService) -> None:
    first, again = (confirming.confirm("b", (), source=Source.CLINIC, day=_TODAY) for _ in "ab")

    assert first.act_id > 0
    assert again == (first.fields, 0)


def test_confirm_when_another_source_does_then_it_is_its_word_and_the_old_one_stays(
    confirming: ConfirmingService, directory: DirectoryService
) -> None:
    confirming.confirm("c", ["accepting"], source=Source.THERAPIST, day=_TODAY)
    profile = directory.profile("c")

    assert profile.facts["accepting"].source is Source.THERAPIST
    assert [fact.source for _, fact in profile.superseded] == [Source.CLINIC]
    assert profile.facts["city"].confirmed_on != _TODAY


@pytest.mark.parametrize(
    ("profile_id", "fields", "days", "key"),
    [
        pytest.param("nobody", [], 0, "no_profile", id="nobody"),
        pytest.param("c", ["nonsense"], 0, "no_field", id="no field"),
        pytest.param("c", ["bio"], 0, "not_stated", id="not stated"),
        pytest.param("h", [], 0, "not_stated", id="nothing that ages"),
        pytest.param("c", ["accepting"], 400, "outdated", id="older than what is held"),
    ],
)
def test_confirm_when_it_cannot_be_then_says_why_and_changes_nothing(
    profile_id: str, fields: list[str], days: int, key: str, confirming: ConfirmingService
) -> None:
    before = confirming.stale(_TODAY)
    with pytest.raises(StoreError) as caught:
        confirming.confirm(
            profile_id, fields, source=Source.CLINIC, day=_TODAY - timedelta(days=days)
        )

    assert caught.value.messages[0].key == f"error.store.{key}"
    assert say(caught.value.messages[0])
    assert confirming.stale(_TODAY) == before


def test_confirm_seen_when_it_is_as_shown_then_that_is_confirmed(
    confirming: ConfirmingService, directory: DirectoryService
) -> None:
    seen = {"fee_max": seen_on(directory.profile("b"), "fee_max")}

    confirmed = confirming.confirm_seen("b", seen, source=Source.CLINIC, day=_TODAY)

    assert confirmed.fields == ("fee_max",)
    assert directory.profile("b").facts["fee_max"].confirmed_on == _TODAY
    assert directory.profile("b").facts["accepting"].confirmed_on != _TODAY


def test_confirm_seen_when_one_fact_was_changed_meanwhile_then_none_is_confirmed(
    confirming: ConfirmingService, directory: DirectoryService
) -> None:
    profile = directory.profile("b")
    seen = {field: seen_on(profile, field) for field in ("accepting", "fee_max")}
    EditingService(directory).change("b", {"fee_max": "999"}, source=Source.CLINIC, day=_TODAY)
    before = directory.profile("b")

    with pytest.raises(OvertakenError) as caught:
        confirming.confirm_seen("b", seen, source=Source.THERAPIST, day=_TODAY)

    assert [*caught.value.acts] == ["fee_max"]
    assert directory.profile("b") == before
