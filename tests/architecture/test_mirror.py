"""Every module with code has its tests where one looks for them."""

import ast
from pathlib import Path, PurePosixPath

from support.source import PACKAGES, ROOT, modules, name_of

# Modules tested elsewhere, each with the reason; a pattern as in `PurePath.match`.
_ELSEWHERE = {
    "matcher/__main__.py": "one call of the command line, which is tested as matcher.cli",
    "matcher/store/migrations/*.py": "run by Alembic; tested by migrating a database",
    "matcher/store/migrations/versions/*.py": "run by Alembic; tested by migrating a database",
}


def _has_code(path: Path) -> bool:
    """Tell whether a module holds a function or a class with a body."""
    if path.name == "__init__.py":
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.walk(tree))


def _test_of(path: Path) -> Path:
    relative = path.relative_to(ROOT)
    return ROOT / "tests" / relative.with_name(f"test_{relative.stem.strip('_')}.py")


def _is_elsewhere(name: str) -> bool:
    return any(PurePosixPath(name).match(pattern) for pattern in _ELSEWHERE)


def test_modules_when_they_hold_code_then_each_has_a_test_in_the_same_folder() -> None:
    untested = [
        f"{name_of(path)}: no {name_of(_test_of(path))}"
        for path in modules(*PACKAGES)
        if _has_code(path) and not _is_elsewhere(name_of(path)) and not _test_of(path).is_file()
    ]

    assert untested == []


def test_test_folders_when_they_mirror_a_package_then_the_package_exists() -> None:
    orphans = [
        name_of(path)
        for package in PACKAGES
        for path in modules(f"tests/{package}")
        if not (ROOT / path.parent.relative_to(ROOT / "tests")).is_dir()
    ]

    assert orphans == []


def test_tests_when_looked_through_then_no_folder_is_a_package() -> None:
    packages = [name_of(path) for path in modules("tests") if path.name == "__init__.py"]

    assert packages == []


def test_packages_when_looked_through_then_init_files_hold_no_logic() -> None:
    """A docstring and re-exports; `matcher` alone resolves its names lazily."""
    logic = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules(*PACKAGES, "resources")
        if path.name == "__init__.py" and path.parent.name != "matcher"
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr | ast.Assign)
    ]

    assert logic == []
