"""``rapport directory``: list, show, validate."""

from pathlib import Path

import pytest
from support.commands import Rapport, write_csv

KEYS = ["id", "name", "city", "accepting", "accepting_on", "confirmed_on"]
HEADER = "id,name,city,accepting,confirmed_on,published"


@pytest.fixture
def with_three(rapport: Rapport, tmp_path: Path) -> Rapport:
    rows = (
        "p-1,Ana Vidal,Lindenau,yes,2026-10-01,",
        "p-2,Núñez 木,,waitlist,,",
        "p-30,Ben,,,,no",
    )
    assert rapport("import", write_csv(tmp_path, *rows, header=HEADER)).code == 0
    return rapport


def test_list_when_asked_for_json_then_each_profile_has_exactly_its_keys(
    with_three: Rapport,
) -> None:
    document = with_three("directory", "list", "--json").document

    assert [*document] == ["profiles"]
    assert all([*profile] == KEYS for profile in document["profiles"])
    assert [[*profile.values()] for profile in document["profiles"][:2]] == [
        ["p-1", "Ana Vidal", "Lindenau", "yes", "2026-10-01", "2026-10-01"],
        ["p-2", "Núñez 木", None, "waitlist", None, None],
    ]


def test_list_when_printed_then_columns_stand_in_line(with_three: Rapport) -> None:
    lines = with_three("directory", "list").out.splitlines()

    assert lines == [
        "ID    Name                 Town      Taking new people        Said on     Newest word",
        "p-1   Ana Vidal            Lindenau  Yes                      2026-10-01  2026-10-01",
        "p-2   Núñez 木                       There is a waiting list",
        "p-30  Ben (not published)",
        "",
        "3 people in the directory.",
    ]


def test_list_when_something_else_is_newer_then_openings_keep_their_own_day(
    with_three: Rapport,
) -> None:
    assert with_three("directory", "confirm", "p-1", "city").code == 0
    (first, *_) = with_three("directory", "list", "--json").document["profiles"]

    assert first["accepting_on"] == "2026-10-01"
    assert first["confirmed_on"] > "2026-10-01"


def test_show_when_asked_for_json_then_it_is_the_profile_with_sources(with_three: Rapport) -> None:
    document = with_three("directory", "show", "p-1", "--json").document

    assert [*document] == ["id", "published", "facts", "superseded"]
    assert document["facts"]["accepting"] == {
        "value": "yes",
        "source": "clinic",
        "confirmed_on": "2026-10-01",
    }


def test_show_when_printed_then_facts_stand_under_their_source(with_three: Rapport) -> None:
    assert with_three("directory", "show", "p-1").out.splitlines() == [
        "Ana Vidal (p-1)",
        "",
        "Said by the clinic, October 1, 2026:",
        "  Name: Ana Vidal",
        "  Taking new people: Yes",
        "  Town: Lindenau",
    ]


@pytest.mark.parametrize("asked", [("directory", "show"), ("practitioner",)])
def test_profile_when_it_went_into_another_then_it_says_into_which(
    with_three: Rapport, asked: tuple[str, ...]
) -> None:
    assert with_three("directory", "merge", "p-2", "p-1").code == 0
    assert with_three("directory", "merge", "p-30", "p-2").code == 0
    done = with_three(*asked, "p-1")

    assert (done.code, done.out) == (1, "")
    assert done.err.strip() == "p-1 is part of p-30 now. Ask for p-30."


def test_show_when_there_is_no_such_profile_then_near_ids_are_named(with_three: Rapport) -> None:
    done = with_three("directory", "show", "p-3")

    assert (done.code, done.out) == (1, "")
    assert "p-3" in done.err
    assert "Close to it: p-30" in done.err


def test_show_when_nothing_is_near_then_only_the_sentence_is_said(with_three: Rapport) -> None:
    done = with_three("directory", "show", "zzzzz")

    assert done.code == 1
    assert len(done.err.splitlines()) == 1


def test_validate_when_there_are_findings_then_each_names_its_profile_and_it_ends_with_0(
    with_three: Rapport,
) -> None:
    done = with_three("directory", "validate")

    assert (done.code, done.err) == (0, "")
    assert "p-2, contact_by: No way to get in touch" in done.out
    assert done.out.splitlines()[-1].endswith("things to look at.")


def test_validate_when_asked_for_json_then_findings_have_their_keys(with_three: Rapport) -> None:
    findings = with_three("directory", "validate", "--json").document["findings"]

    assert {"p-1", "p-2", "p-30"} == {finding["profile"] for finding in findings}
    assert all([*finding] == ["profile", "field", "severity", "message"] for finding in findings)


@pytest.mark.parametrize("words", [("list",), ("show", "p-1"), ("validate",)], ids=" ".join)
def test_directory_when_there_is_none_then_it_says_what_to_do(
    rapport: Rapport, words: tuple[str, ...]
) -> None:
    done = rapport("directory", *words, "--json")

    assert (done.code, done.out) == (1, "")
    assert "rapport import FILE" in done.err
