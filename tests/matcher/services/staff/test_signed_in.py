"""What somebody does who signed in is refused once their account is no longer what let them in."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.staff import NAME, PASSPHRASE, PIN, quick_services

from matcher.bootstrap import Services
from matcher.directory.profile import Source
from matcher.errors import SignedOutError
from matcher.services.intake.importing import ImportOptions
from matcher.services.staff.signed_in import NO_ACCOUNT, SignedIn
from matcher.services.upkeep.overtaken import seen_on

_OTHER, _DAY = "Kim", date(2026, 3, 1)
_LIST = "id,name,accepting\np-001,Ana Example,yes\n"
_AREAS = "name,latitude,longitude\nMitte,52.5,13.4\n"

_CHANGES = [
    pytest.param(
        lambda services, who, _: services.editing.change(
            "p-001", {"city": "Ulm"}, source=Source.CLINIC, day=_DAY, who=who
        ),
        id="edit",
    ),
    pytest.param(
        lambda services, who, _: services.editing.add(
            {"name": "Bo"}, source=Source.CLINIC, day=_DAY, who=who
        ),
        id="add",
    ),
    pytest.param(lambda services, who, _: services.editing.withdraw("p-001", _DAY, who), id="hide"),
    pytest.param(
        lambda services, who, _: services.confirming.confirm(
            "p-001", ["city"], source=Source.CLINIC, day=_DAY, who=who
        ),
        id="confirm",
    ),
    pytest.param(
        lambda services, who, _: services.confirming.confirm_seen(
            "p-001",
            {"city": seen_on(services.directory.profile("p-001"), "city")},
            source=Source.CLINIC,
            day=_DAY,
            who=who,
        ),
        id="confirm what was shown",
    ),
    pytest.param(
        lambda services, who, _: services.duplicates.merge("p-001", "p-002", who), id="merge"
    ),
    pytest.param(
        lambda services, who, _: services.duplicates.set_apart("p-001", "p-002", who), id="apart"
    ),
    pytest.param(lambda services, who, _: services.history.undo(1, who), id="undo"),
    pytest.param(
        lambda services, who, folder: services.directory.import_files(
            [folder / "list.csv"], ImportOptions(who=who)
        ),
        id="import",
    ),
    pytest.param(lambda services, who, _: services.staff.set_pin("739182", who), id="pin"),
    pytest.param(
        lambda services, who, folder: services.backup.restore(folder / "copy.sqlite", who),
        id="restore",
    ),
    pytest.param(
        lambda services, who, folder: services.areas.take(
            folder / "areas.csv", services.directory, who
        ),
        id="areas",
    ),
]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with closing(quick_services(tmp_path / "data")) as services:
        services.staff.set_up(PIN, NAME, PASSPHRASE)
        services.staff.add(_OTHER, "green lamps over water")
        with services.directory.changing() as work:
            work.profiles.apply([make_statement("p-001", city="Aue"), make_statement("p-002")])
        services.backup.backup(tmp_path / "copy.sqlite")
        (tmp_path / "list.csv").write_text(_LIST)
        (tmp_path / "areas.csv").write_text(_AREAS)
        yield services


@pytest.mark.parametrize("change", _CHANGES)
def test_change_when_the_account_was_removed_then_refused_and_nothing_is_done(
    services: Services, tmp_path: Path, change: Callable[..., object]
) -> None:
    who = services.staff.sign_in(NAME, PASSPHRASE)
    services.staff.remove(NAME)
    before = services.directory.stamp

    with pytest.raises(SignedOutError) as caught:
        change(services, who, tmp_path)

    assert [message.key for message in caught.value.messages] == ["staff.error.signed_out"]
    assert services.directory.stamp == before
    assert services.areas.read().areas == ()


def test_change_when_the_passphrase_is_another_since_then_refused_till_signed_in_again(
    services: Services,
) -> None:
    who = services.staff.sign_in(NAME, PASSPHRASE)
    services.staff.change_passphrase(NAME, "yellow bus on the hill")

    with pytest.raises(SignedOutError):
        services.editing.withdraw("p-001", _DAY, who)

    again = services.staff.sign_in(NAME, "yellow bus on the hill")
    assert services.editing.withdraw("p-001", _DAY, again) > 0


def test_change_when_somebody_else_is_removed_then_it_is_done_in_the_own_name(
    services: Services,
) -> None:
    who = services.staff.sign_in(NAME.upper(), PASSPHRASE)
    services.staff.remove(_OTHER)

    assert services.editing.withdraw("p-001", _DAY, who) > 0
    assert services.history.acts(1)[0].deed.who == NAME


@pytest.mark.parametrize("copy", [str, str.strip, "{}".format], ids=["str", "strip", "format"])
def test_change_when_only_a_name_is_given_then_nothing_is_done(
    services: Services, copy: Callable[[str], str]
) -> None:
    who = services.staff.sign_in(NAME, PASSPHRASE)
    before = services.directory.stamp

    with pytest.raises(AttributeError):
        services.editing.withdraw("p-001", _DAY, copy(who.name))  # type: ignore[arg-type]

    assert services.directory.stamp == before


def test_change_when_nobody_signed_in_then_it_is_refused(services: Services) -> None:
    with pytest.raises(SignedOutError):
        services.editing.withdraw("p-001", _DAY, NO_ACCOUNT)


def test_own_passphrase_when_changed_then_who_changed_it_goes_on(services: Services) -> None:
    services.staff.sign_in(NAME, PASSPHRASE)
    who = services.staff.change_passphrase(NAME, "yellow bus on the hill")

    assert isinstance(who, SignedIn)
    assert services.editing.withdraw("p-001", _DAY, who) > 0
