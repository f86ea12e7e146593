"""``rapport import`` with lists of a clinic's own."""

import json
from pathlib import Path

from support.commands import Rapport
from support.importing import write

CONTENT = "Therapist,Zip,Specialties,Shoes\nAna,97201,Anxeity; Wellness,41\n"


def _suggested(rapport: Rapport, folder: Path) -> tuple[Path, Path]:
    path, target = write(folder, CONTENT), folder / "mapping.json"
    assert rapport("import", path, "--suggest-mapping", target).code == 0
    return path, target


def test_mapping_when_suggested_then_a_table_is_shown_and_the_file_saved(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = write(tmp_path, CONTENT), tmp_path / "mapping.json"

    done = rapport("import", path, "--suggest-mapping", target)

    assert (done.code, done.err) == (0, "")
    lines = [line.split() for line in done.out.splitlines()]
    assert lines[1][:2] == ["Therapist", "name"]
    assert "Wellness" in done.out
    assert str(target) in done.out
    columns = json.loads(target.read_text(encoding="utf-8"))["columns"]
    assert columns[2]["terms"] == {"Anxeity": "worry", "Wellness": ""}


def test_mapping_when_one_is_there_then_it_is_not_written_over(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    corrected = target.read_text().replace("worry", "sleep")
    target.write_text(corrected)

    done = rapport("import", path, "--suggest-mapping", target)

    assert done.code == 1
    assert str(target) in done.err
    assert target.read_text() == corrected


def test_mapping_when_suggested_as_json_then_scores_and_fragments_are_there(
    rapport: Rapport, tmp_path: Path
) -> None:
    path = write(tmp_path, CONTENT)

    document = rapport("import", path, "--suggest-mapping", tmp_path / "m.json", "--json").document

    assert document["format"] == "rapport-mapping-draft/1"
    term = document["columns"][2]["terms"][0]
    assert (term["token"], term["how"], term["fragments"]) == ("worry", "similar", [[0, 7]])


def test_list_when_imported_by_a_mapping_then_the_next_needs_none(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)

    first = rapport("import", path, "--mapping", target, "--json").document
    again = rapport("import", path, "--json").document

    assert (first["added"], again["unchanged"]) == (1, 1)
    assert any("Wellness" in finding["message"] for finding in first["findings"])
    assert again["findings"][0]["severity"] == "note"
    assert "known" in again["findings"][0]["message"]


def test_list_when_only_tried_then_no_mapping_is_kept(rapport: Rapport, tmp_path: Path) -> None:
    path, target = _suggested(rapport, tmp_path)

    rapport("import", path, "--mapping", target, "--dry-run")

    assert rapport("import", path, "--json").document["added"] == 0


def test_list_when_read_by_a_kept_mapping_then_columns_open_in_it_stay_out_and_are_named(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    document = json.loads(target.read_text())
    document["columns"][3] |= {"field": "", "open": True}
    target.write_text(json.dumps(document))
    rapport("import", path, "--mapping", target)

    findings = rapport("import", path, "--json").document["findings"]

    said = [each["message"] for each in findings if "Nobody has said" in each["message"]]
    assert len(said) == 1
    assert "“Shoes”" in said[0]


def test_options_when_they_do_not_go_together_then_it_is_wrong_usage(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)

    assert rapport("import", path, "--mapping", target, "--suggest-mapping", target).code == 2
    assert rapport("import", path, path, "--suggest-mapping", target).code == 2


def test_mapping_when_it_cannot_be_used_then_a_sentence_says_so(
    rapport: Rapport, tmp_path: Path
) -> None:
    done = rapport("import", write(tmp_path, CONTENT), "--mapping", write(tmp_path, "{}", "m.json"))

    assert done.code == 1
    assert "m.json" in done.err
