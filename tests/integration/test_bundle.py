"""The frozen program: what only goes wrong there, where no other test sees it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.source import ROOT

from matcher.i18n import Catalogue

# Modules of Qt under the GPL alone, and the server that would show the screen to others.
_MUST_NOT_TRAVEL = ("Qt6Charts", "Qt6DataVisualization", "Qt6VirtualKeyboard", "libqvnc")

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", folder / "dist", "--workpath", folder / "build", "build.spec"),
        ],
        cwd=ROOT,
        check=True,
    )
    return folder / "dist" / "Rapport"


def test_bundle_when_asked_for_smoke_then_the_main_job_runs(bundle: Path, tmp_path: Path) -> None:
    # Neither this folder nor this environment may lend it what it lacks.
    environment = {"HOME": str(tmp_path), "PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [bundle / "Rapport", "--smoke"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no program is started anew")
def test_bundle_when_started_as_a_kiosk_then_it_goes_on_and_says_what_it_lacks(
    bundle: Path, tmp_path: Path
) -> None:
    environment = {"HOME": str(tmp_path), "PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [bundle / "Rapport", "kiosk", "--sample"],
        cwd=tmp_path,
        env={**environment, "SOMETHING": "x"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert Catalogue().text("doctor.kiosk_pin.none") in done.stderr
    assert done.returncode == 1


def test_bundle_when_looked_through_then_it_holds_resources_and_licences(bundle: Path) -> None:
    inside = {path.name for path in bundle.rglob("*")}

    assert {path.name for path in (ROOT / "resources").rglob("*.toml")} <= inside
    assert {"LGPL-3.0-only.txt", "AtkinsonHyperlegible-Regular.ttf"} <= inside


def test_bundle_when_looked_through_then_it_holds_nothing_it_must_not(bundle: Path) -> None:
    strange = [
        path.name for path in bundle.rglob("*") if any(n in path.name for n in _MUST_NOT_TRAVEL)
    ]

    assert strange == []
