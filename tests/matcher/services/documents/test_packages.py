"""What the program is made of is told by the packages, or by the folder a frozen one has."""

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support.source import ROOT

from matcher.services.documents.packages import (
    OWN,
    environment_packages,
    kept_packages,
    program_packages,
    text_paragraphs,
    write_packages,
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place where packages of the test's own are found."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


def _install(site: Path, name: str, metadata: str = "", *, texts: tuple[str, ...] = ()) -> None:
    info = site / f"{name.replace('-', '_')}-1.5.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.5\n"
    (info / "METADATA").write_text(head + metadata)
    record = ["METADATA"]
    for text in texts:
        (info / text).parent.mkdir(parents=True, exist_ok=True)
        (info / text).write_text(f"Text of {text}.")
        record.append(text)
    (info / "RECORD").write_text("".join(f"{info.name}/{file},,\n" for file in record))


def test_packages_when_one_stands_on_others_then_those_of_its_extras_are_told_too(
    site: Path,
) -> None:
    needs = ("zz-b[fast]>=2", "zz-gone; sys_platform == 'win32'", "zz-test; extra == 'test'")
    _install(site, "zz-a", "".join(f"Requires-Dist: {need}\n" for need in needs))
    _install(site, "zz-b", "Requires-Dist: zz_c; extra == 'fast'\nRequires-Dist: zz-a\n")
    _install(site, "zz-c")
    _install(site, "zz-test")

    assert sorted(each.name for each in environment_packages("zz-a")) == ["zz-a", "zz-b", "zz-c"]


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        ("License-Expression: MIT\nLicense: old\n", "MIT"),
        ("License: BSD License\n", "BSD License"),
        ("License: All of it\n stands here\nClassifier: License :: OSI Approved :: X\n", "X"),
        ("", ""),
    ],
)
def test_licence_when_it_is_named_in_one_way_or_another_then_it_is_found(
    site: Path, metadata: str, name: str
) -> None:
    _install(site, "zz-a", metadata)

    (package,) = environment_packages("zz-a")

    assert (package.licence, package.purl) == (name, "pkg:pypi/zz-a@1.5")


def test_texts_when_a_package_brings_some_then_these_and_nothing_else_are_told(site: Path) -> None:
    texts = ("licenses/LICENSE", "licenses/inside/COPYING.txt", "notes.txt")
    _install(site, "zz-a", texts=texts)

    (package,) = environment_packages("zz-a")

    assert sorted(text.name for text in package.texts) == ["COPYING.txt", "LICENSE"]


def test_qt_when_it_brings_no_text_then_those_of_the_lgpl_and_the_gpl_are_there() -> None:
    qt = [each for each in program_packages() if each.name.startswith(("pyside6", "shiboken6"))]

    assert {each.name for each in qt} == {"pyside6-essentials", "shiboken6"}
    for each in qt:
        names = {text.name for text in each.texts}
        assert {"LGPL-3.0-only.txt", "GPL-3.0-only.txt"} <= names


def test_program_when_asked_then_it_comes_first_and_all_that_is_locked_is_no_stranger() -> None:
    names = [each.name for each in program_packages()]
    locked = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")

    assert names[0] == OWN
    assert names[1:] == sorted(names[1:])
    assert {*names[1:]} <= {*re.findall(r"^([a-z0-9-]+)==", locked, re.MULTILINE)}


def test_packages_when_written_for_a_frozen_program_then_it_tells_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [replace(each, libraries=(f"{each.name}.so",)) for each in program_packages()]
    for name in ("licences", "again"):
        write_packages(tmp_path / name, before)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    after = program_packages()

    assert [replace(each, texts=()) for each in after] == [replace(p, texts=()) for p in before]
    for one, other in zip(before, after, strict=True):
        assert [t.read_bytes() for t in one.texts] == [t.read_bytes() for t in other.texts]
    indexes = [(tmp_path / name / "packages.json").read_bytes() for name in ("licences", "again")]
    assert indexes[0] == indexes[1]
    assert json.loads(indexes[0])[0]["name"] == OWN


def test_packages_when_a_frozen_program_has_no_list_then_none_is_told(tmp_path: Path) -> None:
    assert [*kept_packages(tmp_path)] == []


def test_text_when_read_then_it_stays_line_by_line_as_it_came(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_bytes(
        b"\xef\xbb\xbfOne\r\n  line. \r\n\r\n \r\n\xff Two.\x0cThree.\n#\t\tFour\n##\n"
    )

    said = [*text_paragraphs((text,))]

    gap = "\N{NO-BREAK SPACE}"
    assert said == [f"\ufeffOne\n{gap} line.", "\ufffd Two.", f"Three.\n#{gap * 6} Four\n##"]
