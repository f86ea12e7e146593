"""What may travel in a bundle is written down, and what must not is caught by name."""

import pytest
from support.bundle_files import allowed_patterns, forbidden_among, strange_among


def test_patterns_when_looked_through_then_none_is_there_twice_and_none_allows_all() -> None:
    patterns = allowed_patterns()

    assert len({*patterns}) == len(patterns)
    assert strange_among(["evil.so", "_internal/evil.so", "_internal/evil/evil.py"]) != []


def test_patterns_when_held_against_what_must_not_travel_then_none_asks_for_it() -> None:
    assert forbidden_among(allowed_patterns()) == []


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
        "_internal/psycopg-3.3.9.dist-info/direct_url.json",
        "Rapport.sh",
    ],
)
def test_file_when_nobody_wrote_it_down_then_it_is_strange(name: str) -> None:
    assert strange_among([name]) == [name]
