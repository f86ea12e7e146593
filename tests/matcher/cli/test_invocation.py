"""Options that every command takes, before or after its word."""

import getpass
from pathlib import Path

import pytest
from support.commands import Rapport

from matcher.cli.invocation import Invocation
from matcher.services.staff.signed_in import NO_LOGIN, LoggedIn


@pytest.mark.parametrize("before", [True, False], ids=["before the word", "after the word"])
def test_database_when_named_then_that_file_is_used(
    with_sample: Rapport, tmp_path: Path, before: bool
) -> None:
    option, words = ("--database", tmp_path / "other.sqlite"), ("directory", "list")

    done = with_sample(*option, *words) if before else with_sample(*words, *option)

    assert done.code == 1
    assert "other.sqlite" in done.err


def test_database_when_named_by_the_environment_then_that_file_is_used(
    with_sample: Rapport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAPPORT_DATABASE", str(tmp_path / "other.sqlite"))

    assert "other.sqlite" in with_sample("directory", "list").err


def test_data_folder_when_named_then_it_goes_before_the_environment(
    with_sample: Rapport, tmp_path: Path
) -> None:
    done = with_sample("directory", "list", "--data-dir", tmp_path / "elsewhere")

    assert done.code == 1
    assert str(tmp_path / "elsewhere") in done.err


def test_invocation_when_another_language_is_spoken_then_its_texts_are_used() -> None:
    invocation = Invocation()

    invocation.speak("es-MX")

    assert invocation.words.text("cli.stopped").startswith("Interrumpido")


@pytest.mark.parametrize(
    ("login", "who"),
    [("rosa", "rosa"), (" ro\x1b\udcffsa\n", "rosa"), ("r" * 99, "r" * 60)],
    ids=["plain", "odd signs", "long"],
)
def test_who_when_somebody_is_logged_in_then_it_is_their_name(
    monkeypatch: pytest.MonkeyPatch, login: str, who: str
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: login)

    assert Invocation().who == LoggedIn(who)


@pytest.mark.parametrize("error", [ImportError, KeyError, OSError])
def test_who_when_the_system_knows_no_name_then_there_is_none(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def unknown() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", unknown)

    assert Invocation().who == NO_LOGIN
