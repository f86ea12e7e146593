"""The frozen program: what only goes wrong there, where no other test sees it."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bundle_contents import contents_faults, frozen_modules
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from support.bundles import KEY, PUBLIC_KEY
from support.kiosk_process import seen_kiosk
from support.screen import bare_screen
from support.source import ROOT

import matcher
from matcher.i18n import Catalogue
from matcher.release.manifest import MANIFEST, SBOM, places_in
from matcher.release.verifying import fingerprint
from matcher.services.documents.packages import FOLDER, Package, kept_packages

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]


def _made(folder: Path) -> subprocess.CompletedProcess[str]:
    key = folder.parent / "key.pem"
    key.write_bytes(KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return subprocess.run(
        [
            *(sys.executable, ROOT / ".ci" / "bundle.py"),
            *("--out", folder / "dist", "--work", folder / "build"),
        ],
        env=os.environ | {"RAPPORT_SIGNING_KEY": str(key)},
        capture_output=True,
        text=True,
        check=True,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which a bundle was made."""
    folder = tmp_path_factory.mktemp("bundle")
    _made(folder)
    return folder


@pytest.fixture(scope="module")
def bundle(made: Path) -> Path:
    return made / "dist" / "Rapport"


def _run(
    bundle: Path, *words: str, home: Path, said: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as somebody new: no folder and no environment lends it what it lacks."""
    return subprocess.run(
        [bundle / "Rapport", *words],
        cwd=home,
        env={"HOME": str(home), "PATH": os.defpath, **environment},
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


def test_bundle_when_asked_for_smoke_then_all_is_there_and_nothing_was_written(
    bundle: Path, tmp_path: Path
) -> None:
    done = _run(bundle, "--smoke", home=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert _run(bundle, "--verify", home=tmp_path).returncode == 0


@pytest.mark.screen
def test_bundle_when_on_a_screen_with_an_empty_home_then_its_windows_are_painted_there(
    bundle: Path, tmp_path: Path
) -> None:
    with bare_screen(tmp_path) as screen:
        done = _run(
            bundle, "--smoke", home=tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=screen["DISPLAY"]
        )

    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no program is started anew")
def test_bundle_when_started_as_a_kiosk_then_it_goes_on_and_says_what_it_lacks(
    bundle: Path, tmp_path: Path
) -> None:
    more = {"QT_QPA_PLATFORM": "offscreen", "SOMETHING": "x"}

    done = _run(bundle, "kiosk", "--sample", home=tmp_path, **more)

    assert Catalogue().text("doctor.kiosk_pin.none") in done.stderr
    assert done.returncode == 1


@pytest.mark.screen
@pytest.mark.skipif(sys.platform != "linux", reason="it is a kiosk on Linux alone")
def test_bundle_when_it_is_a_kiosk_with_a_pin_then_confined_sittings_follow_each_other(
    bundle: Path, tmp_path: Path
) -> None:
    before = {*places_in(bundle)}
    assert _run(bundle, "staff", "set-pin", home=tmp_path, said="482915\n").returncode == 0
    command = [str(bundle / "Rapport"), "kiosk", "--sample"]
    with bare_screen(tmp_path) as screen:
        alone = {"HOME": str(tmp_path), "PATH": os.defpath, "DISPLAY": screen["DISPLAY"]}
        with seen_kiosk(command, alone, tmp_path) as kiosk:
            first = kiosk.wait_for_front(seconds=120)
            kiosk.wait_for_spare(120)
            confined = [_may_gain_nothing(child) for child in kiosk.children]
            os.kill(first, signal.SIGKILL)
            kiosk.wait_for_front(seconds=120, other_than=first)

    assert confined == [True, True]
    assert {*places_in(bundle)} == before


def _may_gain_nothing(pid: int) -> bool:
    return "NoNewPrivs:\t1\n" in Path(f"/proc/{pid}/status").read_text(encoding="ascii")


def test_bundle_when_looked_through_then_it_holds_resources_and_licences(bundle: Path) -> None:
    inside = {path.name for path in bundle.rglob("*")}

    assert {path.name for path in (ROOT / "resources").rglob("*.toml")} <= inside
    assert {"LGPL-3.0-only.txt", "AtkinsonHyperlegible-Regular.ttf"} <= inside


def test_bundle_when_looked_through_then_it_holds_only_what_was_written_down(bundle: Path) -> None:
    assert "ui.kiosk_app" in frozen_modules(bundle)
    assert [*contents_faults(bundle)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are found in other ways")
def test_bundle_when_looked_through_then_no_library_looks_for_others_outside_it(
    bundle: Path,
) -> None:
    libraries = [path for path in bundle.rglob("*.so*") if not path.is_symlink()]
    command = ["objdump", "-p", *map(str, libraries)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    places = {
        place for line in re.findall(r"R(?:UN)?PATH +(.*)", told) for place in line.split(":")
    }

    assert places
    assert [place for place in places if not place.startswith("$ORIGIN")] == []


def test_bundle_when_made_twice_then_every_byte_is_the_same(bundle: Path, tmp_path: Path) -> None:
    _made(tmp_path / "again")
    other = tmp_path / "again" / "dist" / "Rapport"

    # The list has the digest of every file, and its signature that of the list.
    assert (other / MANIFEST).read_text() == (bundle / MANIFEST).read_text()
    assert {*places_in(other)} == {*places_in(bundle)}


def test_bundle_when_nothing_changed_then_none_is_made_anew(made: Path, bundle: Path) -> None:
    before = (bundle / "Rapport").stat().st_mtime_ns

    assert str(bundle) in _made(made).stdout

    assert (bundle / "Rapport").stat().st_mtime_ns == before


def test_bundle_when_verified_then_it_tells_its_version_and_key(
    bundle: Path, tmp_path: Path
) -> None:
    done = _run(bundle, "--verify", home=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert fingerprint(PUBLIC_KEY) in done.stdout


def _replace(path: Path, data: bytes) -> None:
    path.unlink()
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        pytest.param(
            lambda b: _replace(b / "_internal" / "base_library.zip", b"PK"),
            "changed",
            id="changed",
        ),
        pytest.param(lambda b: (b / "_internal" / "base_library.zip").unlink(), "", id="no start"),
        pytest.param(lambda b: (b / SBOM).unlink(), "missing", id="missing"),
        pytest.param(lambda b: (b / "_internal" / "zlib.py").write_text(""), "added", id="added"),
        pytest.param(lambda b: _replace(b / MANIFEST, b"{}"), "not_signed", id="other list"),
        pytest.param(lambda b: (b / MANIFEST).unlink(), "no_list", id="no list"),
    ],
)
def test_bundle_when_damaged_then_verifying_fails_with_a_sentence(
    damage: Callable[[Path], object], fault: str, bundle: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "Rapport"
    shutil.copytree(bundle, copy, symlinks=True, copy_function=os.link)
    damage(copy)

    # Another copy looks: this one may not even start.
    done = _run(bundle, "--verify", str(copy), home=tmp_path)

    assert done.returncode == 1
    kind = Catalogue().text(f"verify.{fault or 'missing'}", file="")
    assert kind.split(":")[0][:8] in done.stderr
    assert Catalogue().text("verify.failed") in done.stderr


def _libraries(package: Package) -> list[str]:
    return [f"_internal/{name}" for name in package.libraries]


def _packages(bundle: Path) -> list[Package]:
    return [*kept_packages(bundle / "_internal" / FOLDER)]


def test_sbom_when_read_then_it_tells_just_what_the_list_for_people_tells(bundle: Path) -> None:
    sbom = json.loads((bundle / SBOM).read_text(encoding="utf-8"))

    parts = [sbom["metadata"]["component"], *sbom["components"]]
    assert [(part["name"], part["version"], part["purl"]) for part in parts] == [
        (package.name, package.version, package.purl) for package in _packages(bundle)
    ]
    assert parts[0]["version"] == matcher.__version__
    listed = {file["name"]: file["hashes"] for p in parts for file in p.get("components", ())}
    assert {*listed} == {name for package in _packages(bundle) for name in _libraries(package)}
    python = next(name for name in listed if "/libpython3." in name)
    digest = hashlib.sha256((bundle / python).read_bytes()).hexdigest()
    assert listed[python] == [{"alg": "SHA-256", "content": digest}]


def test_sbom_when_read_then_what_was_locked_is_there_with_its_hashes_and_is_in_form(
    bundle: Path,
) -> None:
    text = (bundle / SBOM).read_text(encoding="utf-8")

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    parts = [part for part in json.loads(text)["components"] if "pypi" in part["purl"]]
    assert {"numpy", "fontpkg-noto-sans", "psycopg", "pyinstaller"} <= {p["name"] for p in parts}
    references = [reference for part in parts for reference in part["externalReferences"]]
    assert all(each["hashes"] for each in references if each["type"] == "distribution")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries have another form")
def test_bundle_when_looked_through_then_each_library_is_of_a_package_that_is_told(
    bundle: Path,
) -> None:
    programs = []
    for place in places_in(bundle):
        if not (bundle / place).is_symlink():
            with (bundle / place).open("rb") as file:
                programs += [place] if file.read(4) == b"\x7fELF" else []

    told = [name for package in _packages(bundle) for name in _libraries(package)]

    assert sorted(told) == sorted({*programs} - {"Rapport"})


def test_bundle_when_looked_through_then_each_package_has_its_licence_and_python_is_one(
    bundle: Path,
) -> None:
    packages = {package.name: package for package in _packages(bundle)}

    assert [name for name, package in packages.items() if not package.texts] == []
    assert "PYTHON SOFTWARE FOUNDATION" in packages["Python"].texts[0].read_text("utf-8")
    assert {"rapport-matcher", "numpy", "pyinstaller", "libssl3"} <= {*packages}
    assert packages.keys() & {"fontpkg", "hatchling", "tzdata", "psutil"} == set()


def test_bundle_when_looked_through_then_what_is_under_the_lgpl_can_be_replaced(
    bundle: Path,
) -> None:
    frozen = {name.partition(".")[0] for name in frozen_modules(bundle)}

    assert frozen & {"PySide6", "psycopg", "psycopg_binary", "shiboken6"} == set()
    assert (bundle / "_internal" / "psycopg" / "pq" / "__init__.py").is_file()
