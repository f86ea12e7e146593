"""What the program is made of: each package with its version, its license and the license's text.

In an environment all of it is asked of the packages themselves. A frozen program has a folder
instead, which is written when it is made: see `write_packages`.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources.abc import Traversable
from pathlib import Path

from matcher.bundled import bundled, frozen_folder

OWN = "rapport-matcher"
"""The program itself."""

FOLDER, INDEX = "licences", "packages.json"
"""Of a frozen program: a folder for each package, and what is said of them."""

_LICENCE = re.compile("licen[cs]e|copying|notice", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRAS = re.compile(r"\[([^\]]*)\]")
_ASKED = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_SPACES = re.compile(r" {2,}")
_TAB = 4
_LONGEST_NAME = 80

_QT = ("pyside6", "shiboken6")
"""How the names of Qt's own packages begin: they leave their texts out."""


@dataclass(frozen=True, slots=True)
class Package:
    """One package.

    Attributes
    ----------
    licence
        What its license is called; ``""`` where it does not say.
    texts
        The files of that license.
    purl
        Its name and version for other programs.
    libraries
        Which of its files beside the modules of a bundle are libraries of the system's own form.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Traversable, ...] = ()
    purl: str = ""
    libraries: tuple[str, ...] = ()


def program_packages() -> tuple[Package, ...]:
    """Return what the program is made of, itself first, then by name; none where nobody can say."""
    return _packages_in(frozen_folder())


@cache
def _packages_in(folder: Path | None) -> tuple[Package, ...]:
    """Read them once: nothing is installed into a program that runs."""
    found = environment_packages() if folder is None else kept_packages(folder / FOLDER)
    return tuple(sorted(found, key=lambda each: (each.name != OWN, each.name)))


def environment_packages(own: str = OWN) -> Iterator[Package]:
    """Give a package that is installed, and all that it stands on."""
    wanted, seen = [(own, frozenset[str]())], set[tuple[str, frozenset[str]]]()
    told: set[str] = set()
    while wanted:
        name, extras = wanted.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another system, or of another Python
        if name not in told:
            told.add(name)
            yield _package(name, found)
        wanted.extend(_stands_on(found, extras))


def kept_packages(folder: Path) -> Iterator[Package]:
    """Give what `write_packages` wrote."""
    index = folder / INDEX
    for each in json.loads(index.read_text(encoding="utf-8")) if index.is_file() else ():
        texts = tuple(folder / name for name in each["texts"])
        yield Package(
            *(each["name"], each["version"], each["licence"], texts),
            purl=each["purl"],
            libraries=(*each["libraries"],),
        )


def write_packages(folder: Path, packages: Iterable[Package]) -> None:
    """Write what a frozen program is made of; equal packages give equal files."""
    index = []
    for package in packages:
        names = [*_kept_names(package)]
        for name, text in zip(names, package.texts, strict=True):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            with text.open("rb") as source, (folder / name).open("wb") as copy:
                shutil.copyfileobj(source, copy)
        index.append(
            {
                "name": package.name,
                "version": package.version,
                "licence": package.licence,
                "texts": names,
                "purl": package.purl,
                "libraries": package.libraries,
            }
        )
    (folder / INDEX).write_text(json.dumps(index, indent=1) + "\n", encoding="utf-8")


def _kept_names(package: Package) -> Iterator[str]:
    """Give a name for each text: two of one package may have one name."""
    for number, text in enumerate(package.texts, start=1):
        folder = Path(str(text)).parent.name
        yield f"{package.name}/{number:02d}-{folder}/{text.name}"


def _package(name: str, found: Distribution) -> Package:
    texts = (*_texts_of(name, found),)
    purl = f"pkg:pypi/{name}@{found.version}"
    return Package(name, found.version, _licence_of(found), texts, purl)


def _stands_on(found: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for requirement in found.requires or ():
        what, _, condition = requirement.partition(";")
        asked = _ASKED.search(condition)
        if asked is not None and asked[1] not in extras:
            continue
        name = _NAME.match(what.strip())
        assert name is not None, requirement
        more = _EXTRAS.search(what)
        named = more[1].replace(" ", "").split(",") if more else ()
        yield re.sub(r"[._-]+", "-", name[0]).lower(), frozenset(named)


def _licence_of(found: Distribution) -> str:
    """Return the short name of a license: as it is written today, or as it used to be."""
    said = found.metadata
    for field in ("License-Expression", "License"):
        name = "".join(said.get_all(field) or ()).strip()
        if name and "\n" not in name and len(name) <= _LONGEST_NAME:
            return name
    kinds = said.get_all("Classifier") or []
    named = [kind for kind in kinds if kind.startswith("License ::")]
    return ", ".join(kind.rpartition(" :: ")[2] for kind in named)


def _texts_of(name: str, found: Distribution) -> Iterator[Traversable]:
    for file in sorted(found.files or (), key=str):
        inside = "/".join(file.parts[1:])
        if ".dist-info" in file.parts[0] and _LICENCE.search(inside):
            text = Path(str(file.locate()))
            if text.is_file():
                yield text
    if name.startswith(_QT):
        yield from sorted(bundled("licences").iterdir(), key=lambda text: text.name)


def text_paragraphs(texts: Sequence[Traversable]) -> Iterator[str]:
    """Give the paragraphs of license texts, line by line as they came, with their spaces."""
    for text in texts:
        with text.open("rb") as file:
            said = file.read().decode("utf-8", errors="replace")
        said = said.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
        for paragraph in re.split(r"\n\s*\n", said):
            lines = (line.rstrip() for line in paragraph.expandtabs(_TAB).split("\n"))
            if words := "\n".join(_SPACES.sub(_kept, line) for line in lines if line):
                yield words


def _kept(spaces: re.Match[str]) -> str:
    """Keep spaces where one would be shown for many; after them a line may end."""
    return "\N{NO-BREAK SPACE}" * (len(spaces[0]) - 1) + " "
