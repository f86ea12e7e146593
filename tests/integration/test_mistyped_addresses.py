"""An address of a server that somebody mistyped: its password is nowhere in what is said."""

from pathlib import Path

import pytest
from support.commands import ANSWERS, SAMPLE, Rapport

from matcher.i18n import Catalogue
from matcher.services.kiosk_check import KioskStart, kiosk_checks, look_apart

_SECRET = "SECRET"
_NONE = (
    "postgresql+psycopg://rapport_staff:ab@cd:SECRET@localhost:1/clinic",
    "postgresql+psycopg://rapport_staff:SECRET@x@localhost:1/clinic",
    "postgresql+psycopg://rapport_staff:x@SECRET@localhost:1/clinic",
    "postgresql+psycopg://rapport_staff:x@/SECRET@localhost:1/clinic",
    "postgresql+psycopg://rapport_staff:SECRET@db.example.org:notaport/clinic",
    "postgresql+psycopg://rapport_staff:SECRET@localhost:99999/clinic",
    "postgresql+psycopg://rapport_staff:SECRET/clinic",
    "postgresql+psycopg://rapport_staff/SECRET@localhost/clinic",
    "postgresql+psycopg://rapport_staff:SECRET@[::1/clinic",
    "postgresql+psycopg://rapport_staff:SECRET@localhost:1/",
    "postgresql+psycopg2://rapport_staff:SECRET@localhost/clinic",
    "postgresql+psycopg://rapport_staff@localhost:1/clinic&password=SECRET",
    "postgresql+psycopg://rapport_staff@localhost:1/clinic;password=SECRET",
    "postgresql+psycopg://rapport_staff@localhost:1/clinic#password=SECRET",
    "postgresql+psycopg://localhost:1/rapport_staff:SECRET",
    "postgresql+psycopg://localhost:1/clinic/rapport_staff:SECRET",
    "Server=db;Database=clinic;Uid=rapport_staff;Pwd=SECRET",
    "postgres://rapport_staff:SECRET@localhost/clinic",
    "postgresql+psycopg:/rapport_staff:SECRET@localhost/clinic",
    "postgresql+psycopg:rapport_staff:SECRET@localhost/clinic",
    "postgresql+psycopg//rapport_staff:SECRET@localhost/clinic",
    "postgresql:/SECRET",
    "//rapport_staff:SECRET@localhost/clinic",
    "rapport_staff:SECRET@localhost/clinic",
    "rapport_staff:/SECRET@localhost/clinic",
    ":SECRET@localhost/clinic",
    "host=localhost dbname=clinic user=rapport_staff password=SECRET",
    "dbname=SECRET",
    '"postgresql+psycopg://rapport_staff:SECRET@localhost:1/clinic"',
    "RAPPORT_DATABASE=postgresql+psycopg:/rapport_staff:SECRET@localhost:1/clinic",
    " postgresql+psycopg://rapport_staff:SECRET@localhost:1/clinic",
)
"""None of these can be an address."""

_NOBODY_THERE = (
    "postgresql+psycopg://rapport_staff:SECRET/x@localhost:1/clinic",
    "postgresql+psycopg://rapport_staff:SECRET%ZZ@localhost:1/clinic",
    "postgresql+psycopg://rapport_staff@localhost:1/clinic?password=SECRET",
    "postgresql+psycopg://rapport_staff:SECRET@localhost:1/clinic?bogus=SECRET",
    "postgresql+psycopg://rapport_staff@localhost:1/clinic?connect_timeout=SECRET",
    "postgresql://rapport_staff:SECRET@/clinic?host=/nowhere",
)
"""These can."""


@pytest.mark.parametrize("address", [*_NONE, *_NOBODY_THERE])
def test_address_when_it_is_mistyped_then_no_command_tells_its_password(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rapport = Rapport(capsys)
    way = ("--data-dir", tmp_path, "--database", address, "--log-level", "debug")

    for words in (["doctor"], ["import", SAMPLE], ["match", ANSWERS], ["directory", "list"]):
        done = rapport(*way, *words)

        assert done.code == 1
        assert _SECRET not in done.out + done.err
        assert "Traceback" not in done.err
        assert "itself" not in done.err
        assert ("%40" in done.out + done.err) is (address in _NONE)
    assert not any(_SECRET in path.name for path in tmp_path.rglob("*"))


@pytest.mark.parametrize("address", [*_NONE, *_NOBODY_THERE])
def test_address_when_it_is_mistyped_then_what_a_kiosk_needs_is_said_without_its_password(
    address: str, tmp_path: Path
) -> None:
    checks = [*kiosk_checks(KioskStart(address, tmp_path / "settings.toml", environ={}))]

    said = " ".join(Catalogue("en").render(check.message) for check in checks)
    assert _SECRET not in said
    assert ("%40" in said) is (address in _NONE)


def test_address_when_it_is_mistyped_then_a_kiosk_does_not_start_and_says_why(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcome = look_apart(KioskStart(_NONE[0], tmp_path / "settings.toml", environ={}))

    assert any("%40" in sentence for sentence in outcome.refused)
    assert capfd.readouterr().err == ""
