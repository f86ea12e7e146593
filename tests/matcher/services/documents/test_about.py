"""What the program says of itself: version, licenses, Qt, and each package with its texts."""

from pathlib import Path

import pytest

import matcher
from matcher.document import Paragraph
from matcher.i18n import Catalogue
from matcher.marked_words import MarkedWords
from matcher.release.manifest import SBOM
from matcher.services.documents import about
from matcher.services.documents.about import (
    bill_of_materials,
    open_about,
    open_package,
    open_text,
)
from matcher.services.documents.opened import OpenedDocument
from matcher.services.documents.packages import Package

_WORDS = Catalogue("en")


def _said(opened: OpenedDocument) -> str:
    blocks = (block for section in opened.sections for block in section.blocks)
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Package, ...]:
    texts = []
    for name in ("a/LICENSE", "b/LICENSE", "COPYING"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Says {name}.\n\n" + "word " * 400 + "\n\nEnd.")
        texts.append(path)
    made = (
        Package("own", "1", "MIT", (texts[2],)),
        Package("many", "2", "X AND Y", tuple(texts)),
        Package("none", "3", ""),
        Package("long", "4", "A-1.0 AND B-2.0 AND C-3.0"),
    )
    monkeypatch.setattr(about, "program_packages", lambda: made)
    return made


@pytest.mark.parametrize("language", ["en", "es"])
def test_about_when_opened_then_it_names_version_licence_and_where_qt_is_from(
    language: str,
) -> None:
    opened = open_about(Catalogue(language))
    said = _said(opened)

    assert matcher.__version__ in said
    assert "Apache" in said
    assert "LGPL" in said
    assert "https://download.qt.io/" in said
    assert "psycopg" in said
    assert "https://github.com/psycopg/" in said
    assert any(entry.id == "package:pyside6-essentials" for entry in opened.entries)


@pytest.mark.parametrize("language", ["en", "es"])
def test_licence_of_qt_when_it_is_named_then_its_texts_are_right_there(language: str) -> None:
    words = Catalogue(language)
    qt = open_about(words).sections[1]
    texts = [block.text for block in qt.blocks if isinstance(block, Paragraph)]
    addresses = [
        run.address for text in texts if isinstance(text, MarkedWords) for run in text.runs
    ]

    opened = [open_text(address.removeprefix("text:"), words) for address in addresses]

    assert [each.title for each in opened] == ["LGPL-3.0-only.txt", "GPL-3.0-only.txt"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in _said(opened[0])


def test_about_when_nothing_tells_what_is_inside_then_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(about, "program_packages", lambda: ())

    opened = open_about(_WORDS)

    assert opened.entries == ()
    assert "Nothing here says which packages these are." in _said(opened)
    assert "LGPL" in _said(opened)


@pytest.mark.usefixtures("packages")
def test_entries_when_read_then_each_names_its_version_and_licence() -> None:
    assert [entry.title for entry in open_about(_WORDS).entries] == [
        "own 1: MIT",
        "many 2: X AND Y",
        "none 3",
        "long 4: A-1.0 AND B-2.0 AND C-3.0",
    ]


@pytest.mark.usefixtures("packages")
def test_package_when_it_has_one_text_then_all_of_it_is_there() -> None:
    opened = open_package("own", _WORDS)

    assert (opened.title, opened.why) == ("own 1", "License: MIT")
    assert _said(opened).startswith("Says COPYING.")
    assert _said(opened).endswith("End.")


@pytest.mark.usefixtures("packages")
def test_package_when_it_has_several_texts_then_each_is_told_from_the_others() -> None:
    opened = open_package("many", _WORDS)

    assert opened.sections == ()
    assert [entry.title for entry in opened.entries] == ["a/LICENSE", "b/LICENSE", "COPYING"]
    second = open_text(opened.entries[1].id.removeprefix("text:"), _WORDS)
    assert (second.title, second.why) == ("b/LICENSE", "many 2")
    assert "Says b/LICENSE." in _said(second)


@pytest.mark.usefixtures("packages")
def test_package_when_it_brings_no_text_then_it_is_said() -> None:
    assert _said(open_package("none", _WORDS)) == "This package brings no text of its license."


def test_bill_of_materials_when_one_came_along_then_it_is_found_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bill_of_materials(tmp_path) is None
    assert bill_of_materials() is None
    bill = tmp_path / SBOM
    bill.parent.mkdir()
    bill.write_text("{}")
    assert bill_of_materials(tmp_path) == bill

    monkeypatch.setattr(about, "bill_of_materials", lambda: bill)
    assert str(bill) in _said(open_about(_WORDS))
