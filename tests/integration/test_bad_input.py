"""Bad input to the real command: a sentence each, exit code 1, and the directory as it was."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.commands import ANSWERS, SAMPLE, Outcome, Rapport, call

_SAMPLE_ANSWERS = json.loads(ANSWERS.read_text(encoding="utf-8"))
_HEADER = "id,name,city,bio\n"


def _answers(**changes: object) -> bytes:
    return json.dumps(_SAMPLE_ANSWERS | changes).encode()


def _response(item: str, response: object) -> bytes:
    return _answers(responses={item: response})


ANSWERS_FILES = {
    "unknown key": (_answers(colour="red"), ["colour"]),
    "unknown item": (_response("shoe_size", {"value": 9}), ["shoe_size"]),
    "unknown code": (_response("formats", {"value": ["telepathy"]}), ["formats", "telepathy"]),
    "out of range": (_response("style_steer", {"value": 5}), ["style_steer", "5", "-2", "2"]),
    "never a must": (_response("issues", {"value": ["worry"], "importance": "must"}), ["issues"]),
    "other version": (_answers(format="rapport-answers/9"), ["rapport-answers/9"]),
    "2 MB": (b" " * 2_000_000 + _answers(), ["1,000,000"]),
    "not JSON": (b'{"format": ', ["line 1"]),
    "Latin-1": ('{"format": "ñ"}'.encode("latin-1"), ["UTF-8"]),
    "empty": (b"", ["line 1"]),
    "a list": (b"[]", ["curly brackets"]),
    "deep": (b"[" * 100_000, ["brackets"]),
    "no number": (_response("style_steer", {"value": float("nan")}), ["style_steer"]),
}

DIRECTORY_FILES = {
    "wrong header": (b"colour,shape\nred,round\n", ["colour"]),
    "NUL": (_HEADER.encode() + b"p-1,A\0na,,\n", ["line 2"]),
    "unclosed quote": (_HEADER.encode() + b'p-1,Ana,"Lindenau,\np-2,Ben,,\n', ["line 2"]),
    "cell of a million signs": (
        _HEADER.encode() + b"p-1,Ana,," + b"x" * 1_000_000 + b"\n",
        ["line 2"],
    ),
    "empty": (b"", ["empty"]),
    "list of clients": (b"name,date of birth,diagnosis\nAna,1990-01-01,F41\n", ["clients"]),
    "spreadsheet": (b"PK\x03\x04" + b"\0" * 100, ["damaged"]),
    "other JSON": (b'{"a": 1}', ["FHIR"]),
}

ODD_FILES = {
    "Latin-1": (_HEADER.encode() + "p-1,José,,\n".encode("latin-1"), "CSV UTF-8"),
    "semicolons": (b"id;name;city\np-1;Ana;Lindenau\n", "semicolon"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder with a directory that holds the sample."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "directory.sqlite"

    def write(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def call(self, *words: object) -> Outcome:
        """Call the program as a process."""
        return call(*words, RAPPORT_DATABASE=str(self.database))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> _Place:
    place = _Place(tmp_path_factory.mktemp("place"))
    assert place.call("import", SAMPLE).code == 0
    return place


@pytest.fixture
def rapport(
    place: _Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Rapport:
    """Give the program, called here: what it says of many files is to be seen soon."""
    monkeypatch.setenv("RAPPORT_DATABASE", str(place.database))
    return Rapport(capsys)


@pytest.fixture(autouse=True)
def _directory_unchanged(place: _Place) -> Iterator[None]:
    before = place.database.read_bytes()
    yield
    assert place.database.read_bytes() == before


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Give a folder in which nothing can be made, not even by root."""
    if os.geteuid() == 0:
        return Path("/proc")
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    return folder


def _assert_said(done: Outcome, parts: list[str]) -> None:
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    for line in done.err.splitlines():
        assert line.endswith((".", "?")), "a whole sentence"
    for part in parts:
        assert part in done.err


@pytest.mark.parametrize("kind", ANSWERS_FILES)
def test_answers_file_when_it_is_bad_then_a_sentence_says_what_and_where(
    place: _Place, rapport: Rapport, kind: str
) -> None:
    content, parts = ANSWERS_FILES[kind]

    _assert_said(rapport("match", place.write("answers.json", content), "--json"), parts)


@pytest.mark.parametrize("kind", DIRECTORY_FILES)
def test_directory_file_when_it_is_bad_then_a_sentence_says_what_and_where(
    place: _Place, rapport: Rapport, kind: str
) -> None:
    content, parts = DIRECTORY_FILES[kind]

    done = rapport("import", place.write("list.csv", content), "--json")

    assert done.code == 1
    assert done.document["added"] == done.document["rows"] == 0
    _assert_said(Outcome(done.code, "", done.err), ["list.csv", *parts])


@pytest.mark.parametrize("kind", ODD_FILES)
def test_directory_file_when_it_is_odd_then_it_is_read_and_that_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str
) -> None:
    content, part = ODD_FILES[kind]
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    done = Rapport(capsys)("import", path, "--json")

    assert (done.code, done.err, done.document["added"]) == (0, "", 1)
    assert [part in finding["message"] for finding in done.document["findings"]] == [True]


@pytest.mark.parametrize(
    "words",
    [("match", "none.json"), ("import", "none.csv"), ("match", "."), ("import", "/dev/null")],
    ids=["no answers file", "no directory file", "a folder of answers", "nothing in it"],
)
def test_file_when_it_is_not_there_then_it_is_named(place: _Place, words: tuple[str, str]) -> None:
    done = place.call(*words)

    assert done.code == 1
    assert "Traceback" not in done.err
    assert done.err.strip()


def test_directory_when_its_folder_is_missing_then_nothing_is_made(tmp_path: Path) -> None:
    database = tmp_path / "none" / "directory.sqlite"

    for words in (("match", ANSWERS), ("import", SAMPLE), ("directory", "list")):
        _assert_said(call("--database", database, *words), [str(tmp_path / "none")])

    assert not database.parent.exists()


def test_directory_when_it_is_no_database_then_it_is_not_touched(place: _Place) -> None:
    strange = place.write("strange.sqlite", b"something else" * 100)

    for words in (("match", ANSWERS), ("import", SAMPLE), ("directory", "validate")):
        _assert_said(call("--database", strange, *words), ["strange.sqlite"])

    assert strange.read_bytes() == b"something else" * 100


def test_folder_when_nothing_may_be_made_in_it_then_each_command_says_so(
    place: _Place, locked: Path
) -> None:
    sheets = locked / "sheets.pdf"

    _assert_said(call("--data-dir", locked / "new", "import", SAMPLE), [str(locked)])
    _assert_said(call("--database", locked / "new.sqlite", "import", SAMPLE), [str(locked)])
    _assert_said(place.call("match", ANSWERS, "--pdf", sheets), [str(locked)])
    _assert_said(
        place.call("checklist", ANSWERS, "--profile", "p-001", "--out", sheets), [str(locked)]
    )


def test_several_files_when_one_is_bad_then_the_good_ones_are_kept(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"")

    done = call("import", SAMPLE, bad, "--json")

    assert (done.code, done.document["profiles"]) == (1, 60)
    assert "bad.csv" in done.err
