"""Files and functions stay short enough to be read at once."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from support.source import PACKAGES, ROOT, modules, name_of

_MODULE, _TESTS, _CLASS, _FUNCTION = 400, 500, 250, 40


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _definitions(path: Path) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node


def _body_length(node: ast.FunctionDef) -> int:
    """Count the lines of a body, its docstring left out."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def _functions(*folders: str) -> dict[str, int]:
    return {
        f"{name_of(path)}:{node.lineno} {node.name}": _body_length(node)
        for path in modules(*folders)
        for node in _definitions(path)
        if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize(
    ("folders", "limit"),
    [
        pytest.param(PACKAGES, _MODULE, id="program"),
        pytest.param(("tests",), _TESTS, id="tests"),
    ],
)
def test_modules_when_counted_then_none_is_longer_than_the_limit(
    folders: tuple[str, ...], limit: int
) -> None:
    lengths = {name_of(path): _lines(path) for path in modules(*folders)}
    print(f"\nmodules of {', '.join(folders)}: median {median(lengths.values()):.0f} lines")

    assert {name: lines for name, lines in lengths.items() if lines > limit} == {}


def test_classes_when_counted_then_none_is_longer_than_the_limit() -> None:
    lengths = {
        f"{name_of(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in modules(*PACKAGES)
        for node in _definitions(path)
        if isinstance(node, ast.ClassDef)
    }

    assert {name: lines for name, lines in lengths.items() if lines > _CLASS} == {}


@pytest.mark.parametrize("folders", [PACKAGES, ("tests",)], ids=["program", "tests"])
def test_functions_when_counted_then_none_is_longer_than_the_limit(
    folders: tuple[str, ...],
) -> None:
    lengths = _functions(*folders)
    print(f"\nfunctions of {', '.join(folders)}: median {median(lengths.values()):.0f} lines")

    assert {name: lines for name, lines in lengths.items() if lines > _FUNCTION} == {}


def test_body_when_it_has_a_docstring_then_only_the_code_is_counted() -> None:
    source = 'def f():\n    """One.\n\n    Two.\n    """\n    a = 1\n\n    return a\n'
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)

    assert _body_length(function) == 3


def test_project_when_looked_for_then_both_packages_are_found() -> None:
    """An empty list of files would let every other test here pass."""
    assert {path.relative_to(ROOT).parts[0] for path in modules(*PACKAGES)} == {*PACKAGES}
