"""Whose everything in a bundle is: packages that are installed, Python, and libraries of Debian.

`build.spec` asks while the program is frozen. What nobody can tell the licence of, what is under
one that is not written down here, and what the program does not stand on stops it there.
"""

import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import quote

from matcher.services.documents.packages import OWN, Package, environment_packages

FREEZER = "pyinstaller"
"""What starts the program and finds its modules comes from here, and travels too."""

# As their texts say, read by people. What is new here was looked at first.
_LICENCES_OF_DEBIAN = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "liblzma5": "0BSD",
    "libmpdec3": "BSD-2-Clause",
    "libsqlite3-0": "blessing",
    "libssl3": "Apache-2.0",
    "libuuid1": "BSD-3-Clause",
    "zlib1g": "Zlib",
}
# What PyInstaller puts into every program, by the packages it comes from: they say it in sentences.
_LICENCES_OF_FREEZER = {
    FREEZER: "GPL-2.0-or-later WITH Bootloader-exception",
    "pyinstaller-hooks-contrib": "Apache-2.0",
}
# What names no licence has a text all the same.
_LICENCES_IN_TEXTS = {"sqlcipher3": "Zlib"}

_MAY_TRAVEL = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT"),
        *("LGPL-3.0-only", "MIT License", "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0"),
        *("Zlib", "blessing", "bzip2-1.0.6", "GPL-2.0-or-later WITH Bootloader-exception"),
        "dependency licenses",  # as pypdfium2 calls those of PDFium, whose texts it brings
    }
)
"""Licences under which anybody may pass the program on. What is new here was looked at first."""

Entry = tuple[str, str, str]
"""As PyInstaller has it: where it will lie or what it is called, where it is from, its kind."""


def parts_of(entries: Iterable[Entry], ours: Iterable[Path]) -> list[Package]:
    """Return the packages that something is of, each with the libraries it has inside.

    Parameters
    ----------
    entries
        Modules, libraries and other files.
    ours
        The folders with the program's own source, and what was made of it.
    """
    whose, known = _Owners(ours), _known_packages()
    libraries: dict[str, list[str]] = {OWN: [], FREEZER: []}
    strange = []
    for target, source, kind in entries:
        if kind == "SYMLINK" or source in {"", "-"}:
            continue
        name = whose.owner_of(Path(source))
        if name.startswith(_Owners.DEBIAN) and name not in known:
            known[name] = _of_debian(name.removeprefix(_Owners.DEBIAN))
        elif name not in known:
            strange.append(f"{target} is of {name}, which the program does not stand on.")
        libraries.setdefault(name, []).extend(
            [Path(target).as_posix()] if kind in {"BINARY", "EXTENSION"} else []
        )
    parts = [
        replace(known[name], libraries=tuple(sorted(files)))
        for name, files in libraries.items()
        if name in known
    ]
    strange += [
        f"{part.name} is under “{part.licence}”, which is not in .ci/bundle_parts.py."
        for part in parts
        if not may_travel(part.licence)
    ]
    if strange:
        raise SystemExit("\n".join(strange))
    return sorted(parts, key=lambda part: (part.name != OWN, part.name))


def may_travel(licence: str) -> bool:
    """Tell whether a licence leaves a choice all parts of which are written down."""
    choices = (re.split(" AND |, ", choice) for choice in licence.split(" OR "))
    return any(_MAY_TRAVEL.issuperset(parts) for parts in choices)


def _known_packages() -> dict[str, Package]:
    packages = [
        replace(package, licence=_LICENCES_IN_TEXTS.get(package.name, package.licence))
        for package in environment_packages()
    ]
    packages.append(_python())
    packages += [
        replace(package, licence=_LICENCES_OF_FREEZER[package.name])
        for package in environment_packages(FREEZER)
        if package.name in _LICENCES_OF_FREEZER
    ]
    return {package.name: package for package in packages}


def _python() -> Package:
    version = platform.python_version()
    texts = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright"),
    )
    text = next((text for text in texts if text.is_file()), None)
    if text is None:
        raise SystemExit("The text of Python's licence was not found.")
    return Package(_Owners.PYTHON, version, "PSF-2.0", (text,), f"pkg:generic/python@{version}")


def _of_debian(package: str) -> Package:
    form = "${Package} ${Version} ${Architecture}"
    name, version, architecture = _told("-W", "-f", form, package).split()
    if name not in _LICENCES_OF_DEBIAN:
        raise SystemExit(f"The licence of {name} is not in .ci/bundle_parts.py: look at it first.")
    said = Path("/usr/share/doc", name, "copyright")
    named = re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", said.read_text(encoding="utf-8"))
    return Package(
        name,
        version,
        _LICENCES_OF_DEBIAN[name],
        (said, *(Path("/usr/share/common-licenses", each) for each in sorted({*named}))),
        f"pkg:deb/debian/{name}@{quote(version, safe='~')}?arch={architecture}",
    )


def _told(*words: str) -> str:
    done = subprocess.run(["dpkg-query", *words], capture_output=True, text=True, check=False)
    return done.stdout


class _Owners:
    """Knows whose a file of this computer is."""

    PYTHON = "Python"
    DEBIAN = "Debian's "

    def __init__(self, ours: Iterable[Path]) -> None:
        self._ours = [folder.resolve() for folder in ours]
        self._packages = dict(_files_of_packages())
        places = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
        if sys.platform != "linux":
            places.add(sys.base_prefix)
        self._python = [Path(place).resolve() for place in places]

    def owner_of(self, file: Path) -> str:
        """Return the name of a package, Python's, or that of one of Debian."""
        file = file.resolve()
        if file in self._packages:
            return self._packages[file]
        if any(map(file.is_relative_to, self._ours)) and not file.is_relative_to(sys.prefix):
            return OWN
        if file.name.startswith("libpython") or any(map(file.is_relative_to, self._python)):
            return self.PYTHON
        return self.DEBIAN + _package_of_debian(file)


def _files_of_packages() -> Iterator[tuple[Path, str]]:
    for found in distributions():
        name = re.sub(r"[._-]+", "-", found.metadata["Name"]).lower()
        folder = Path(str(found.locate_file(""))).resolve()
        for file in found.files or ():
            yield folder / file, name


def _package_of_debian(file: Path) -> str:
    # Where /lib is a link to /usr/lib, a package still has the file under one of the two.
    for place in (file, Path("/").joinpath(*file.parts[2:]), Path("/usr", *file.parts[1:])):
        told = _told("-S", str(place))
        if told:
            return told.partition(": ")[0]
    raise SystemExit(f"Nobody can tell whose {file} is. A bundle for Linux is made on Debian.")
