"""What the program does without a window, once each: a frozen one may lack any part of it."""

import csv
from collections.abc import Iterable
from contextlib import closing
from importlib import import_module
from importlib.resources import as_file
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages

from matcher.bootstrap import Places, Services, build_services
from matcher.bundled import bundled
from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue
from matcher.services.files.exporting import ExportFormat, export_directory

LATE = (
    "alembic.command", "argparse", "argon2", "babel.dates", "babel.lists", "babel.numbers",
    "cryptography.hazmat.primitives.asymmetric.ed25519", "filelock", "numpy", "psycopg",
    "psycopg_binary", "pypdfium2", "python_calamine", "rapidfuzz.fuzz", "segno", "sklearn",
    "sqlalchemy.dialects.postgresql", "tomlkit.exceptions", "xlsxwriter", "zipcodes",
)  # fmt: skip
"""Libraries that some function asks for when it is called, and not before."""

_ON_THIS_SYSTEM = ("resource",)
_RUN_BY_ALEMBIC = "matcher.store.migrations"
_ENDINGS = {kind: f".{kind}" for kind in ExportFormat} | {ExportFormat.FHIR: ".fhir.json"}
_PASSPHRASE = "seven quiet kettles hum"  # noqa: S105 - of a file that is thrown away


def import_all(packages: Iterable[str]) -> int:
    """Import every module of the packages, and every library that is asked for late.

    Returns
    -------
    int
        How many modules the packages have.
    """
    names = [name for package in packages for name in _modules_of(package)]
    there = [name for name in _ON_THIS_SYSTEM if find_spec(name)]
    for name in (*names, *LATE, *there):
        import_module(name)
    return len(names)


def _modules_of(package: str) -> list[str]:
    found = walk_packages(import_module(package).__path__, f"{package}.")
    names = [module.name for module in found]
    return [name for name in names if not name.startswith(_RUN_BY_ALEMBIC)]


def sample_services(folder: Path) -> Services:
    """Return services in a folder, with the invented directory read from its file."""
    services = build_services(Places(folder))
    with as_file(bundled("sample_directory", "directory.csv")) as file:
        _read(services, file)
    return services


def _read(services: Services, file: Path) -> None:
    report = services.directory.import_files([file])
    if not report.readable or not report.profiles:
        raise MatcherError(Message("smoke.nobody_read", file=file.name))


def read_every_kind(services: Services, folder: Path) -> None:
    """Write the directory in every format; read a spreadsheet, JSON and FHIR into others."""
    words = Catalogue()
    for kind in ExportFormat:
        export_directory(services.directory, folder / f"export{_ENDINGS[kind]}", kind, words)
    table = _as_spreadsheet(folder / "export.csv")
    for number, file in enumerate((table, folder / "export.json", folder / "export.fhir.json")):
        with closing(build_services(Places(folder / f"read-{number}"))) as other:
            _read(other, file)


def _as_spreadsheet(file: Path) -> Path:
    from xlsxwriter import Workbook

    target = file.with_suffix(".table.xlsx")
    with Workbook(target) as book, file.open(encoding="utf-8-sig", newline="") as rows:
        sheet = book.add_worksheet()
        for number, row in enumerate(csv.reader(rows)):
            sheet.write_row(number, 0, row)
    return target


def keep_something(services: Services) -> None:
    """Keep an encrypted note with a passphrase, open it again, and look for the keyring."""
    personal = services.personal
    personal.create(_PASSPHRASE)
    personal.documents.keep("smoke", {"kept": True})
    personal.close()
    personal.open(_PASSPHRASE)
    if personal.documents.kept("smoke") != {"kept": True}:
        raise MatcherError(Message("smoke.not_kept"))
    personal.can_be_remembered  # noqa: B018 - looks for a keyring, whether there is one or not


def migrate() -> None:
    """Run every migration."""
    from matcher.store.from_nothing import migrate_from_nothing

    migrate_from_nothing()
