"""What the computer itself gives: each check says ok, or what to do."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.importing import say

from matcher.errors import Message
from matcher.services import computer_check
from matcher.services.check import Status
from matcher.services.computer_check import (
    LEAST_ROOM_MB,
    computer_checks,
    disk_check,
    libraries_check,
    voice_check,
    window_libraries,
)


def test_checks_when_all_is_well_then_nothing_is_to_be_done(tmp_path: Path) -> None:
    for check in computer_checks(tmp_path):
        assert say(check.message)
        assert (check.remedy is None) == (check.status is Status.OK)


def test_checks_when_the_system_is_another_then_only_the_disk_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(computer_check.sys, "platform", "win32")

    assert [check.id for check in computer_checks(tmp_path)] == ["disk"]


@pytest.mark.parametrize(
    ("megabytes", "status"),
    [(LEAST_ROOM_MB, Status.OK), (LEAST_ROOM_MB - 1, Status.WARNING), (0, Status.WARNING)],
)
def test_disk_when_little_is_left_then_it_is_said(
    megabytes: int, status: Status, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = SimpleNamespace(free=megabytes * 1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)

    assert disk_check(tmp_path).status is status


def test_libraries_when_some_are_missing_then_their_packages_are_named() -> None:
    check = libraries_check(lambda file: "xcb-cursor" not in file and "EGL" not in file)

    assert check.status is Status.WARNING
    assert check.message == Message("doctor.libraries.missing", n=2)
    assert check.remedy == Message("doctor.libraries.remedy", packages="libegl1 libxcb-cursor0")


def test_libraries_when_one_cannot_be_loaded_then_it_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        computer_check, "window_libraries", lambda: iter([("libnone.so.7", "libnone7")])
    )

    check = libraries_check()

    assert check.remedy == Message("doctor.libraries.remedy", packages="libnone7")


def test_window_libraries_when_listed_then_each_has_its_package() -> None:
    libraries = dict(window_libraries())

    assert libraries["libxcb-cursor.so.0"] == "libxcb-cursor0"
    assert all(file.startswith("lib") and ".so." in file for file in libraries)


@pytest.mark.parametrize(("voice", "how"), [("espeak-ng", "ok"), ("spd-say", "ok"), ("", "none")])
def test_voice_when_there_is_one_or_none_then_it_is_said_and_nothing_is_asked(
    voice: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == voice else None)

    check = voice_check()

    assert check.message == Message(f"doctor.voice.{how}")
    assert check.status is Status.OK
