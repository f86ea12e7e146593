"""``rapport export``."""

import json
from pathlib import Path

import pytest
from support.commands import Rapport, write_csv


@pytest.fixture
def with_two(rapport: Rapport, tmp_path: Path) -> Rapport:
    rows = ("p-1,Ana Vidal,yes,", "p-2,Ben Lark,no,no")
    path = write_csv(tmp_path, *rows, header="id,name,accepting,published")
    assert rapport("import", path).code == 0
    path.unlink()
    return rapport


@pytest.mark.parametrize("name", ["a.json", "a.csv"])
def test_export_when_read_again_then_everything_is_as_before(
    name: str, with_two: Rapport, tmp_path: Path
) -> None:
    outcome = with_two("export", tmp_path / name)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Saved: {tmp_path / name}\n2 profiles")
    report = with_two("import", tmp_path / name, "--json").document
    assert (report["added"], report["changed"], report["unchanged"]) == (0, 0, 2)
    assert report["findings"] == []


@pytest.mark.parametrize(("name", "words"), [("a.xlsx", ()), ("a.json", ("--format", "fhir"))])
def test_export_when_for_others_then_the_hidden_are_left_out_and_it_is_said(
    name: str, words: tuple[str, ...], with_two: Rapport, tmp_path: Path
) -> None:
    outcome = with_two("export", tmp_path / name, *words)

    assert outcome.code == 0
    assert "1 profile" in outcome.out
    assert "1 profile that clients do not see was left out." in outcome.out


def test_export_when_asked_for_json_then_it_tells_what_was_written(
    with_two: Rapport, tmp_path: Path
) -> None:
    document = with_two("export", tmp_path / "a.xlsx", "--all", "--json").document

    assert document == {
        "file": str(tmp_path / "a.xlsx"),
        "format": "xlsx",
        "profiles": 2,
        "left_out": 0,
    }


def test_export_when_in_another_language_then_it_speaks_it(
    with_two: Rapport, tmp_path: Path
) -> None:
    outcome = with_two("export", tmp_path / "a.xlsx", "--language", "es")

    assert "perfil" in outcome.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(("a.csv", "--format", "json"), 1, "something else", id="contradiction"),
        pytest.param(("a.txt",), 1, "--format", id="no format"),
        pytest.param(("a.fhir.json", "--all"), 2, "--all", id="hidden to others"),
        pytest.param(("a.csv", "--format", "pdf"), 2, "pdf", id="unknown format"),
        pytest.param(("no/a.csv",), 1, "folder", id="no folder"),
        pytest.param(("a.csv", "--language", "xx"), 2, "xx", id="unknown language"),
    ],
)
def test_export_when_it_cannot_be_then_it_is_said_why_and_nothing_is_written(
    words: tuple[str, ...], code: int, said: str, with_two: Rapport, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    name, *options = words

    outcome = with_two("export", tmp_path / name, *options)

    assert outcome.code == code
    assert said in outcome.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.xlsx", "a.fhir.json"])
def test_export_when_there_is_one_already_then_it_stays_until_replacing_is_asked_for(
    name: str, with_two: Rapport, tmp_path: Path
) -> None:
    path = tmp_path / name
    with_two("export", path)
    before = path.read_bytes()
    with_two("import", write_csv(tmp_path, "p-3,Cy Moss,yes"))

    refused = with_two("export", path)

    assert (refused.code, refused.out) == (1, "")
    assert f"{path} is there already" in refused.err
    assert "--replace" in refused.err
    assert path.read_bytes() == before
    assert with_two("export", path, "--replace").code == 0
    assert path.read_bytes() != before


def test_export_when_a_folder_is_named_twice_then_the_second_has_a_number(
    with_two: Rapport, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()

    for _ in range(2):
        assert with_two("export", folder, "--format", "csv").code == 0

    names = sorted(path.name for path in folder.iterdir())
    assert names == ["directory-2.csv", "directory.csv"]


def test_export_when_there_is_no_directory_then_it_is_said(
    rapport: Rapport, tmp_path: Path
) -> None:
    outcome = rapport("export", tmp_path / "a.json")

    assert outcome.code == 1
    assert "rapport import" in outcome.err
    assert not (tmp_path / "a.json").exists()


def test_export_when_changed_by_hand_then_the_change_comes_in(
    with_two: Rapport, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    with_two("export", path)
    path.write_text(path.read_text().replace("Ana Vidal", "Ana Vidal-Roe"))

    assert with_two("import", path, "--json").document["changed"] == 1
    document = with_two("directory", "show", "p-1", "--json").document
    assert document["facts"]["name"]["value"] == "Ana Vidal-Roe"
    assert json.loads(path.read_text())["format"] == "rapport-directory/1"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="another system has no such device")
@pytest.mark.parametrize("more", [(), ("--json",)], ids=["words", "json"])
def test_export_when_a_device_takes_it_then_no_words_are_among_the_data(
    more: tuple[str, ...], with_two: Rapport
) -> None:
    outcome = with_two("export", "/dev/null", "--format", "csv", *more)

    assert (outcome.code, outcome.out) == (0, "")
    assert "/dev/null" in outcome.err
