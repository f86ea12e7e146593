"""Which modules of the project stand behind a module, and what they take from outside."""

import ast
from pathlib import Path

from support.source import dotted, modules


def all_imports(*starts: str) -> set[str]:
    """Return every name that modules beginning like this import, and what those import in turn."""
    files = {dotted(path): path for path in modules("matcher", "resources")}
    waiting = [name for name in files if name.startswith(starts)]
    assert waiting, f"there are no modules {starts}"
    seen, names = {*waiting}, {*waiting}
    while waiting:
        for name in _imports(files[waiting.pop()]):
            names.add(name)
            if name in files and name not in seen:
                seen.add(name)
                waiting.append(name)
    return names


def _imports(path: Path) -> set[str]:
    """Return what a file imports, anywhere in it: modules, and each with the names taken."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found
