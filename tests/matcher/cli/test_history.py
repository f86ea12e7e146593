"""``rapport directory``: history, acts, undo."""

from pathlib import Path

import pytest
from support.commands import Rapport, write_csv

_HEADER = "id,name,accepting,city,confirmed_on,published"


@pytest.fixture
def filled(rapport: Rapport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rapport:
    monkeypatch.setenv("LOGNAME", "rosa")
    for row in ("p-1,Ana,yes,Aue,2026-01-01,", "p-1,Ana,,Ems,2026-02-01,no"):
        assert rapport("import", write_csv(tmp_path, row, header=_HEADER)).code == 0
    assert rapport("import", write_csv(tmp_path, "p-2,Ana,yes")).code == 0
    assert rapport("directory", "merge", "p-1", "p-2").code == 0
    return rapport


def test_history_when_printed_then_each_change_is_in_words(filled: Rapport) -> None:
    lines = filled("directory", "history", "p-1").out.splitlines()

    assert lines[-1] == "3 changes so far."
    assert "  The profile: Clients see it → Clients do not see it" in lines
    assert "  The profile: Not in the directory → Clients see it" in lines
    assert "  p-2: The profile: Clients see it → Part of p-1" in lines
    assert (
        "  Town: Aue (Said by the clinic, January 1, 2026)"
        " → Ems (Said by the clinic, February 1, 2026)"
    ) in lines
    assert not any("Taken back (" in line for line in lines)
    assert (
        "  The profile: Clients see it → Part of p-1" in filled("directory", "history", "p-2").out
    )


def test_acts_when_they_concerned_one_or_two_people_then_they_are_named(filled: Rapport) -> None:
    lines = filled("directory", "acts").out.splitlines()
    document = filled("directory", "acts", "--json").document

    assert lines[0].endswith("Two made one: Ana")
    assert lines[1].endswith("Brought in from “list.csv”: Ana")
    assert document["acts"][0]["people"] == {"p-1": "Ana", "p-2": "Ana"}


def test_acts_when_a_name_has_a_mark_then_it_stands_with_the_letter_without(
    rapport: Rapport, tmp_path: Path
) -> None:
    assert rapport("import", write_csv(tmp_path, "p-1,Zora,yes", "p-2,Émile,yes")).code == 0

    (line,) = rapport("directory", "acts").out.splitlines()[:1]

    assert line.endswith("Brought in from “list.csv”: Émile and Zora")


def test_history_when_two_are_said_to_be_two_people_then_it_says_so_of_both(
    rapport: Rapport, tmp_path: Path
) -> None:
    assert rapport("import", write_csv(tmp_path, "p-1,Ana,yes", "p-2,Ana,yes")).code == 0
    assert rapport("directory", "apart", "p-1", "p-2").code == 0

    for id_, other in (("p-1", "p-2"), ("p-2", "p-1")):
        said = f"  The profile: May be the same person as {other} → Another person than {other}\n"
        assert said in rapport("directory", "history", id_).out


def test_history_when_asked_for_json_then_before_and_after_stand_there(filled: Rapport) -> None:
    document = filled("directory", "history", "p-1", "--json").document
    act = document["acts"][1]

    assert document["id"] == "p-1"
    assert (act["act"], act["what"], act["detail"], act["who"]) == (2, "import", "list.csv", "rosa")
    assert act["changed"][0] == {
        "profile": "p-1",
        "field": None,
        "source": None,
        "before": {"value": "published", "day": None},
        "after": {"value": "hidden", "day": "2026-02-01"},
    }


def test_acts_when_printed_then_a_line_each_the_newest_first(filled: Rapport) -> None:
    lines = filled("directory", "acts").out.splitlines()

    assert [line[0] for line in lines[:4]] == ["4", "3", "2", "1"]
    assert lines[0].endswith("Two made one: Ana")
    assert lines[3].endswith("Brought in from “list.csv”: Ana")
    assert filled("directory", "acts", "--json").document["acts"][0]["undone_by"] is None


def test_undo_when_done_then_the_directory_is_as_before_and_the_list_says_so(
    filled: Rapport,
) -> None:
    done = filled("directory", "undo", 4)

    assert done.out.startswith("4 was taken back: ")
    assert "To do it again: rapport directory undo 5." in done.out
    assert len(filled("directory", "list", "--json").document["profiles"]) == 2
    assert filled("directory", "acts").out.splitlines()[1].endswith("(taken back by 5)")
    assert filled("directory", "undo", 4).code == 1


def test_undo_when_something_was_changed_since_then_it_is_named(filled: Rapport) -> None:
    filled("directory", "confirm", "p-1", "city")
    done = filled("directory", "undo", 2)

    assert "2 changes stay, since they were changed again later:" in done.out
    assert "  p-1: Town" in done.out


@pytest.mark.parametrize(
    ("act", "why"), [("0", "x>=1"), ("x", "is not a valid whole number"), ("-1", "-1")]
)
def test_undo_when_it_is_no_number_of_an_act_then_it_is_wrong_usage(
    rapport: Rapport, act: str, why: str
) -> None:
    done = rapport("directory", "undo", act)

    assert done.code == 2
    assert why in done.err


def test_acts_when_done_on_the_command_line_then_each_has_the_name_of_who_was_logged_in(
    filled: Rapport, tmp_path: Path
) -> None:
    for words in (
        ("directory", "undo", 4),
        ("directory", "confirm", "p-1", "city"),
        ("directory", "apart", "p-1", "p-2"),
        ("backup", tmp_path / "copy.sqlite"),
        ("restore", tmp_path / "copy.sqlite"),
    ):
        assert filled(*words).code == 0
    acts = filled("directory", "acts", "--json").document["acts"]

    told = [(act["what"], act["who"]) for act in acts]
    kinds = ["restore", "apart", "confirm", "undo", "merge", "import", "import", "import"]
    assert told == [(kind, "rosa") for kind in kinds]
    lines = filled("directory", "acts").out.splitlines()
    assert all("  rosa  " in line for line in lines[: len(kinds)])


@pytest.mark.parametrize("act", [2**63 - 1, 2**63, 10**30], ids=["last", "beyond", "far beyond"])
def test_undo_when_the_number_is_beyond_any_act_then_it_says_there_is_none(
    filled: Rapport, act: int
) -> None:
    done = filled("directory", "undo", str(act))

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no entry")
