"""``rapport import`` with lists of a clinic's own."""

import json
from pathlib import Path

from support.commands import Rapport
from support.importing import write
from support.table_files import write_xlsx

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
    assert columns[2]["terms"] == {"Anxeity": "", "Wellness": ""}


def test_finding_when_in_a_list_of_ones_own_then_its_column_is_named_and_all_its_cells(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)

    out = rapport("import", path, "--mapping", target, "--dry-run").out

    assert "1 row in column “Specialties”: 2, for example: “Anxeity” is not on" in out
    assert "The same goes for “Wellness”." in out


def test_word_when_only_like_a_term_then_it_is_shown_and_nothing_until_accepted(
    rapport: Rapport, tmp_path: Path
) -> None:
    content = "Therapist,Specialties,Shoes\nAna,behavior problems; Anxiety; Wellness,41\n"
    path, target, again = write(tmp_path, content), tmp_path / "m.json", tmp_path / "again.json"

    shown = rapport("import", path, "--suggest-mapping", target).out
    findings = rapport("import", path, "--mapping", target, "--json", "--dry-run").document
    round_trip = rapport("import", path, "--suggest-mapping", again, "--mapping", target)

    assert "“behavior problems” → work_conflict (" in shown
    assert "2 of 3" in shown
    assert "until you write that code" in shown
    column = json.loads(target.read_text(encoding="utf-8"))["columns"][1]
    assert column["terms"] == {"behavior problems": "", "Anxiety": "worry", "Wellness": ""}
    (suggested,) = column["suggested"].items()
    assert suggested[0] == "behavior problems"
    assert suggested[1].startswith("work_conflict (")
    assert any("behavior problems" in each["message"] for each in findings["findings"])
    assert "“behavior problems” → work_conflict (" in round_trip.out
    assert json.loads(again.read_text(encoding="utf-8"))["columns"][1] == column

    accepted = target.read_text().replace('"behavior problems": ""', '"behavior problems": "sleep"')
    target.write_text(accepted)
    findings = rapport("import", path, "--mapping", target, "--json").document
    assert not any("behavior problems" in each["message"] for each in findings["findings"])


def test_column_when_its_name_is_only_like_one_we_know_then_it_stays_out_until_accepted(
    rapport: Rapport, tmp_path: Path
) -> None:
    path = write(tmp_path, "Therapist,Zip,Langauges spoken\nAna,97201,Spanish\n")
    target, again = tmp_path / "m.json", tmp_path / "again.json"

    shown = rapport("import", path, "--suggest-mapping", target).out
    tried = rapport("import", path, "--mapping", target, "--json", "--dry-run").document
    rapport("import", path, "--suggest-mapping", again, "--mapping", target)

    assert "“Langauges spoken” → languages" in shown
    assert 'until you write that in "field"' in shown
    assert any("Langauges spoken" in each["message"] for each in tried["findings"])
    document = json.loads(target.read_text(encoding="utf-8"))
    assert json.loads(again.read_text(encoding="utf-8")) == document
    column = document["columns"][2]
    assert (column["field"], column["open"]) == ("", True)
    assert column["suggested"]["Langauges spoken"].startswith("languages (")

    del column["open"]
    document["columns"][2] = column | {"field": "languages"}
    target.write_text(json.dumps(document), encoding="utf-8")
    taken = rapport("import", path, "--mapping", target, "--json").document
    assert not any("Langauges" in each["message"] for each in taken["findings"])
    exported = tmp_path / "out.csv"
    rapport("export", exported)
    assert ",es," in exported.read_text(encoding="utf-8").replace('"', "")


def test_column_when_left_out_by_hand_then_it_stays_decided_and_shows_no_likeness(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    document = json.loads(target.read_text())
    del document["columns"][3]["open"]
    target.write_text(json.dumps(document))

    done = rapport("import", path, "--suggest-mapping", tmp_path / "n.json", "--mapping", target)

    assert "Nobody has decided" not in done.out
    assert '"open"' not in (tmp_path / "n.json").read_text()
    assert not any("your mapping 0" in " ".join(line.split()) for line in done.out.splitlines())


def test_mapping_when_one_is_there_then_it_is_not_written_over(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    corrected = target.read_text().replace('"Anxeity": ""', '"Anxeity": "sleep"')
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


def test_file_when_it_is_no_table_then_no_mapping_is_suggested_for_it(
    rapport: Rapport, tmp_path: Path
) -> None:
    target = tmp_path / "mapping.json"

    done = rapport("import", write(tmp_path, "[]", "list.json"), "--suggest-mapping", target)

    assert (done.code, target.exists()) == (1, False)


def test_list_when_something_of_its_mapping_is_open_then_it_is_said_what_can_be_typed(
    rapport: Rapport, tmp_path: Path
) -> None:
    content = "Therapist,Zip Code,Specialties\nAna,97201,Shoes\n"
    path, target = write(tmp_path, content), tmp_path / "mapping.json"
    rapport("import", path, "--suggest-mapping", target)

    shown = rapport("import", path, "--mapping", target).out

    assert "add --country" in shown
    assert "Write in the mapping" in shown


def test_options_when_they_do_not_go_together_then_it_is_wrong_usage(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)

    assert rapport("import", path, path, "--suggest-mapping", target).code == 2
    for said in (("--country", "US"), ("--sheet", "Staff")):
        done = rapport("import", path, *said)
        assert done.code == 2
        assert "--suggest-mapping" in done.err


def test_mapping_when_just_suggested_then_undecided_columns_are_open_in_it_and_named(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = write(tmp_path, CONTENT), tmp_path / "mapping.json"

    shown = rapport("import", path, "--suggest-mapping", target).out

    assert "Nobody has decided this column, so it would be left out: “Shoes”" in shown
    assert '"open": true' in shown
    assert "register_number" in shown
    columns = json.loads(target.read_text(encoding="utf-8"))["columns"]
    assert [column.get("open", False) for column in columns] == [False, False, False, True]
    findings = rapport("import", path, "--mapping", target, "--json").document["findings"]
    assert any("Nobody has said yet" in each["message"] for each in findings)


def test_mapping_when_a_field_was_written_into_it_then_its_words_are_suggested(
    rapport: Rapport, tmp_path: Path
) -> None:
    path = write(tmp_path, "Therapist,Helped\nAna,Anxeity; Wellness\n")
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    rapport("import", path, "--suggest-mapping", first)
    document = json.loads(first.read_text(encoding="utf-8"))
    document["columns"][1]["field"] = "issues"
    first.write_text(json.dumps(document))

    done = rapport("import", path, "--suggest-mapping", second, "--mapping", first)

    assert done.code == 0
    assert "There is no text" not in done.out
    (_, column) = json.loads(second.read_text(encoding="utf-8"))["columns"]
    assert column["terms"] == {"Anxeity": "", "Wellness": ""}
    assert "open" not in column


def test_mapping_when_for_other_columns_then_nothing_is_suggested_by_it(
    rapport: Rapport, tmp_path: Path
) -> None:
    _, target = _suggested(rapport, tmp_path)
    other = write(tmp_path, "Who,Town\nAna,Salem\n", "other.csv")

    done = rapport("import", other, "--suggest-mapping", tmp_path / "n.json", "--mapping", target)

    assert (done.code, (tmp_path / "n.json").exists()) == (1, False)
    assert "other.csv" in done.err


def test_country_when_said_then_it_holds_for_the_list_and_is_kept(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    first = rapport("import", path, "--mapping", target, "--json").document
    assert any("no country" in finding["message"] for finding in first["findings"])

    said = rapport("import", path, "--country", "us", "--json").document
    again = rapport("import", path, "--json").document

    assert (said["changed"], again["unchanged"]) == (1, 1)
    assert any("work here: United States." in finding["message"] for finding in again["findings"])
    assert "United States" not in str(first["findings"])
    assert not any("no country" in finding["message"] for finding in again["findings"])


def test_country_when_it_is_likely_then_it_is_suggested_and_not_taken(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = write(tmp_path, CONTENT), tmp_path / "mapping.json"

    shown = rapport("import", path, "--suggest-mapping", target).out
    said = rapport("import", path, "--suggest-mapping", tmp_path / "n.json", "--country", "US").out

    assert "add --country US" in shown
    assert json.loads(target.read_text(encoding="utf-8"))["country"] == ""
    assert "--country" not in said
    assert json.loads((tmp_path / "n.json").read_text(encoding="utf-8"))["country"] == "US"


def test_sheet_when_said_then_it_is_the_one_read(rapport: Rapport, tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "list.xlsx",
        [("Therapist", "Town"), ("Ana", "Salem")],
        lambda book, _: book.add_worksheet("More").write_column(0, 0, ["Therapist", "Bo", "Cy"]),
    )
    target = tmp_path / "mapping.json"
    shown = rapport("import", path, "--suggest-mapping", target)
    assert "--sheet" in shown.out

    document = rapport("import", path, "--mapping", target, "--sheet", "More", "--json").document

    assert document["added"] == 2


def test_mapping_when_it_cannot_be_used_then_a_sentence_says_so(
    rapport: Rapport, tmp_path: Path
) -> None:
    done = rapport("import", write(tmp_path, CONTENT), "--mapping", write(tmp_path, "{}", "m.json"))

    assert done.code == 1
    assert "m.json" in done.err


def test_country_when_the_mapping_says_another_then_both_are_named_and_none_is_kept(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    document = json.loads(target.read_text())
    target.write_text(json.dumps(document | {"country": "us"}))

    by_file = rapport("import", path, "--mapping", target, "--country", "GB")
    drafted = rapport(
        "import", path, "--mapping", target, "--country", "gb",
        "--suggest-mapping", tmp_path / "new.json",
    )  # fmt: skip
    assert rapport("import", path, "--mapping", target, "--country", "us").code == 0
    by_kept = rapport("import", path, "--country", "GB")
    again = rapport("export", tmp_path / "out.csv")

    for refused, named in ((by_file, target), (drafted, target), (by_kept, path)):
        assert refused.code == 1
        assert "says GB" in refused.err
        assert "says US" in refused.err
        assert f"“{named.name}”" in refused.err
    assert again.code == 0
    assert '"US"' in (tmp_path / "out.csv").read_text()
    assert rapport("import", path, "--json").document["unchanged"] == 1


def test_mapping_when_suggested_then_its_codes_are_beside_it_and_the_command_can_be_pasted(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = write(tmp_path, CONTENT, "pam list.csv"), tmp_path / "my map.json"

    shown = rapport("import", path, "--suggest-mapping", target).out

    assert f"rapport import '{path}' --mapping '{target}'" in shown
    codes = tmp_path / "my map-codes.csv"
    assert str(codes) in shown
    assert "issues,worry," in codes.read_text(encoding="utf-8-sig")


def test_mapping_when_a_code_is_not_known_then_the_nearest_are_named(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    target.write_text(target.read_text().replace('"Anxeity": ""', '"Anxeity": "trauma"'))

    done = rapport("import", path, "--mapping", target)

    assert done.code == 1
    assert "medical_trauma" in done.err


def test_value_when_left_out_for_lack_of_a_day_then_it_is_called_as_in_the_list(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = write(tmp_path, "Therapist,Zip,Rate\nAna,97201,100\n"), tmp_path / "m.json"
    rapport("import", path, "--suggest-mapping", target)
    rapport("import", path, "--mapping", target, "--as-of", "2026-05-01")
    write(tmp_path, "Therapist,Zip,Rate\nAna,97201,250\n")

    out = rapport("import", path, "--mapping", target).out

    assert "“250” under “Rate”" in out
    assert "1 value in this file" in out


def test_mapping_when_one_is_kept_for_these_columns_then_it_is_what_is_suggested(
    rapport: Rapport, tmp_path: Path
) -> None:
    path, target = _suggested(rapport, tmp_path)
    decided = json.loads(target.read_text(encoding="utf-8"))
    decided["columns"][2]["terms"]["Wellness"] = "sleep"
    decided["columns"][3].pop("open", None)
    target.write_text(json.dumps(decided), encoding="utf-8")
    rapport("import", path, "--mapping", target)
    again = tmp_path / "again.json"

    done = rapport("import", path, "--suggest-mapping", again)

    assert done.out.startswith("You mapped these columns before.")
    columns = json.loads(again.read_text(encoding="utf-8"))["columns"]
    assert columns[2]["terms"] == {"Anxeity": "", "Wellness": "sleep"}
    assert "open" not in columns[3]
    told = rapport("import", path, "--suggest-mapping", tmp_path / "n.json", "--json").document
    assert told["kept"] is True
    other = write(tmp_path, "Who,Zip\nAna,97201\n", "other.csv")
    done = rapport("import", other, "--suggest-mapping", tmp_path / "o.json")
    assert "before" not in done.out.splitlines()[0]
