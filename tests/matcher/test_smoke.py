import ast
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.source import PACKAGES, dotted, modules

from matcher import smoke
from matcher.errors import MatcherError

# Taken with what is named, or of another system.
_WITH_ANOTHER = {
    "alembic", "alembic.config", "alembic.util", "babel", "babel.core", "bisect",
    "cryptography.exceptions", "keyring.backends", "keyring.backends.SecretService",
    "keyring.backends.Windows", "keyring.backends.kwallet", "keyring.backends.macOS", "resource",
    "sqlalchemy.dialects", "tomlkit",
}  # fmt: skip


def test_modules_when_all_are_imported_then_none_of_the_program_is_left_out() -> None:
    there = {dotted(path) for path in modules(*PACKAGES, "resources")}
    by_alembic = {name for name in there if name.startswith("matcher.store.migrations")}
    packages = {*PACKAGES, "resources"}

    assert smoke.import_all(sorted(packages)) == len(there - by_alembic - packages)


def test_libraries_when_a_function_asks_for_one_late_then_the_smoke_test_does_too() -> None:
    asked = {
        name
        for path in modules(*PACKAGES)
        if "migrations" not in path.parts
        for name in _asked_late(ast.parse(path.read_text(encoding="utf-8")), inside=False)
        if name.partition(".")[0] not in {*PACKAGES, "resources", "PySide6"} and _is_module(name)
    }

    assert asked - _WITH_ANOTHER - {*smoke.LATE} == set()


def _asked_late(node: ast.AST, *, inside: bool) -> Iterator[str]:
    """Give what functions import, with what is taken from there."""
    for child in ast.iter_child_nodes(node):
        if inside and isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif inside and isinstance(child, ast.ImportFrom) and child.module:
            yield from (child.module, *(f"{child.module}.{alias.name}" for alias in child.names))
        yield from _asked_late(child, inside=inside or isinstance(child, ast.FunctionDef))


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def test_directory_when_written_in_every_format_then_others_can_be_made_of_it(
    tmp_path: Path,
) -> None:
    with closing(smoke.sample_services(tmp_path / "own")) as services:
        smoke.read_every_kind(services, tmp_path)

    assert len([*tmp_path.glob("read-*/directory.sqlite")]) == 3


def test_file_when_nobody_is_in_it_then_it_fails(tmp_path: Path) -> None:
    with closing(smoke.build_services(smoke.Places(tmp_path))) as services:
        (tmp_path / "empty.csv").write_text("id,name\n")

        with pytest.raises(MatcherError, match="nobody_read"):
            smoke._read(services, tmp_path / "empty.csv")
