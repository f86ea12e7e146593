"""Who may import whom: the contracts in ``pyproject.toml``, and what they cannot say."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.source import PACKAGES, ROOT, modules, name_of

_HEAVY = ("PySide6", "alembic", "numpy", "reportlab", "sqlalchemy")


def _check_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [sys.executable, command, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def _loaded_by(statement: str) -> set[str]:
    """Return the top-level packages in memory after one statement in a process of its own."""
    program = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {*done.stdout.split()}


def _imports(path: Path) -> set[str]:
    """Return every module a file imports, each with the names it takes from it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_contracts_when_checked_then_all_are_kept() -> None:
    done = _check_contracts(ROOT)

    assert done.returncode == 0, done.stdout


def test_contracts_when_matcher_imports_qt_then_they_are_broken(tmp_path: Path) -> None:
    for folder in (*PACKAGES, "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "matcher" / "errors.py").open("a", encoding="utf-8") as file:
        file.write("import PySide6.QtCore\n")

    done = _check_contracts(tmp_path)

    assert done.returncode == 1
    assert "Only ui knows Qt BROKEN" in done.stdout


@pytest.mark.parametrize("folder", ["ui/controllers", "ui/models"])
def test_ui_folder_without_widgets_when_read_then_no_widget_is_imported(folder: str) -> None:
    widgets = {
        name_of(path): found
        for path in modules(folder)
        if (found := {name for name in _imports(path) if name.startswith("PySide6.QtWidgets")})
    }

    assert widgets == {}


@pytest.mark.parametrize(
    "module",
    [
        "matcher",
        "matcher.cli",
        "ui.__main__",
        "matcher.followup.check_in_json",
        "matcher.followup.reading",
        "matcher.followup.reminders",
        "matcher.followup.search_json",
        "matcher.followup.sentences",
        "matcher.followup.talk_json",
        "matcher.services.followup.followup",
    ],
)
def test_entry_when_imported_then_nothing_heavy_is_loaded(module: str) -> None:
    heavy = _loaded_by(f"import {module}") & {*_HEAVY}

    assert heavy == set()
