"""Whose each file of a bundle is, and what may not travel, before any bundle is made."""

import json
import shutil
import sys
import sysconfig
from pathlib import Path

import numpy as np
import pytest
from bundle_parts import may_travel, parts_of
from support.source import ROOT

import matcher

_OURS = [ROOT]


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True),
        ("", False),
        ("UNKNOWN", False),
        ("Proprietary", False),
        ("SSPL-1.0", False),
        ("GNU Affero General Public License v3", False),
        ("MIT AND GPL-3.0 WITH GCC-exception-3.1", False),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("LGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND GPL-2.0-only", False),
        ("AGPL-3.0-only", False),
        ("GNU General Public License (GPL)", False),
    ],
)
def test_licence_when_it_is_not_written_down_then_it_may_not_travel(
    licence: str, may: bool
) -> None:
    assert may_travel(licence) is may


def test_parts_when_files_are_of_packages_and_of_python_then_these_are_told() -> None:
    core = np._core._multiarray_umath.__file__
    parts = parts_of(
        [
            ("json", json.__file__, "PYMODULE"),
            ("numpy", np.__file__, "PYMODULE"),
            ("numpy/core.so", core, "EXTENSION"),
            ("matcher", str(matcher.__file__), "PYMODULE"),
            ("jaraco", "-", "PYMODULE"),
        ],
        _OURS,
    )

    told = {part.name: part for part in parts}
    assert next(iter(told)) == "rapport-matcher"
    assert {*told} == {"rapport-matcher", "Python", "numpy", "pyinstaller"}
    assert told["numpy"].libraries == ("numpy/core.so",)
    assert told["Python"].version == ".".join(map(str, sys.version_info[:3]))
    assert all(part.texts and part.purl for part in parts)


def test_parts_when_a_package_is_only_for_tests_then_it_is_named_and_nothing_is_made() -> None:
    with pytest.raises(SystemExit, match="of pytest, which the program does not stand on"):
        parts_of([("pytest", pytest.__file__, "PYMODULE")], _OURS)


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="needs dpkg-query")
def test_parts_when_a_library_is_of_debian_then_its_package_and_texts_are_told() -> None:
    libraries = Path("/usr/lib", sysconfig.get_config_var("MULTIARCH") or "")
    (ssl,) = libraries.glob("libssl.so.3")

    (_, package, _) = parts_of([("libssl.so.3", str(ssl), "BINARY")], _OURS)

    assert (package.name, package.licence) == ("libssl3", "Apache-2.0")
    assert {text.name for text in package.texts} >= {"copyright", "Apache-2.0"}
    assert package.libraries == ("libssl.so.3",)


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="needs dpkg-query")
def test_parts_when_nobody_looked_at_the_licence_of_a_library_then_its_package_is_named() -> None:
    libraries = Path("/lib", sysconfig.get_config_var("MULTIARCH") or "")
    (library,) = libraries.glob("libc.so.6")

    with pytest.raises(SystemExit, match="licence of libc6 is not in"):
        parts_of([("libc.so.6", str(library), "BINARY")], _OURS)
