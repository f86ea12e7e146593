"""The Debian package: what it brings, where it lies, and that nothing of it runs unasked."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.source import ROOT

from matcher.bundled import bundled

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "objdump"))), reason="needs dpkg-deb and objdump"
)
_MOMENT = "1795000000"


def _make(bundle: Path, out: Path) -> Path:
    done = subprocess.run(
        [
            *(sys.executable, ROOT / ".ci" / "deb.py", "--level", "0"),
            *("--bundle", bundle, "--out", out),
        ],
        env=os.environ | {"SOURCE_DATE_EPOCH": _MOMENT},
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(done.stdout.strip())


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder as PyInstaller leaves it, with a program of this system for Rapport."""
    folder = tmp_path_factory.mktemp("bundle") / "Rapport"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(Path(shutil.which("sh") or "").resolve(), folder / "Rapport")
    (folder / "_internal" / "words.toml").write_text("a = 1\n", encoding="utf-8")
    (folder / "_internal" / "words.toml").chmod(0o600)
    return folder


@pytest.fixture(scope="module")
def package(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _make(bundle, tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def tree(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tree")
    subprocess.run(["dpkg-deb", "-R", package, folder], check=True)
    return folder


def _field(package: Path, name: str) -> str:
    done = subprocess.run(["dpkg-deb", "-f", package, name], capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_package_when_made_twice_then_both_are_the_same_to_the_byte(
    bundle: Path, package: Path, tmp_path: Path
) -> None:
    for path in bundle.rglob("*"):
        os.utime(path)

    assert _make(bundle, tmp_path).read_bytes() == package.read_bytes()


def test_package_when_looked_through_then_all_is_for_everybody_and_belongs_to_root(
    package: Path,
) -> None:
    done = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()

    assert {line.split()[1] for line in lines} == {"root/root"}
    assert {line.split()[0] for line in lines} == {
        *("drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx")
    }


def test_package_when_installed_or_removed_then_no_script_of_it_runs(tree: Path) -> None:
    assert {path.name for path in (tree / "DEBIAN").iterdir()} == {"control", "md5sums"}


def test_package_when_looked_through_then_the_bundle_is_in_it_as_it_was(
    bundle: Path, tree: Path
) -> None:
    def contents(folder: Path) -> dict[str, bytes]:
        found = (path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in found}

    # Nothing is added to the folder: `Rapport --verify` would find it there.
    assert contents(tree / "usr/lib/rapport") == contents(bundle)
    assert (tree / "usr/bin/rapport").readlink() == Path("../lib/rapport/Rapport")


def test_package_when_looked_through_then_desktop_manual_and_icons_are_in_their_places(
    tree: Path,
) -> None:
    share = tree / "usr/share"

    assert (share / "applications/rapport.desktop").is_file()
    assert (share / "metainfo/internal.rapport.rapport.metainfo.xml").read_text().count("@") == 0
    for page in (share / "man/man1/rapport.1.gz", share / "man/es/man1/rapport.1.gz"):
        assert gzip.decompress(page.read_bytes()).startswith(b".TH RAPPORT 1 ")
    sizes = {path.name for path in (share / "icons/hicolor").iterdir()}
    assert {"16x16", "32x32", "48x48", "128x128", "256x256", "scalable"} <= sizes


def test_package_when_made_then_it_names_what_its_programs_need_and_does_not_bring(
    package: Path,
) -> None:
    # A shell needs nothing but the library of C; the others are read and not linked to.
    assert re.fullmatch(
        r"fontconfig-config, libc6 \(>= 2\.\d+\), libx11-data, xkb-data", _field(package, "Depends")
    )


def test_package_when_a_library_is_in_no_package_that_is_known_then_none_is_made(
    bundle: Path, tmp_path: Path
) -> None:
    strange = shutil.copytree(bundle, tmp_path / "Rapport")
    # It stands on libraries that the program has no need of.
    shutil.copy(shutil.which("dpkg-deb") or "", strange / "Rapport")

    done = subprocess.run(
        [
            *(sys.executable, ROOT / ".ci" / "deb.py"),
            *("--bundle", strange, "--out", tmp_path / "out"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert re.search(r"^Rapport needs lib\S+: name its package", done.stderr, re.MULTILINE)
    assert [*(tmp_path / "out").iterdir()] == []


def test_package_when_installed_then_the_kiosk_is_there_and_nobody_starts_it(tree: Path) -> None:
    unit = (tree / "usr/lib/systemd/system/rapport-kiosk.service").read_text(encoding="utf-8")
    (window,) = re.findall(r" (/usr/lib/rapport-kiosk/rapport-kiosk-window)$", unit, re.MULTILINE)
    (session,) = re.findall(r"^ExecStart=(\S+)", unit, re.MULTILINE)

    assert os.access(tree / window.lstrip("/"), os.X_OK)
    assert os.access(tree / session.lstrip("/"), os.X_OK)
    assert "/usr/bin/rapport}" in (tree / window.lstrip("/")).read_text(encoding="utf-8")
    placed = [path for path in tree.rglob("*") if path.is_file() and path.stat().st_size < 100_000]
    assert [str(path) for path in placed if b"/usr/local/" in path.read_bytes()] == []
    assert [*tree.rglob("*.wants")] == []
    assert not (tree / "etc").exists()


def test_page_when_it_tells_of_the_package_then_it_names_the_places_there_are(tree: Path) -> None:
    page = bundled("docs", "kiosk.md").read_text(encoding="utf-8")
    places = re.findall(r"/usr/(?:lib|share)/\S*?rapport-kiosk[a-z.-]*", page)
    places += re.findall(r"/usr/share/doc/rapport/[a-z/0-9.-]+[a-z]", page)

    assert places
    assert [place for place in places if not (tree / place.lstrip("/")).exists()] == []


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="no shellcheck here")
def test_command_that_makes_a_bare_system_when_looked_over_then_nothing_is_found_in_it() -> None:
    subprocess.run(["shellcheck", ROOT / ".ci" / "bare-debian"], check=True)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.skipif(
    os.geteuid() != 0 or not all(map(shutil.which, ("debootstrap", "xdotool", "Xvfb"))),
    reason="needs root, debootstrap, xdotool and Xvfb",
)
def test_package_when_installed_run_and_removed_on_a_bare_system_then_nothing_is_left(
    tmp_path: Path,
) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", tmp_path / "dist", "--workpath", tmp_path / "build", "build.spec"),
        ],
        cwd=ROOT,
        check=True,
    )
    made = _make(tmp_path / "dist" / "Rapport", tmp_path)

    done = subprocess.run(
        ["sh", ROOT / ".ci" / "bare-debian", made, tmp_path / "bare"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_package_when_its_licences_are_read_then_what_is_inside_is_not_called_its_own(
    tree: Path,
) -> None:
    said = (tree / "usr/share/doc/rapport/copyright").read_text(encoding="utf-8")

    inside = said.partition("Files: usr/lib/rapport/Rapport usr/lib/rapport/_internal/*")[2]
    assert "License: Apache-2.0" not in inside
    assert "_internal/licences/packages.json" in inside
    assert "Qt, PySide and psycopg are used under the LGPL" in said
