"""Is everything in its place: each check says ok, or what to do."""

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from support.builders import make_statement
from support.commands import SAMPLE
from support.copies import make_ready
from support.importing import say
from support.rotten import change_outside
from support.servers import Server, database_of, of_role

from matcher.checklist.crisis import CrisisLine, CrisisRegion, LineKind
from matcher.directory.field import FOR_STAFF
from matcher.errors import Message, ResourceError
from matcher.i18n import Catalogue
from matcher.kiosk_lock import LOCK
from matcher.services import doctor
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.directory.waiting import begin_waiting, sittings_folder, waits_since
from matcher.services.doctor import Check, Status, missing_texts, run_checks
from matcher.store import Database
from matcher.store.location import Location
from matcher.store.roles import Role, init_roles, silence

TODAY = date(2026, 11, 21)


def _checks(folder: Path, address: str = "") -> dict[str, Check]:
    found = [*run_checks(address or str(folder / "directory.sqlite"), folder, TODAY)]
    return {check.id: check for check in found}


def _torn() -> int:
    raise ResourceError(Message("error.resource.empty", file="cues.toml"))


def _torn_lines() -> CrisisRegion:
    raise ResourceError(Message("error.resource.empty", file="at.toml"))


def _misread() -> int:
    raise KeyError("id")


def _region(*days: date | None) -> CrisisRegion:
    lines = tuple(
        CrisisLine(f"line_{n}", LineKind.TALK, "1", (), day) for n, day in enumerate(days)
    )
    return CrisisRegion("us", "911", 16, "", lines)


def test_checks_when_all_is_well_then_none_is_a_problem_and_all_can_be_said(tmp_path: Path) -> None:
    checks = _checks(tmp_path)

    assert [check for check in checks.values() if check.status is Status.PROBLEM] == []
    for check in checks.values():
        assert say(check.message)
        assert (check.remedy is None) == (check.status is Status.OK)
    named = {"program", "questionnaire", "vocabularies", "model", "questions", "cues"}
    named |= {"sample_directory", "language_en", "fonts", "crisis_lines_us", "data_folder"}
    assert named <= {*checks}


def test_checks_when_there_is_no_directory_then_it_is_said_and_none_is_made(tmp_path: Path) -> None:
    check = _checks(tmp_path / "none")["database"]

    assert check.status is Status.WARNING
    assert check.remedy == Message("doctor.database.remedy")
    assert not (tmp_path / "none").exists()


def test_database_when_a_kiosk_ran_on_it_then_it_is_said_to_be_missing_or_damaged(
    tmp_path: Path,
) -> None:
    path = tmp_path / "directory.sqlite"
    make_ready(sample_directory(), sittings_folder(tmp_path, str(path)))

    missing = _checks(tmp_path)["database"]
    path.write_bytes(b"not a database" * 99)
    damaged = _checks(tmp_path)["database"]

    assert missing.status is damaged.status is Status.PROBLEM
    assert missing.message == Message("doctor.database.gone", file=str(path))
    assert missing.remedy == Message("doctor.database.put_back")
    assert damaged.message.key == "error.store.damaged"
    assert str(path) in say(damaged.message)["en"]


def test_database_when_it_can_be_read_then_its_people_are_counted(tmp_path: Path) -> None:
    directory = DirectoryService(str(tmp_path / "directory.sqlite"))
    directory.import_files([SAMPLE])
    directory.close()
    before = (tmp_path / "directory.sqlite").read_bytes()

    check = _checks(tmp_path)["database"]

    assert (check.status, check.message.params["n"]) == (Status.OK, 60)
    assert (tmp_path / "directory.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: path.write_bytes(b"not a database" * 99), id="another file"),
        pytest.param(lambda path: path.mkdir(), id="a folder"),
    ],
)
def test_database_when_it_cannot_be_used_then_it_is_a_problem(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    path = tmp_path / "strange.sqlite"
    make(path)

    check = _checks(tmp_path, str(path))["database"]

    assert check.status is Status.PROBLEM
    assert check.remedy is not None


def test_database_when_its_address_is_of_another_kind_then_it_is_a_problem(tmp_path: Path) -> None:
    check = _checks(tmp_path, "mysql://example.org/x")["database"]

    assert (check.status, check.message.key) == (Status.PROBLEM, "error.store.bad_address")


@pytest.mark.parametrize(
    ("load", "key"),
    [
        pytest.param(_torn, "error.resource.empty", id="fault its reader found"),
        pytest.param(_misread, "doctor.resource.torn", id="fault its reader did not expect"),
    ],
)
def test_resource_when_it_cannot_be_loaded_then_it_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, load: Callable[[], int], key: str
) -> None:
    monkeypatch.setitem(doctor._RESOURCES, "cues", load)

    check = _checks(tmp_path)["cues"]

    assert (check.status, check.message.key) == (Status.PROBLEM, key)
    assert check.remedy == Message("doctor.resource.remedy")


@pytest.mark.parametrize(
    ("days", "status", "key"),
    [
        pytest.param((TODAY,), Status.OK, "ok", id="checked today"),
        pytest.param((TODAY, TODAY - timedelta(180)), Status.OK, "ok", id="at the limit"),
        pytest.param((TODAY, TODAY - timedelta(181)), Status.WARNING, "old", id="too old"),
        pytest.param((TODAY, None), Status.WARNING, "unchecked", id="one never checked"),
    ],
)
def test_help_lines_when_checked_some_time_ago_then_the_age_decides(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    days: tuple[date | None, ...],
    status: Status,
    key: str,
) -> None:
    monkeypatch.setattr(doctor, "load_crisis_lines", lambda _name: _region(*days))

    check = _checks(tmp_path)["crisis_lines_us"]

    assert (check.status, check.message.key) == (status, f"doctor.crisis_lines.{key}")
    assert say(check.message)


def test_help_lines_when_they_are_of_other_places_then_one_line_counts_those_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = {"us": TODAY, "ie": TODAY}
    monkeypatch.setattr(doctor, "load_crisis_lines", lambda name: _region(days.get(name)))
    monkeypatch.setattr(doctor, "crisis_regions", lambda: ("at", "ie", "us", "elsewhere"))
    settings = tmp_path / "settings.toml"
    settings.write_text('[kiosk]\nregion = "ie"\n', encoding="utf-8")

    checks = run_checks(str(tmp_path / "none.sqlite"), tmp_path, TODAY, settings)
    found = {check.id: check for check in checks if check.id.startswith("crisis_lines")}

    assert [*found] == ["crisis_lines_ie", "crisis_lines_rest"]
    assert found["crisis_lines_rest"].message.params == {"n": 2, "places": "at, elsewhere"}


def test_help_lines_when_those_of_another_place_cannot_be_read_then_that_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(name: str) -> CrisisRegion:
        return _region(TODAY) if name == "us" else _torn_lines()

    monkeypatch.setattr(doctor, "load_crisis_lines", load)
    monkeypatch.setattr(doctor, "crisis_regions", lambda: ("at", "us"))

    assert _checks(tmp_path)["crisis_lines_at"].status is Status.PROBLEM


def test_data_folder_when_it_is_a_file_then_it_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x", encoding="utf-8")

    check = _checks(path / "below", str(tmp_path / "directory.sqlite"))["data_folder"]

    assert check.status is Status.PROBLEM
    assert path.read_text(encoding="utf-8") == "x"


@pytest.mark.skipif(
    sys.platform != "linux", reason="a folder of Linux that takes no file of anybody"
)
def test_data_folder_when_nothing_can_be_made_there_then_it_is_a_problem_for_root_too() -> None:
    folder = Path("/proc/rapport")

    check = _checks(folder, "sqlite://")["data_folder"]

    assert check.status is Status.PROBLEM


def test_data_folder_when_looked_at_then_it_is_as_it_was(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none" / "below"):
        assert _checks(folder)["data_folder"].status is Status.OK
        assert not [*tmp_path.iterdir()]


def test_language_when_texts_are_missing_then_they_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = {"en": {"a.one", "a.two"}, "es": {"a.one"}}
    monkeypatch.setattr(doctor, "_keys_of", keys.__getitem__)

    checks = _checks(tmp_path)

    assert missing_texts("es") == ["a.two"]
    assert checks["language_en"].status is Status.OK
    assert checks["language_es"].status is Status.WARNING
    assert checks["language_es"].message.params["n"] == 1


def test_fonts_when_they_cannot_be_loaded_then_it_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise FileNotFoundError

    monkeypatch.setattr("matcher.pdf.fonts.register_fonts", missing)

    check = _checks(tmp_path)["fonts"]

    assert (check.status, check.message.params["detail"]) == (Status.PROBLEM, "FileNotFoundError")


def test_database_when_somebody_was_changed_outside_then_they_are_named(tmp_path: Path) -> None:
    path = tmp_path / "directory.sqlite"
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        work.profiles.apply(make_statement(f"p-{number:02}", city="Aue") for number in range(30))
        work.commit()
    change_outside(path, "UPDATE fact SET value = 'Ems' WHERE profile_id = 'p-07'")
    one = _checks(tmp_path, str(path))["database"]
    change_outside(path, "UPDATE fact SET value = 'Ems'")
    all_of_them = _checks(tmp_path, str(path))["database"]

    assert one.status is all_of_them.status is Status.PROBLEM
    assert Catalogue("en").render(one.message).endswith("p-07")
    assert one.remedy is not None
    assert Catalogue("en").render(all_of_them.message).endswith("p-19 …")


def test_kiosk_when_it_waits_for_the_newest_state_then_it_is_said_since_when(
    tmp_path: Path,
) -> None:
    looked_at = str(tmp_path / "directory.sqlite"), tmp_path, TODAY, tmp_path / "settings.toml"
    assert "kiosk_state" not in {check.id for check in run_checks(*looked_at)}
    folder = sittings_folder(tmp_path, looked_at[0])
    folder.mkdir(parents=True)
    begin_waiting(folder)

    with FileLock(tmp_path / LOCK):
        (check,) = [check for check in run_checks(*looked_at) if check.id == "kiosk_state"]
    assert "kiosk_state" not in {check.id for check in run_checks(*looked_at)}, "none runs"

    since = waits_since(folder)
    assert since is not None
    assert check.status is Status.KIOSK
    assert f"{since:%Y-%m-%d %H:%M}" in say(check.message)["es"]
    assert check.remedy is not None
    assert say(check.remedy)


def test_states_when_another_version_noted_them_then_a_kiosk_that_may_not_is_told_who_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = str(tmp_path / "directory.sqlite")
    with closing(Database(address, create=True)) as database, database.writing() as work:
        work.profiles.apply([make_statement("p-1")])
        work.commit()
    assert "states" not in _checks(tmp_path, address)
    change_outside(tmp_path / "directory.sqlite", "DELETE FROM reach_rules")
    assert "states" not in _checks(tmp_path, address)  # the next change puts it right

    monkeypatch.setattr(Location, "is_for_kiosks", True)

    check = _checks(tmp_path, address)["states"]
    assert (check.status, check.message.key) == (Status.KIOSK, "doctor.states.old")
    assert check.remedy is not None


def test_name_when_the_server_does_not_keep_it_within_bounds_then_it_is_said_what_to_do(
    tmp_path: Path, server: Server, clinic: str
) -> None:
    init_roles(clinic)
    silence(clinic)
    kiosk = of_role(clinic, Role.KIOSK)
    well = _checks(tmp_path, kiosk)
    name = database_of(clinic)
    server.execute("GRANT rapport_staff TO rapport_kiosk")
    server.execute(f"ALTER ROLE rapport_kiosk IN DATABASE {name} RESET ALL")
    server.execute(f"ALTER DATABASE {name} RESET ALL")
    loose = _checks(tmp_path, kiosk)
    nameless = _checks(tmp_path, clinic)

    assert well["server_bounds"].status is Status.OK
    ids = {"server_rights", "server_time", "server_log"}
    assert {"server_bounds", *ids} & {*loose} == ids
    assert {"server_bounds", *ids}.isdisjoint(nameless)
    for id_ in ids:
        assert loose[id_].status is Status.WARNING
        assert loose[id_].remedy == Message("doctor.server_bounds.remedy")
        assert say(loose[id_].message)


def test_profiles_when_a_name_sees_more_of_them_than_it_may_then_no_disk_is_blamed(
    tmp_path: Path, server: Server, clinic: str
) -> None:
    init_roles(clinic)
    staff_alone = dict.fromkeys(FOR_STAFF, "times: Sat")
    staff = Database(of_role(clinic, Role.STAFF))
    with closing(staff), staff.writing() as work:
        work.profiles.apply([make_statement("p-1", **staff_alone)])
        work.commit()
    loosened = "ALTER POLICY for_rapport_kiosk ON fact USING (true)"
    server.execute(loosened, database_of(clinic))

    check = _checks(tmp_path, of_role(clinic, Role.KIOSK))["database"]

    assert check.message.key == "doctor.database.seen_otherwise"
    assert check.remedy == Message("doctor.server_bounds.remedy")
    assert "p-1" in say(check.message)["es"]
