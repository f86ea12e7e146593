"""``rapport directory``: stale, today, confirm, duplicates, merge."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.commands import Rapport, write_csv

_TODAY = date.today()
_OLD, _AGEING = (_TODAY - timedelta(days=days) for days in (400, 100))
_HEADER = "id,name,city,accepting,fee_min,confirmed_on"


@pytest.fixture
def filled(rapport: Rapport, tmp_path: Path) -> Rapport:
    rows = (
        f"p-1,Ana Vidal,Aue,yes,90,{_OLD}",
        f"p-2,Ben Lark,Aue,yes,,{_AGEING}",
        f"p-3,Vidal Ana,Aue,,,{_TODAY}",
        "p-4,Cy,Ems,yes,,",
    )
    assert rapport("import", write_csv(tmp_path, *rows, header=_HEADER)).code == 0
    return rapport


def test_stale_when_printed_then_whose_facts_are_old_and_since_when(filled: Rapport) -> None:
    lines = filled("directory", "stale").out.splitlines()

    assert lines[0] == "Ana Vidal (p-1)"
    assert lines[1].startswith("  Taking new people (accepting): old, last confirmed on ")
    assert lines[-1] == "1 person has facts that no longer count."
    assert len(lines) == 5


def test_stale_when_asked_for_json_then_the_facts_are_listed(filled: Rapport) -> None:
    document = filled("directory", "stale", "--json").document

    assert document["today"] == _TODAY.isoformat()
    (profile,) = document["profiles"]
    assert (profile["id"], profile["name"]) == ("p-1", "Ana Vidal")
    assert profile["facts"][0] == {
        "field": "accepting",
        "age": "old",
        "source": "clinic",
        "confirmed_on": _OLD.isoformat(),
    }


def test_today_when_printed_then_whom_to_ask_with_the_undated_last(filled: Rapport) -> None:
    done = filled("directory", "today")

    assert "  Taking new people (accepting): nobody noted a date" in done.out
    assert done.out.splitlines()[-1] == "3 people to ask today."
    profiles = filled("directory", "today", "--json").document["profiles"]
    assert [profile["id"] for profile in profiles] == ["p-1", "p-2", "p-4"]


def test_confirm_when_said_then_the_facts_are_of_that_day(filled: Rapport) -> None:
    done = filled("directory", "confirm", "p-1", "accepting", "--source", "therapist")
    facts = filled("directory", "show", "p-1", "--json").document["facts"]

    assert done.code == 0
    assert "Taking new people" in done.out
    assert facts["accepting"]["source"] == "therapist"
    assert facts["accepting"]["confirmed_on"] == _TODAY.isoformat()
    assert facts["fee_min"]["confirmed_on"] == _OLD.isoformat()

    earlier = _TODAY - timedelta(days=1)
    again = filled("directory", "confirm", "p-1", "--source", "therapist", "--on", earlier)
    assert (again.code, again.out) == (1, "")
    assert filled("directory", "confirm", "p-1", "fee_min", "--on", _AGEING).code == 0
    assert filled("directory", "stale").out == "0 people have facts that no longer count.\n"


@pytest.mark.parametrize(
    "day", ["soon", str(_TODAY + timedelta(days=1)), "20261121T"], ids=["no date", "to come", "odd"]
)
def test_confirm_when_the_day_is_none_then_it_is_wrong_usage(filled: Rapport, day: str) -> None:
    assert filled("directory", "confirm", "p-1", "--on", day).code == 2


def test_duplicates_when_found_then_printed_with_why_and_merged(filled: Rapport) -> None:
    found = filled("directory", "duplicates")
    assert found.out.splitlines()[0] == (
        "Ana Vidal (p-1) and Vidal Ana (p-3): the same name and place"
    )
    assert filled("directory", "duplicates", "--json").document == {
        "pairs": [
            {
                "profiles": ["p-1", "p-3"],
                "names": ["Ana Vidal", "Vidal Ana"],
                "published": [True, True],
                "reasons": ["name_place"],
            }
        ]
    }
    merged = filled("directory", "merge", "p-1", "p-3")
    assert merged.out.splitlines() == [
        "p-3 is part of p-1 now. To take it back: rapport directory undo 2.",
        "This goes. Only the history keeps it. Name: Ana Vidal.",
    ]
    assert filled("directory", "show", "p-3").code == 1
    assert filled("directory", "merge", "p-1", "p-1").code == 1


def test_duplicates_when_one_of_them_is_hidden_then_that_one_is_named_so(
    rapport: Rapport, tmp_path: Path
) -> None:
    rows = ("p-1,Ana Vidal,Aue,yes", "p-2,Vidal Ana,Aue,no")
    rapport("import", write_csv(tmp_path, *rows, header="id,name,city,published"))

    assert rapport("directory", "duplicates").out.splitlines()[0] == (
        "Ana Vidal (p-1) and Vidal Ana (p-2) (not published): the same name and place"
    )
    (pair,) = rapport("directory", "duplicates", "--json").document["pairs"]
    assert pair["published"] == [True, False]


def test_apart_when_said_then_the_pair_is_gone_and_the_trail_tells_it(filled: Rapport) -> None:
    done = filled("directory", "apart", "p-1", "p-3")
    assert done.out == (
        "p-1 and p-3 are two people from now on. To take it back: rapport directory undo 2.\n"
    )
    assert filled("directory", "duplicates", "--json").document == {"pairs": []}
    assert "Said to be two people" in filled("directory", "acts").out
    assert "→ Another person than p-1\n" in filled("directory", "history", "p-3").out
    assert filled("directory", "apart", "p-3", "p-1").code == 1

    assert filled("directory", "undo", "2").code == 0
    assert "→ May be the same person as p-3\n" in filled("directory", "history", "p-1").out
    assert len(filled("directory", "duplicates", "--json").document["pairs"]) == 1


def test_duplicates_when_there_are_none_then_it_says_so_alone(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"))

    found = rapport("directory", "duplicates")

    assert found.out == "Nobody seems to be in the directory twice.\n"
