"""The page of worked examples against the program, to the last digit.

Every number is read from the page, so the page and the program cannot drift apart.
"""

import re
from fractions import Fraction
from typing import Any

import pytest
from support.worked_examples import FOLDER, PAGE, Example, code, codes, exact, examples, number

from matcher.preferences.elicitation import elicit
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.criteria import load_criteria
from matcher.scoring.weights import exact_weights

_EXAMPLES = [pytest.param(example, id=example.title.partition(".")[0]) for example in examples()]
_every_example = pytest.mark.parametrize("example", _EXAMPLES)
_GROUPS = ("hidden", "not_accepting", "other", "near_miss", "to_check", "meets_all")


def _results(example: Example) -> dict[str, Any]:
    return {result["profile"]: result for result in example.document["results"]}


def test_page_when_read_then_six_clients_are_worked() -> None:
    assert [example.title[0] for example in examples()] == [*"ABCDEF"]
    assert all(example.has("Profile", "Score", "Rank") for example in examples())
    assert sum(len(example.values) for example in examples()) == 10


def test_files_when_looked_through_then_the_page_uses_each_and_the_people_are_invented() -> None:
    used = {name for example in examples() for name in (example.answers, example.directory)}

    assert used == {path.name for path in FOLDER.iterdir()} - {"README.md"}
    for row in (row for example in examples() for row in example.cells):
        assert "(invented)" in row["name"]
        assert re.fullmatch(r"555-01\d\d", row["phone"])
        assert row.get("email", "").endswith(("", "@example.org"))
    assert "invented" in PAGE.read_text(encoding="utf-8").splitlines()[2]


@_every_example
def test_weights_when_worked_on_paper_then_each_step_follows_from_the_one_before(
    example: Example,
) -> None:
    rows = example.rows("Wish", "Exact weight")
    groups = {code(row["Group"]): number(row["G"]) for row in example.rows("Group", "Points", "G")}
    in_group = {
        group: sum(number(row["s × m × k"]) for row in rows if code(row["Group"]) == group)
        for group in groups
    }

    for row in rows:
        group = code(row["Group"])
        part = number(row["s"]) * number(row["m"]) * number(row["k"])
        share = groups[group] / sum(groups.values())
        assert number(row["s × m × k"]) == part
        assert number(row["Exact weight"]) == 10_000 * share * part / in_group[group]
        assert number(row["Whole part"]) + number(row["Remainder"]) == number(row["Exact weight"])
        assert 0 <= number(row["Remainder"]) < 1
    if rows:
        assert sum(number(row["Weight"]) for row in rows) == 10_000


@_every_example
def test_points_when_worked_on_paper_then_each_step_follows_from_the_one_before(
    example: Example,
) -> None:
    results = {code(row["Profile"]): row for row in example.rows("Profile", "Score")}

    for profile_id, rows in example.values.items():
        result = results[profile_id]
        open_ = Fraction(0)
        for row in rows:
            weight, known, could = (number(row[name]) for name in ("Weight", "Known", "Could be"))
            assert number(row["Points"]) == weight * known / 100_000
            assert number(row["Could add"]) == weight * (could - known) / 100_000
            open_ += weight * (could - known)
        points = sum(number(row["Points"]) for row in rows)
        assert number(result["Score"]) == points
        assert number(result["High"]) == points + sum(number(row["Could add"]) for row in rows)
        assert number(result["Known share"]) == (10_000_000 - open_) / 10_000_000
        fits = sum(number(row["Known"]) >= 750 for row in rows)
        assert result["Fits"] == f"{fits} of {len(rows)}"


@_every_example
def test_weights_when_the_program_works_then_they_are_those_of_the_page(example: Example) -> None:
    written = {code(row["Wish"]): row for row in example.rows("Wish", "Exact weight")}
    answers = read_answers(FOLDER / example.answers)
    assert answers.today is not None
    preferences = elicit(answers, load_questionnaire(), answers.today)
    found = exact_weights(preferences, load_criteria())

    if written:
        in_all = sum(found.values())
        assert {name: weight * 10_000 / in_all for name, weight in found.items()} == {
            name: number(row["Exact weight"]) for name, row in written.items()
        }
        # Heaviest first; the page lists them as they are asked, which decides equal ones.
        heaviest = sorted(written, key=lambda name: -number(written[name]["Weight"]))
        assert example.document["criteria"] == [
            {
                "id": name,
                "group": code(written[name]["Group"]),
                "weight": int(written[name]["Weight"]),
            }
            for name in heaviest
        ]


@_every_example
def test_values_when_the_program_works_then_they_are_those_of_the_page(example: Example) -> None:
    found = _results(example)

    for profile_id, rows in example.values.items():
        parts = {part["criterion"]: part for part in found[profile_id]["contributions"]}
        assert {*parts} == {code(row["Wish"]) for row in rows}
        for row in rows:
            part = parts[code(row["Wish"])]
            stated = None if row["Stated"] == "nothing" else code(row["Stated"])
            assert (part["criterion"], part["offered"]) == (code(row["Wish"]), stated)
            assert (part["value"], part["value_high"]) == (int(row["Known"]), int(row["Could be"]))
            assert part["weight"] == int(row["Weight"])
            assert exact(part["points"]) == number(row["Points"])
            assert exact(part["could_add"]) == number(row["Could add"])


@_every_example
def test_result_when_the_program_works_then_it_is_that_of_the_page(example: Example) -> None:
    written = example.rows("Profile", "Score")
    found = example.document["results"]

    assert [result["profile"] for result in found] == [code(row["Profile"]) for row in written]
    for row, result in zip(written, found, strict=True):
        assert (result["group"], result["rank"]) == (code(row["Group"]), int(row["Rank"]))
        assert result["level_with"] == codes(row["Level with"])
        assert f"{result['fits']} of {result['asked']}" == row["Fits"]
        for key, column in (("score", "Score"), ("high", "High"), ("known", "Known share")):
            if row[column] == "none":
                assert result[key] is None
            else:
                assert exact(result[key]) == number(row[column]), f"{result['profile']}: {key}"


@_every_example
def test_groups_when_the_program_works_then_they_add_up_as_on_the_page(example: Example) -> None:
    counted = example.document["groups"]

    assert sum(counted.values()) == len(example.cells) == example.document["directory"]["profiles"]
    for row in example.rows("`hidden`", "`meets_all`"):
        assert counted == {group: int(row[f"`{group}`"]) for group in _GROUPS}
    listed = [code(row["Group"]) for row in example.rows("Profile", "Score")]
    assert {group: count for group, count in counted.items() if count and group != "hidden"} == {
        group: listed.count(group) for group in listed
    }


@_every_example
def test_needs_when_the_program_works_then_they_are_those_of_the_page(example: Example) -> None:
    found = _results(example)

    for row in example.rows("Profile", "`accepting`"):
        written = {
            code(column): cell.replace(" ", "_")
            for column, cell in row.items()
            if column != "Profile" and cell
        }
        needs = found[code(row["Profile"])]["requirements"]
        shown = {need["item"]: need["status"] for need in needs}
        # Silence on the register is no requirement; where the page is silent so is the program.
        assert shown == written


@_every_example
def test_relaxations_when_the_program_works_then_they_are_those_of_the_page(
    example: Example,
) -> None:
    written = [
        {
            "drop": codes(row["Let go"]),
            "adds": int(row["Brings"]),
            "to": {code(row["Let go"]): number(row["New limit"])} if row["New limit"] else {},
        }
        for row in example.rows("Let go", "Brings")
    ]
    found = [
        {**one, "to": {item: exact(amount) for item, amount in one["to"].items()}}
        for one in example.document["relaxations"]
    ]

    assert found == written


def test_facts_when_a_day_older_than_the_limit_then_the_same_people_count_otherwise() -> None:
    """The two examples differ in nothing but the day."""
    last_day, day_after = examples()[4:]
    assert last_day.directory == day_after.directory
    texts = [(FOLDER / example.answers).read_text("utf-8") for example in (last_day, day_after)]
    assert texts[0].replace("2026-11-21", "2026-11-22") == texts[1]

    before, after = _results(last_day), _results(day_after)

    assert (before["w-501"]["group"], after["w-501"]["group"]) == ("meets_all", "to_check")
    assert before["w-502"]["contributions"] == after["w-502"]["contributions"]
