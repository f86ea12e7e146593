"""The files by which a desktop knows the program: right by their rules, in every language."""

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from matcher.bundled import bundled
from matcher.i18n import languages

_FOLDER = Path(str(bundled("desktop")))
_ENTRY, _STORE = _FOLDER / "rapport.desktop", _FOLDER / "rapport.metainfo.xml"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(_ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


def test_entry_when_read_then_every_word_of_it_is_in_every_language() -> None:
    entry = _entry()

    for key in ("GenericName", "Comment", "Keywords"):
        assert {f"{key}[{language}]" for language in languages() if language != "en"} <= {*entry}


def test_store_page_when_read_then_every_sentence_is_in_every_language() -> None:
    root = ET.parse(_STORE).getroot()

    for tag in ("summary", "p", "li"):
        count = [element.get(_LANG, "en") for element in root.iter(tag)]
        assert {language: count.count(language) for language in languages()} == dict.fromkeys(
            languages(), count.count("en")
        )
    assert [element.text for element in root.iter("lang")] == [*languages()]


def test_store_page_when_read_then_it_leads_to_the_entry_and_says_the_same() -> None:
    root = ET.parse(_STORE).getroot()

    assert root.findtext("launchable") == _ENTRY.name
    assert root.findtext("summary") == _entry()["Comment"]
    assert root.findtext("name") == _entry()["Name"]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here")
def test_entry_when_checked_by_the_rules_of_desktops_then_nothing_is_found() -> None:
    done = subprocess.run(
        ["desktop-file-validate", _ENTRY], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="not installed here")
def test_store_page_when_checked_by_the_rules_of_stores_then_none_is_broken(
    tmp_path: Path,
) -> None:
    filled = _STORE.read_text(encoding="utf-8")
    filled = filled.replace("@VERSION@", "1.0.0").replace("@DATE@", "2026-11-23")
    page = tmp_path / "internal.rapport.rapport.metainfo.xml"
    page.write_text(filled, encoding="utf-8")

    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", page],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "E: " not in done.stdout
