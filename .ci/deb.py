"""Makes a Debian package of the bundle: `make deb`, or `.ci/deb.py --bundle DIR --out DIR`.

The package holds the folder as it is, and beside it what a desktop, `man` and a kiosk need. It has
no scripts that run when it is installed or removed: what it brings goes with it, and nobody's data
does.
"""

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import matcher  # noqa: E402 - from the folder this file is part of
from matcher.cli.manual import manual_page  # noqa: E402
from matcher.i18n import Catalogue, languages  # noqa: E402

STORE_ID = "internal.rapport.rapport"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
KIOSK = "usr/lib/rapport-kiosk"
PROGRAM = "usr/lib/rapport"
_DOCS = "usr/share/doc/rapport"

# Libraries of the system by the package that has them, beyond those that `.ci/setup` names.
_PACKAGES = {
    "libc6": "ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libm.so.6 libpthread.so.0 libresolv.so.2 "
    "librt.so.1 libutil.so.1 libcrypt.so.1",
    "libdrm2": "libdrm.so.2",
    "libfreetype6": "libfreetype.so.6",
    "libgbm1": "libgbm.so.1",
    "libgcc-s1": "libgcc_s.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libstdc++6": "libstdc++.so.6",
    "libwayland-client0": "libwayland-client.so.0",
    "libwayland-egl1": "libwayland-egl.so.1",
    "libxcb-glx0": "libxcb-glx.so.0",
    "libxcb-render0": "libxcb-render.so.0",
    "libxcb-shm0": "libxcb-shm.so.0",
    "libxcb-util1": "libxcb-util.so.1",
    "libxcb1": "libxcb.so.1",
    "libzstd1": "libzstd.so.1",
    "zlib1g": "libz.so.1",
}
# What libraries of the bundle read without being linked to it: keys, letters, and names of signs.
_READ = ("fontconfig-config", "libx11-data", "xkb-data")
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

_COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Rapport
Comment:
 Beside the program itself, Python, Qt and other packages are in /usr/lib/rapport/_internal. Each is
 named with its version and its license in /usr/lib/rapport/_internal/licences/packages.json. The
 texts that came with it, with the names of who holds the rights, are in a folder beside that file.
 Qt, PySide and psycopg are used under the LGPL, version 3. They are files of their own, and may be
 replaced by others.

Files: *
Copyright: those who made Rapport
License: Apache-2.0
 On Debian systems, the full text is in /usr/share/common-licenses/Apache-2.0.

Files: usr/lib/rapport/Rapport usr/lib/rapport/_internal/*
Copyright: those who are named in the texts in /usr/lib/rapport/_internal/licences
License: each-its-own
 Where /usr/lib/rapport/_internal/licences/packages.json says for a package. What is of Rapport
 itself is under Apache-2.0.
"""


def main() -> int:
    """Make the package and print its path."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--bundle", type=Path, default=ROOT / "dist" / "Rapport")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--level", type=int, default=6, help="how hard xz presses, from 0 to 9")
    words = parser.parse_args()
    if not (words.bundle / "Rapport").is_file():
        return _say(f"There is no bundle in {words.bundle}. Make it first: make bundle")
    if shutil.which("dpkg-deb") is None:
        return _say("make deb needs dpkg-deb, which Debian and its relatives have.")
    package = words.out / f"rapport_{matcher.__version__}_{_architecture()}.deb"
    words.out.mkdir(parents=True, exist_ok=True)
    moment = _moment()
    with TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        _lay_out(tree, words.bundle, moment)
        _control(tree, depends(tree / PROGRAM))
        _same_rights_and_times(tree, moment)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{words.level}", "-b", tree, package],
            check=True,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(moment)},
            stdout=subprocess.DEVNULL,
        )
    print(package)  # noqa: T201 - what this command is for
    return 0


def depends(bundle: Path) -> list[str]:
    """Return the packages that hold what the bundle's libraries need and do not bring along."""
    inside = {path.name for path in bundle.rglob("*")}
    package_of = _package_of_library()
    packages, newest = {*_READ}, (2, 0)
    for path in _programs(bundle):
        told = subprocess.run(
            ["objdump", "-p", path], capture_output=True, text=True, check=True
        ).stdout
        for library in {*re.findall(r"NEEDED\s+(\S+)", told)} - inside:
            if library not in package_of:
                raise SystemExit(f"{path.name} needs {library}: name its package in .ci/deb.py")
            packages.add(package_of[library])
        versions = re.findall(r"\bGLIBC_(\d+)\.(\d+)", told)
        newest = max([newest, *((int(major), int(minor)) for major, minor in versions)])
    packages.discard("libc6")
    return sorted([f"libc6 (>= {newest[0]}.{newest[1]})", *packages])


def _programs(bundle: Path) -> Iterator[Path]:
    for path in sorted(bundle.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _package_of_library() -> dict[str, str]:
    setup = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    found = {
        library: package
        for package, library in re.findall(r"^(\S+) (lib\S+\.so\.\d+)", setup, re.MULTILINE)
    }
    for package, libraries in _PACKAGES.items():
        found |= dict.fromkeys(libraries.split(), package)
    return found


def _lay_out(tree: Path, bundle: Path, moment: int) -> None:
    """Put every file where a Debian system looks for it."""
    desktop, kiosk = ROOT / "resources" / "desktop", ROOT / "resources" / "kiosk"
    shutil.copytree(bundle, tree / PROGRAM, symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/rapport").symlink_to("../lib/rapport/Rapport")
    day = time.strftime("%Y-%m-%d", time.gmtime(moment))

    _write(tree / "usr/share/applications/rapport.desktop", _read(desktop / "rapport.desktop"))
    page = _read(desktop / "rapport.metainfo.xml")
    page = page.replace("@VERSION@", matcher.__version__).replace("@DATE@", day)
    _write(tree / f"usr/share/metainfo/{STORE_ID}.metainfo.xml", page)
    _icons(tree / "usr/share/icons/hicolor", desktop / "rapport.svg")
    for language in languages():
        folder = "usr/share/man" + ("" if language == "en" else f"/{language}")
        _write(tree / folder / "man1/rapport.1.gz", manual_page(Catalogue(language), day))

    # Nothing of a kiosk runs until somebody says so: the unit is there, and no start knows it.
    _write(
        tree / "usr/lib/systemd/system/rapport-kiosk.service",
        _of_package(kiosk, "rapport-kiosk.service"),
    )
    for name in ("rapport-kiosk-session", "rapport-kiosk-window"):
        _write(tree / KIOSK / name, _of_package(kiosk, name), mode=0o755)
    for name in ("90-rapport-kiosk.conf", "rapport-kiosk-x.conf", "cups.conf"):
        _write(tree / _DOCS / "kiosk" / name, _of_package(kiosk, name))

    (tree / _DOCS / "documents").symlink_to("../../../lib/rapport/_internal/resources/docs")
    _write(tree / _DOCS / "copyright", _COPYRIGHT)
    _write(tree / _DOCS / "NEWS.gz", _read(ROOT / "CHANGELOG.md"))
    when = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(moment))
    _write(
        tree / _DOCS / "changelog.gz",
        f"rapport ({matcher.__version__}) unstable; urgency=medium\n\n"
        f"  * What changed is in /{_DOCS}/NEWS.gz.\n\n -- {_maintainer()}  {when}\n",
    )


def _of_package(folder: Path, name: str) -> str:
    """Return a file of a kiosk with the places that a package may write to."""
    text = _read(folder / name)
    text = text.replace("/usr/local/lib/rapport/", f"/{KIOSK}/")
    return text.replace("/usr/local/bin/rapport", "/usr/bin/rapport")


def _icons(folder: Path, drawing: Path) -> None:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication.instance() or QGuiApplication(["rapport"])
    icon = QIcon(str(drawing))
    for side in ICON_SIZES:
        file = folder / f"{side}x{side}" / "apps" / "rapport.png"
        file.parent.mkdir(parents=True)
        if not icon.pixmap(QSize(side, side)).save(str(file)):
            raise SystemExit(f"The icon could not be drawn: {file}")
    _write(folder / "scalable/apps/rapport.svg", _read(drawing))
    del application


def _control(tree: Path, needs: list[str]) -> None:
    size = sum(-(-path.lstat().st_size // 1024) for path in tree.rglob("*") if not path.is_dir())
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    # What `dpkg --verify` compares with: against accidents, not against people.
    sums = [f"{_sum_of(path)}  {path.relative_to(tree)}" for path in files]
    _write(tree / "DEBIAN/md5sums", "\n".join(sums) + "\n")
    _write(
        tree / "DEBIAN/control",
        f"""Package: rapport
Version: {matcher.__version__}
Architecture: {_architecture()}
Maintainer: {_maintainer()}
Installed-Size: {size}
Depends: {", ".join(needs)}
Suggests: cage, xwayland, cups-client, espeak-ng
Section: misc
Priority: optional
Description: look for a therapist, and prepare the first meeting
 People say what matters to them. Rapport puts the practitioners of a local
 directory in order by how well each profile fits that, and gives its reasons.
 What a profile does not say becomes a question for the first meeting, on
 paper.
 .
 It needs no account and no network, and keeps nothing unless asked.
""",
    )


def _sum_of(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _same_rights_and_times(tree: Path, moment: int) -> None:
    """Leave nothing of who made the package, and when."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            is_run = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if is_run else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode()
    path.write_bytes(gzip.compress(content, 9, mtime=0) if path.suffix == ".gz" else content)
    path.chmod(mode)


def _moment() -> int:
    """Return the second that everything in the package is from: that of what it was made of."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return int(told or (ROOT / "CHANGELOG.md").stat().st_mtime)


def _maintainer() -> str:
    return os.environ.get("RAPPORT_MAINTAINER", "Rapport <rapport@rapport.internal>")


def _architecture() -> str:
    return _ARCHITECTURES.get(os.uname().machine, os.uname().machine)


def _say(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
