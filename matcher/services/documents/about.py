"""What this program is, under which licenses, and what it is made of."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

import matcher
from matcher.bundled import frozen_folder, own_folder
from matcher.document import Paragraph, Section
from matcher.i18n import Catalogue
from matcher.marked_words import MarkedWords, Run
from matcher.release.manifest import SBOM
from matcher.services.documents.opened import Entry, OpenedDocument
from matcher.services.documents.packages import (
    Package,
    program_packages,
    text_paragraphs,
)

ABOUT = "about"
PACKAGE, TEXT = "package:", "text:"
"""How the ids begin of a package, and of one of its texts."""

_QT = "pyside6-essentials"
_QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/pyside6/"
_SERVER_SOURCE = "https://github.com/psycopg/psycopg"
_LONGEST_BLOCK = 1500
"""Letters of a license that are shown as one text: each costs a widget."""

_LGPL, _GPL = "LGPL-3.0", "GPL-3.0"


def about_entry(words: Catalogue) -> Entry:
    """Return where this leads."""
    return Entry(ABOUT, words.text("documents.about.title"))


def open_about(words: Catalogue) -> OpenedDocument:
    """Return what the program is, and an entry for each package."""
    packages = program_packages()
    sections = (_program(words), _qt(packages, words), _parts(packages, words))
    entries = tuple(_entry(package, words) for package in packages)
    return OpenedDocument(words.text("documents.about.title"), "", sections, entries)


def open_package(name: str, words: Catalogue) -> OpenedDocument:
    """Return the license of a package; of several texts, an entry for each."""
    package = _named(name)
    title = _title(package, words)
    why = words.text("documents.package.licence", terms=package.licence)
    why = why if package.licence else ""
    if not package.texts:
        missing = Paragraph(words.text("documents.package.no_text"))
        return OpenedDocument(title, why, (Section("", (missing,)),))
    if len(package.texts) == 1:
        return OpenedDocument(title, why, (_section(package.texts[0]),))
    entries = tuple(
        Entry(f"{TEXT}{name}:{number}", _path_words(package, text))
        for number, text in enumerate(package.texts)
    )
    return OpenedDocument(title, why, (), entries)


def open_text(place: str, words: Catalogue) -> OpenedDocument:
    """Return one of the texts of a package, named as ``<package>:<number>``."""
    name, _, number = place.rpartition(":")
    package = _named(name)
    text = package.texts[int(number)]
    return OpenedDocument(_path_words(package, text), _title(package, words), (_section(text),))


def bill_of_materials(folder: Path | None = None) -> Path | None:
    """Return the list of all packages for other programs, if one came with a frozen program.

    Parameters
    ----------
    folder
        That of a bundle; left out, the program's own, if it is frozen.
    """
    if folder is None:
        if frozen_folder() is None:
            return None
        folder = own_folder()
    return folder / SBOM if (folder / SBOM).is_file() else None


def _program(words: Catalogue) -> Section:
    text = words.text
    lines = (
        text("documents.about.version", version=matcher.__version__),
        text("documents.about.purpose"),
        text("documents.about.licence"),
    )
    return Section(text("documents.about.program"), tuple(map(Paragraph, lines)))


def _qt(packages: tuple[Package, ...], words: Catalogue) -> Section:
    text = words.text
    version = next((each.version for each in packages if each.name == _QT), "")
    used = "used" if version else "used_some"
    lines = (
        text(f"documents.about.{used}", version=version),
        *_terms(packages, words),
        text("documents.about.server"),
        text("documents.about.replace"),
        text("documents.about.source", address=_QT_SOURCE),
        text("documents.about.server_source", address=_SERVER_SOURCE),
    )
    return Section(text("documents.about.qt"), tuple(map(Paragraph, lines)))


def _terms(packages: tuple[Package, ...], words: Catalogue) -> Iterator[MarkedWords]:
    """Give what leads to the text of the license of Qt, and to that which it builds upon."""
    texts = [text for each in packages if each.name == _QT for text in each.texts]
    for name in (_LGPL, _GPL):
        for number, text in enumerate(texts):
            if text.name.startswith(name):
                said = words.text("documents.about.text", terms=name)
                yield MarkedWords((Run(said, address=f"{TEXT}{_QT}:{number}"),))


def _parts(packages: tuple[Package, ...], words: Catalogue) -> Section:
    text, bill = words.text, bill_of_materials()
    count = "count" if packages else "none"
    lines = [text(f"documents.about.{count}", n=len(packages))]
    if bill is not None:
        lines.append(text("documents.about.bill", file=str(bill)))
    return Section(text("documents.about.parts"), tuple(map(Paragraph, lines)))


def _entry(package: Package, words: Catalogue) -> Entry:
    title = _title(package, words)
    if package.licence:
        title = words.text("documents.package.entry", package=title, terms=package.licence)
    return Entry(f"{PACKAGE}{package.name}", title)


def _title(package: Package, words: Catalogue) -> str:
    return words.text("documents.package.title", name=package.name, version=package.version)


def _named(name: str) -> Package:
    return next(package for package in program_packages() if package.name == name)


def _path_words(package: Package, text: Traversable) -> str:
    """Return the name of a text, with its folder where others have the same name."""
    alike = [each for each in package.texts if each.name == text.name]
    folder = Path(str(text)).parent.name if len(alike) > 1 else ""
    return f"{folder}/{text.name}" if folder else text.name


def _section(text: Traversable) -> Section:
    return Section("", tuple(map(Paragraph, _gathered(text_paragraphs((text,))))))


def _gathered(paragraphs: Iterator[str]) -> Iterator[str]:
    """Put short paragraphs together, an empty line between them."""
    gathered = ""
    for paragraph in paragraphs:
        if gathered and len(gathered) + len(paragraph) > _LONGEST_BLOCK:
            yield gathered
            gathered = ""
        gathered = f"{gathered}\n\n{paragraph}" if gathered else paragraph
    if gathered:
        yield gathered
