"""Every way in for what others wrote: what nobody can see of it stays outside.

Each reader of files, and the form that staff fill in, is given texts with signs that turn lines,
hide letters or steer a terminal; of what it hands on, cleaning once more changes nothing.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.fuzz_seeds import seeds_of
from support.importing import DATA, OPTIONS, read_on, statements
from support.kept_directories import kept_directory
from support.readers import MAPPING, SUFFIXES
from support.table_files import write_ods

from matcher.directory.profile import Source
from matcher.importers.foreign_text import LONGEST_PROSE, clean_text
from matcher.importers.formats import ImportFormat, read
from matcher.importers.mapped_table import read_mapped
from matcher.importers.row import Row
from matcher.services.upkeep.editing import EditingService

_SIGNS = "\u202e\u200b\u2066\ufeff\x07\u00ad"
_MARK = _SIGNS[:1].encode()
_SPOILED = {
    "city", "bio", "description", "display", "family", "first_name", "given", "last_name", "line",
    "license", "name", "phone", "text", "title", "value",
}  # fmt: skip
_TABLES = {"csv", "mapped", "nppes"}


def _spoil(value: Any, key: str = "") -> Any:
    """Put the signs behind each text of a document that somebody could have written."""
    if key in {"identifier", "coding"}:
        return value  # what they hold is compared, never shown
    if isinstance(value, dict):
        return {name: _spoil(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_spoil(inner, key) for inner in value]
    return value + _SIGNS if isinstance(value, str) and key in _SPOILED else value


def _spoil_table(seed: bytes) -> bytes:
    """Put them behind the cells below such headings."""
    head, *rows = csv.reader(io.StringIO(seed.decode()))
    is_spoiled = [any(word in name.lower() for word in _SPOILED) for name in head]
    spoiled = [
        [cell + _SIGNS if cell and one else cell for cell, one in zip(row, is_spoiled, strict=True)]
        for row in rows
    ]
    file = io.StringIO()
    csv.writer(file).writerows([head, *spoiled])
    return file.getvalue().encode()


def _files(name: str, folder: Path) -> Iterator[Path]:
    """Yield the spoiled forms of the good files for a reader."""
    if name == "fhir":  # whose files are of use together alone
        for file in (DATA / "fhir" / "plan_net_ri").glob("*.ndjson"):
            with file.open(encoding="utf-8") as lines, (folder / file.name).open("w") as spoiled:
                spoiled.writelines(f"{json.dumps(_spoil(json.loads(line)))}\n" for line in lines)
        yield folder
        return
    for number, seed in enumerate(seeds_of(name)):
        path = folder / f"{number}{SUFFIXES[name]}"
        if name in _TABLES:
            path.write_bytes(_spoil_table(seed))
        elif seed.startswith(b"<html>"):
            begin, end = seed.index(b"{"), seed.rindex(b"}") + 1
            inside = json.dumps(_spoil(json.loads(seed[begin:end])), ensure_ascii=False)
            path.write_bytes(seed[:begin] + inside.encode() + seed[end:])
        elif name == "spreadsheet":
            rows = seed[1:].decode()
            if seed[:1] != b"o":
                continue
            path = write_ods(path.with_suffix(".ods"), {"People": rows.replace("Ana", "A\u202ena")})
        else:
            text = json.dumps(_spoil(json.loads(seed)), ensure_ascii=False)
            path.write_text(text, encoding="utf-8")
        yield path


def _rows(name: str, path: Path) -> Iterator[Row]:
    if name == "mapped":
        return read_mapped(path, MAPPING, OPTIONS)
    return read(path, ImportFormat(name), OPTIONS)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


def _unclean(texts: Iterable[str]) -> list[str]:
    return [
        text
        for text in texts
        if clean_text(text, LONGEST_PROSE, lines=True) != text
        or any(unicodedata.category(sign) in {"Cc", "Cf"} and sign != "\n" for sign in text)
    ]


@pytest.mark.parametrize("name", [name for name in SUFFIXES if name != "answers"])
def test_reader_when_texts_hold_unseen_signs_then_none_comes_in(name: str, tmp_path: Path) -> None:
    spoiled: list[Path] = []
    kept: list[str] = []
    for path in _files(name, tmp_path):
        is_plain = path.is_file() and path.suffix != ".ods"
        spoiled += [] if is_plain and _MARK not in path.read_bytes() else [path]
        for statement in statements(read_on(_rows(name, path))[0]):
            kept += [statement.profile_id]
            kept += [text for value in statement.values.values() for text in _texts(value)]

    assert spoiled
    assert len(kept) >= 2
    assert _unclean(kept) == []


def test_form_when_staff_writes_unseen_signs_then_none_comes_in(tmp_path: Path) -> None:
    free = ("name", "pronouns", "title", "city", "bio", "boundaries_text", "phone", "website")
    with closing(kept_directory(tmp_path)) as directory:
        editing = EditingService(directory)
        cells = dict.fromkeys(free, f"Ana{_SIGNS} Vidal\n<b>")
        added = editing.add(cells, source=Source.CLINIC, day=date(2026, 3, 1))
        editing.publish(added.profile_id, date(2026, 3, 1))
        profile = directory.profile(added.profile_id)

    kept = {field: profile.text(field) for field in free}
    assert _unclean(kept.values()) == []
    assert kept["name"] == "Ana Vidal <b>"
    assert kept["bio"] == "Ana Vidal\n<b>"


def test_looking_when_a_text_was_not_cleaned_then_it_is_found() -> None:
    texts = [f"Ana{_SIGNS}", "Ana ", "Ana\x1b[31m", "Ana"]

    assert _unclean(texts) == texts[:3]
