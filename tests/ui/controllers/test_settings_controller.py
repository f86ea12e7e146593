"""Settings on their way to the file: the draft stays until it holds or is let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.staff import NAME, PASSPHRASE, PIN, quick_services
from support.window import settle

from matcher.bootstrap import Services
from matcher.errors import MatcherError
from ui.controllers.settings_controller import SettingsController, usual_printers
from ui.controllers.staff_session import StaffSession

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = quick_services(tmp_path)
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    yield services
    services.close()


@pytest.fixture
def settings(services: Services) -> SettingsController:
    settings = SettingsController(services.program, StaffSession(), lambda: ("Desk",))
    settings.look()
    settle()
    return settings


def test_settings_when_looked_at_then_what_holds_and_the_printers_are_known(
    settings: SettingsController, services: Services
) -> None:
    assert settings.is_known
    assert settings.value("count_for_days") == 180
    assert settings.printers == ("Desk",)
    assert settings.path == str(services.places.file.path)


def test_draft_when_a_value_is_put_back_then_nothing_is_left_to_save(
    settings: SettingsController,
) -> None:
    settings.set("count_for_days", 90)
    settings.set("printer", "Desk")
    assert settings.value("count_for_days") == 90
    settings.set("count_for_days", 180)

    assert settings.draft == {"printer": "Desk"}
    settings.leave()
    assert settings.draft == {}


def test_save_when_nobody_is_signed_in_then_it_is_wished_for_and_the_draft_stays(
    settings: SettingsController, services: Services
) -> None:
    wished: list[None] = []
    settings.session.sign_in_requested.connect(lambda: wished.append(None))
    settings.set("count_for_days", 90)
    settings.save()
    settle()

    assert (len(wished), settings.draft) == (1, {"count_for_days": 90})
    assert not services.places.file.path.exists()


def test_save_when_signed_in_then_it_holds(
    settings: SettingsController, services: Services
) -> None:
    settings.session.sign_in(services.staff.sign_in(NAME, PASSPHRASE))
    settings.set("count_for_days", 90)
    settings.save()
    assert settings.busy
    settle()

    assert (settings.busy, settings.draft) == (False, {})
    assert services.program.read().values.count_for_days == 90


def test_save_when_a_hand_changed_the_file_then_the_draft_stays_and_is_saved_after_a_look(
    settings: SettingsController, services: Services
) -> None:
    failed: list[MatcherError] = []
    settings.failed.connect(failed.append)
    settings.session.sign_in(services.staff.sign_in(NAME, PASSPHRASE))
    settings.set("count_for_days", 90)
    services.places.file.path.write_text("[kiosk]\nprinter = 'Hall'\n")
    settings.save()
    settle()
    assert [error.messages[0].key for error in failed] == ["error.settings.meanwhile"]
    assert settings.draft == {"count_for_days": 90}

    settings.look()
    settle()
    settings.save()
    settle()

    values = services.program.read().values
    assert (values.count_for_days, values.printer) == (90, "Hall")


def test_save_when_the_account_is_gone_then_somebody_is_to_sign_in_again(
    settings: SettingsController, services: Services
) -> None:
    settings.session.sign_in(services.staff.sign_in(NAME, PASSPHRASE))
    services.staff.change_passphrase(NAME, "another tram under rain")
    settings.set("count_for_days", 90)
    settings.save()
    settle()

    assert not settings.session.may_change
    assert settings.draft == {"count_for_days": 90}


def test_file_when_it_is_broken_then_it_is_a_fault_until_it_is_mended(
    settings: SettingsController, services: Services
) -> None:
    services.places.file.path.write_text("[kiosk\n")
    settings.look()
    settle()
    assert not settings.is_known
    assert settings.fault is not None

    services.places.file.path.write_text("")
    settings.look()
    settle()
    assert settings.is_known


def test_printers_when_the_way_to_ask_fails_then_there_is_none(services: Services) -> None:
    def fail() -> tuple[str, ...]:
        raise MatcherError

    settings = SettingsController(services.program, StaffSession(), fail)
    settings.look()
    settle()

    assert settings.printers == ()


def test_printers_when_cups_cannot_be_asked_then_the_window_s_own_are_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("matcher.services.sheets.printers.printer_names", lambda: None)
    assert isinstance(usual_printers(), tuple)

    monkeypatch.setattr("matcher.services.sheets.printers.printer_names", lambda: ("Desk",))
    assert usual_printers() == ("Desk",)
