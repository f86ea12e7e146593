import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from matcher.services.doctor import Status, run_checks
from matcher.services.sheets.printers import printer_names


def _lpstat(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    tool = folder / "lpstat"
    tool.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.defpath}")


@pytest.mark.parametrize(
    ("script", "names"),
    [("echo front_desk; echo office", ("front_desk", "office")), ("exit 1", ())],
    ids=["two printers", "no printer"],
)
def test_printer_names_when_the_system_is_asked_then_its_printers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, names: tuple[str, ...]
) -> None:
    _lpstat(tmp_path, monkeypatch, script)

    assert printer_names() == names


def test_printer_names_when_there_is_no_way_to_ask_then_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert printer_names() is None


def test_printer_names_when_the_system_does_not_answer_then_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lpstat(tmp_path, monkeypatch, "true")

    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("lpstat", 5)

    monkeypatch.setattr(subprocess, "run", hang)

    assert printer_names() is None


@pytest.mark.parametrize(
    ("script", "status"), [("echo one", Status.OK), ("exit 1", Status.WARNING)]
)
def test_doctor_when_printers_are_looked_for_then_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, status: Status
) -> None:
    _lpstat(tmp_path, monkeypatch, script)
    checks = {check.id: check for check in run_checks("nowhere.sqlite", tmp_path, date.today())}

    assert checks["printers"].status is status
