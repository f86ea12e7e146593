"""The project's own files, as the tests of its form see them."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("matcher", "ui")


def modules(*folders: str) -> list[Path]:
    """Return the Python files below `folders` of the project, in order."""
    return sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if "__pycache__" not in path.parts
    )


def name_of(path: Path) -> str:
    """Return the path as people say it: from the project's folder, with slashes."""
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    """Return the name by which a module is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def program_environment() -> dict[str, str]:
    """Return the environment in which another Python finds the program and what tests share."""
    return os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
