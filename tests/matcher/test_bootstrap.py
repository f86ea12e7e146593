import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from matcher.bootstrap import Places, build_services, open_directory
from matcher.errors import PersonalError, SettingsError, StoreError
from matcher.followup.search_log import SearchLog
from matcher.services.personal.personal import PersonalService
from matcher.services.settings.program_settings import ProgramSettings


def _list(folder: Path) -> Path:
    path = folder / "list.csv"
    path.write_text("id,name\np-001,Ana Vidal\n", encoding="utf-8")
    return path


def test_places_when_nothing_is_given_then_data_lies_in_the_user_s_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAPPORT_DATA_DIR")

    assert Places.from_environment().data_dir.is_relative_to(home)
    assert Places.from_environment().data_dir.name == "rapport"


def test_places_when_the_environment_speaks_then_it_holds(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Places.from_environment() == Places(data_dir)
    assert Places.from_environment().address == str(data_dir / "directory.sqlite")

    monkeypatch.setenv("RAPPORT_DATABASE", "sqlite:///there.sqlite")
    assert Places.from_environment().address == "sqlite:///there.sqlite"


def test_places_when_options_are_given_then_they_go_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAPPORT_DATABASE", "sqlite:///there.sqlite")

    places = Places.from_environment(database="here.sqlite", data_dir=str(tmp_path))

    assert places == Places(tmp_path, "here.sqlite")


def test_services_when_built_then_nothing_is_made_on_the_disk(data_dir: Path) -> None:
    services = build_services(Places.from_environment())
    services.close()

    assert not data_dir.exists()


def test_services_when_what_is_kept_was_asked_for_then_closing_them_closes_it(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[object] = []

    def close(service: PersonalService) -> None:
        closed.append(service)

    monkeypatch.setattr(PersonalService, "close", close)
    services = build_services(Places.from_environment())
    personal = services.personal

    assert services.personal is personal
    assert personal.path == data_dir / "personal"
    services.close()
    assert closed == [personal]
    assert not data_dir.exists()


def test_services_when_what_comes_after_the_list_is_asked_for_then_it_is_in_what_is_kept(
    data_dir: Path,
) -> None:
    services = build_services(Places.from_environment())

    with pytest.raises(PersonalError):
        services.followup.search()
    services.personal.create("violet tram under rain")
    services.followup.keep_search(SearchLog().with_found("", date(2026, 3, 2)))

    assert services.followup.search().found is not None
    assert (data_dir / "personal" / "personal.sqlite").is_file()
    services.close()


def test_services_when_nobody_asks_for_what_is_kept_then_it_is_not_looked_for() -> None:
    program = (
        "import sys; from matcher.bootstrap import Places, build_services as b;"
        "b(Places.from_environment()).close();"
        "print(*[n for n in sys.modules if n.startswith(('matcher.services.personal', 'keyring',"
        " 'matcher.followup', 'sqlcipher3', 'argon2', 'cryptography'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert done.stdout.decode().split() == []


def test_services_when_a_file_is_imported_then_the_folder_is_made_for_the_user_alone(
    data_dir: Path, tmp_path: Path
) -> None:
    services = build_services(Places(data_dir / "deep"))
    services.directory.import_files([_list(tmp_path)])
    services.close()

    assert [path.name for path in (data_dir / "deep").iterdir()] == ["directory.sqlite"]
    assert (data_dir / "deep").stat().st_mode & 0o077 == 0


def test_services_when_the_folder_cannot_be_made_then_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    services = build_services(Places(blocked / "data"))
    with pytest.raises(StoreError) as caught:
        services.directory.import_files([_list(tmp_path)])

    assert caught.value.messages[0].key == "error.store.cannot_make_folder"


def test_services_when_they_make_no_database_then_none_is_made_but_one_is_used(
    tmp_path: Path,
) -> None:
    services = build_services(Places(tmp_path / "data"), makes_database=False)
    with pytest.raises(StoreError) as caught:
        services.directory.database(create=True)
    assert caught.value.messages[0].key == "error.store.none_made_here"
    assert not (tmp_path / "data").exists()

    build_services(Places(tmp_path / "data")).directory.database(create=True).close()
    services.directory.database(create=True)
    services.close()


def test_folder_when_the_database_lies_elsewhere_then_it_is_not_made(
    data_dir: Path, tmp_path: Path
) -> None:
    services = build_services(Places(data_dir, str(tmp_path / "none" / "a.sqlite")))
    with pytest.raises(StoreError) as caught:
        services.directory.import_files([_list(tmp_path)])

    assert caught.value.messages[0].key == "error.store.no_folder"
    assert not data_dir.exists()


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_directory_when_opened_by_address_then_it_is_that_one(form: str, tmp_path: Path) -> None:
    directory = open_directory(form.format(tmp_path / "a.sqlite"))
    directory.import_files([_list(tmp_path)])
    directory.close()

    assert (tmp_path / "a.sqlite").is_file()


def test_directory_when_opened_without_address_then_it_is_the_user_s_own(
    data_dir: Path, tmp_path: Path
) -> None:
    directory = open_directory()
    directory.import_files([_list(tmp_path)])
    directory.close()

    assert (data_dir / "directory.sqlite").is_file()


def test_bootstrap_when_imported_then_nothing_heavy_comes_with_it() -> None:
    heavy = {"sqlalchemy", "alembic", "numpy", "reportlab", "babel", "tomlkit", "PySide6"}
    code = (
        "import sys; from matcher.bootstrap import Places, build_services; "
        "build_services(Places.from_environment()); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert heavy & {*done.stdout.split()} == set()


def test_limit_when_nothing_is_set_then_the_usual_one_holds(tmp_path: Path) -> None:
    assert Places(tmp_path).limit_days() == 180
    assert build_services(Places(tmp_path)).directory.limit_days == 180


@pytest.mark.parametrize("text", ["", "[facts]\n", "\ufeff[facts]\n"])
def test_limit_when_the_file_says_nothing_of_it_then_the_usual_one_holds(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")

    assert Places(tmp_path).limit_days() == 180


def test_limit_when_a_clinic_sets_it_then_it_holds(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[facts]\ncount_for_days = 30\n", encoding="utf-8")

    assert build_services(Places(tmp_path)).directory.limit_days == 30


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[facts]\ncount_for_days = 0\n", "days"),
        ("[facts]\ncount_for_days = 3651\n", "days"),
        ("[facts]\ncount_for_days = true\n", "days"),
        ('[facts]\ncount_for_days = "180"\n', "days"),
        ("facts = 1\n", "no_table"),
        ("[other]\nx = 1\n", "unknown"),
        ("count_for_days = 30\n", "unknown"),
        ("[facts]\ncountfordays = 30\n", "unknown"),
        ("a = " + "[" * 100_000, "odd"),
        ("[facts\n", "broken"),
        ("\xff", "unreadable"),
    ],
)
def test_limit_when_the_file_is_wrong_then_it_says_what_and_where(
    tmp_path: Path, text: str, key: str
) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="latin-1")

    with pytest.raises(SettingsError) as caught:
        Places(tmp_path).limit_days()

    assert caught.value.messages[0].key == f"error.settings.{key}"
    assert "settings.toml" in str(caught.value.messages[0].params["file"])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", 60),
        ("[facts]\nfresh_for_days = 20\n", 20),
        ("[facts]\ncount_for_days = 30\n", 30),
        ("[facts]\ncount_for_days = 30\nfresh_for_days = 40\n", 30),
    ],
    ids=["nothing", "set", "old before it ages", "beyond the limit"],
)
def test_freshness_when_set_or_not_then_never_longer_than_facts_count(
    tmp_path: Path, text: str, days: int
) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")

    assert build_services(Places(tmp_path)).directory.age_limits.fresh_days == days


def test_freshness_when_the_file_is_wrong_then_it_says_which_setting(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[facts]\nfresh_for_days = 0\n", encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        Places(tmp_path).fresh_days()

    assert caught.value.messages[0].params["key"] == "fresh_for_days"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 10), ("[staff]\nsign_out_after_minutes = 5\n", 5), ("[facts]\nfresh_for_days = 9\n", 10)],
)
def test_sign_out_when_set_or_not_then_it_takes_so_many_minutes(
    tmp_path: Path, text: str, minutes: int
) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")

    assert Places(tmp_path).sign_out_minutes() == minutes


@pytest.mark.parametrize("number", ["1", "241", "true", '"10"'])
def test_sign_out_when_the_number_is_wrong_then_it_says_so(tmp_path: Path, number: str) -> None:
    text = f"[staff]\nsign_out_after_minutes = {number}\n"
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        Places(tmp_path).sign_out_minutes()

    assert caught.value.messages[0].key == "error.settings.minutes"


def test_kiosk_when_it_is_given_a_name_then_it_is_called_so_and_else_as_its_computer_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "node", lambda: "front-desk")
    assert Places(tmp_path).kiosk_name() == "front-desk"

    (tmp_path / "settings.toml").write_text('[kiosk]\nkiosk_name = "Hall"\n', encoding="utf-8")

    assert Places(tmp_path).kiosk_name() == "Hall"


def test_settings_when_they_cannot_be_read_then_what_is_given_for_that_holds(
    tmp_path: Path,
) -> None:
    said = ProgramSettings.of({"count_for_days": 30, "sign_out_after_minutes": 5})
    places = Places(tmp_path, otherwise=said)
    assert (places.limit_days(), places.settings_fault()) == (180, None)

    (tmp_path / "settings.toml").write_text("garbage = [\n", encoding="utf-8")

    assert (places.limit_days(), places.fresh_days(), places.sign_out_minutes()) == (30, 30, 5)
    fault = places.settings_fault()
    assert fault is not None
    assert fault.messages[0].key == "error.settings.broken"


def test_staff_when_asked_for_twice_then_it_is_the_same_that_remembers_tries(
    tmp_path: Path,
) -> None:
    services = build_services(Places(tmp_path))

    assert services.staff is services.staff


def test_states_when_set_then_those_a_kiosk_is_made_ready_for_change_with_the_file(
    tmp_path: Path,
) -> None:
    directory = build_services(Places(tmp_path)).directory
    assert directory.states == ()

    settings = tmp_path / "settings.toml"
    settings.write_text('[kiosk]\nstates = ["US-OR"]\n', encoding="utf-8")
    assert directory.states == ("US-OR",)

    settings.write_text("[kiosk]\nstates = [1]\n", encoding="utf-8")
    with pytest.raises(SettingsError) as wrong:
        _ = directory.states
    assert wrong.value.messages[0].key == "error.settings.states"
