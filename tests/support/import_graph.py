"""Which modules of the project stand behind a module, and what they take from outside."""

import ast
from pathlib import Path

from support.source import dotted, modules


def modules_behind(*starts: str) -> dict[str, Path]:
    """Return the modules of the project that begin like this, and all that those import in turn."""
    files = {dotted(path): path for path in modules("matcher", "resources", "ui")}
    waiting = [name for name in files if name.startswith(starts)]
    assert waiting, f"there are no modules {starts}"
    seen = {*waiting}
    while waiting:
        found = (_imports(files[waiting.pop()]) & files.keys()) - seen
        seen |= found
        waiting += found
    return {name: files[name] for name in seen}


def all_imports(*starts: str) -> set[str]:
    """Return every name that modules beginning like this import, and what those import in turn."""
    behind = modules_behind(*starts)
    return {*behind}.union(*map(_imports, behind.values()))


def _imports(path: Path) -> set[str]:
    """Return what a file imports, anywhere in it: modules, and each with the names taken."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found
