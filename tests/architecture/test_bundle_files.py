"""What may travel in a bundle is written down, and what must not is caught by name."""

import pytest
from bundle_contents import (
    allowed_patterns,
    forbidden_among,
    strange_among,
    strange_modules_among,
)

_LISTS = ("bundle_files.txt", "bundle_modules.txt")


@pytest.mark.parametrize("name", _LISTS)
def test_patterns_when_looked_through_then_none_is_there_twice(name: str) -> None:
    patterns = allowed_patterns(name)

    assert len({*patterns}) == len(patterns)


def test_patterns_when_looked_through_then_none_allows_all() -> None:
    assert strange_modules_among(["evil", "evil.part"]) == ["evil"]
    assert strange_among(["evil.so", "_internal/evil.so", "_internal/evil/evil.py"]) != []


@pytest.mark.parametrize("name", _LISTS)
def test_patterns_when_held_against_what_must_not_travel_then_none_asks_for_it(name: str) -> None:
    assert forbidden_among(allowed_patterns(name)) == []


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/lib/libQt6Charts.so.6",
        "_internal/PySide6/QtCharts.abi3.so",
        "_internal/PySide6/Qt/lib/libQt6Network.so.6",
        "_internal/PySide6/Qt/plugins/platforms/libqvnc.so",
        "_internal/PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "_internal/PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "_internal/pymupdf/_mupdf.so",
        "_internal/libreadline.so.8",
        "_internal/python3.11/lib-dynload/readline.cpython-311-x86_64-linux-gnu.so",
        "_internal/sklearn/datasets/tests/data/x.gz",
        "keyrings.alt.file",
        "_pytest.config",
        "fitz",
    ],
)
def test_file_when_it_must_not_travel_then_it_is_caught_by_its_name(name: str) -> None:
    assert forbidden_among([name]) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/plugins/platforms/libqminimal.so",
        "_internal/PySide6/Qt/plugins/imageformats/libqtiff.so",
        "_internal/PySide6/Qt/lib/libQt6Qml.so.6",
        "_internal/libgtk-3.so.0",
        "_internal/sklearn/datasets/data/iris.csv",
        "_internal/psutil/_psutil_linux.abi3.so",
        "_internal/psycopg-3.3.9.dist-info/direct_url.json",
        "Rapport.sh",
    ],
)
def test_file_when_nobody_wrote_it_down_then_it_is_strange(name: str) -> None:
    assert strange_among([name]) == [name]


@pytest.mark.parametrize("name", ["psutil", "defusedxml", "nltk", "_psutil_linux"])
def test_module_when_nobody_wrote_it_down_then_it_is_strange(name: str) -> None:
    assert strange_modules_among(["json.decoder", "numpy.linalg", f"{name}.part"]) == [name]
