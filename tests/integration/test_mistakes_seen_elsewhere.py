"""Mistakes seen in other matching services: each has a test that would show it here.

Those that could only come in through a field, a table or a module are in `test_mistakes_kept_out`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from support.builders import make_profile
from support.commands import ANSWERS
from support.directories import TODAY, MemoryDirectory, make_answers
from support.import_graph import all_imports
from support.sample import sample_people

from matcher.directory.field import FIELDS, STYLE_AXES
from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, ResponseSet, State, WeightWishes
from matcher.scoring.criteria import load_criteria
from matcher.services.matching.match import match
from matcher.services.matching.result_document import result_document

_SAMPLE_ANSWERS = read_answers(ANSWERS)
_MUST = Importance.MUST


def _document(
    people: Iterable[Profile], answers: ResponseSet | None = None, seed: int = 7, **values: object
) -> dict[str, Any]:
    return result_document(
        match(MemoryDirectory(people), answers or make_answers(**values), seed=seed)
    )


def _results(
    people: Iterable[Profile], answers: ResponseSet | None = None, seed: int = 7, **values: object
) -> dict[str, dict[str, Any]]:
    return {one["profile"]: one for one in _document(people, answers, seed, **values)["results"]}


@pytest.mark.parametrize("double", [(), ("style",), ("style", "scheduling")])
@pytest.mark.parametrize("preset", ["balanced", "equal", "relationship_first"])
def test_score_when_one_is_better_on_everything_then_no_boost_or_limit_makes_two_the_same(
    preset: str, double: tuple[str, ...]
) -> None:
    asked: dict[str, Any] = dict.fromkeys(STYLE_AXES, 2)
    answers = replace(
        make_answers(**asked, session_length=("50",)), weights=WeightWishes(preset, double)
    )
    ladder = [
        make_profile(
            f"p-{steps:02}",
            accepting="yes",
            session_lengths="50",
            **{axis: "2" if number < steps else "1" for number, axis in enumerate(STYLE_AXES)},
        )
        for steps in range(len(STYLE_AXES) + 1)
    ]

    scores = [result["score"] for _, result in sorted(_results(ladder, answers).items())]

    assert all(lower < higher for lower, higher in pairwise(scores))
    assert scores[-1] == 100
    assert scores[-2] < 100


def test_must_have_when_not_met_then_no_score_brings_a_profile_among_those_who_meet_it() -> None:
    payers = {"payers": Response(("medicaid",), importance=_MUST)}
    answers = make_answers(payers, style_steer=2, languages=("es",))
    fits = {"accepting": "yes", "style_steer": "2", "languages": "es:native"}
    people = [
        make_profile("p-no", payers="medicare", **fits),
        make_profile("p-silent", **fits),
        make_profile("p-yes", accepting="yes", payers="medicaid", style_steer="-2", languages="en"),
    ]
    answers = replace(
        answers,
        responses={
            **answers.responses,
            "languages": Response(("es",), importance=Importance.MATTERS),
        },
    )

    document = _document(people, answers)

    assert [(one["profile"], one["group"], one["score"]) for one in document["results"]] == [
        ("p-yes", "meets_all", 0),
        ("p-silent", "to_check", 100),
        ("p-no", "near_miss", 100),
    ]
    assert {"item": "payers", "status": "not_met"} in document["results"][2]["requirements"]


@pytest.mark.parametrize(
    "place",
    [
        Place(latitude=45.5, longitude=-122.6, max_km=Decimal(5)),
        Place(postcode="97201", country="US", max_km=Decimal(5)),
        Place(postcode="00000", country="US", max_km=Decimal(5)),
        Place(area="Old Mill", max_km=Decimal(5)),
    ],
    ids=["coordinates", "postcode", "unknown postcode", "area"],
)
def test_location_when_missing_then_it_is_shown_as_not_stated_and_nobody_slips_through(
    place: Place,
) -> None:
    person = make_profile("p-1", accepting="yes", city="Portland")
    must = make_answers({"place": Response(place, importance=_MUST)})

    needed = _results([person], must)["p-1"]
    wished = _results([person], place=place)["p-1"]

    assert needed["group"] == "to_check"
    assert {"item": "place", "status": "not_stated"} in needed["requirements"]
    (part,) = wished["contributions"]
    assert (part["status"], part["points"], part["could_add"]) == ("not_stated", 0, 100)


def test_criterion_when_no_profile_states_it_then_it_stays_not_stated_and_worth_nothing() -> None:
    silent = [make_profile(f"p-{number}", accepting="yes", goals="emerge") for number in range(3)]
    stating = make_profile("p-9", accepting="yes", gender="woman", style_steer="2")
    asked: dict[str, Any] = {
        "style_steer": 2,
        "therapist_gender": ("woman",),
        "goals": "in_writing",
    }

    alone, among = _document(silent, **asked), _document([*silent, stating], **asked)

    assert alone["criteria"] == among["criteria"]
    assert {one["id"] for one in alone["criteria"]} == {*asked}
    for result in alone["results"]:
        parts = {part["criterion"]: part for part in result["contributions"]}
        for criterion in ("style_steer", "therapist_gender"):
            assert (parts[criterion]["status"], parts[criterion]["points"]) == ("not_stated", 0)
    kept = [one for one in among["results"] if one["profile"] != "p-9"]
    assert [one["score"] for one in kept] == [one["score"] for one in alone["results"]]


@pytest.mark.parametrize("item", [item.id for item in load_questionnaire() if item.scored])
def test_no_preference_when_given_to_any_item_then_it_is_as_if_it_was_never_reached(
    item: str,
) -> None:
    people = sample_people()[:4]
    without = _SAMPLE_ANSWERS.with_response(item, None)
    absent = _document(people, without)

    for state in State:
        document = _document(people, without.with_response(item, Response(state=state)))
        for result, expected in zip(document["results"], absent["results"], strict=True):
            # The printed questions may differ: *not sure* means "I will ask".
            assert result | {"questions": None} == expected | {"questions": None}
        assert document["criteria"] == absent["criteria"]
        assert document["relaxations"] == absent["relaxations"]


_NEVER_SCORED = (
    "name", "pronouns", "title", "credential", "register_number", "register_area", "city",
    "time_zone", "supervision", "contact_by", "phone", "email", "website", "boundaries_text", "bio",
    "unsorted",
)  # fmt: skip


def test_profile_when_it_has_a_long_bio_and_every_box_filled_then_it_scores_as_a_short_one() -> (
    None
):
    scored = {field for one in load_criteria().criteria for field in one.fields} - {"city"}
    assert not scored & {*_NEVER_SCORED}
    stated = {field: FIELDS[field] for field in FIELDS if field not in _NEVER_SCORED}
    short = [_cut(person, stated) for person in sample_people()]
    long = [
        _also(
            person,
            bio="I listen. " * 200,
            title="Dr",
            website="https://example.org",
            unsorted="Waitlist: N",
        )
        for person in sample_people()
    ]

    plain, filled = _results(short, _SAMPLE_ANSWERS), _results(long, _SAMPLE_ANSWERS)

    for profile_id, result in plain.items():
        assert filled[profile_id]["score"] == result["score"]
        assert filled[profile_id]["high"] == result["high"]
        assert filled[profile_id]["rank"] == result["rank"]
    unasked = make_profile(
        "p-1", accepting="yes", style_steer="1", issues="worry:focus", years="40"
    )
    asked_only = make_profile("p-2", accepting="yes", style_steer="1")
    both = _results([unasked, asked_only], style_steer=2)
    assert both["p-1"]["score"] == both["p-2"]["score"]
    assert not [field for field in FIELDS if re.search("photo|picture|image|complete", field)]


def _cut(person: Profile, fields: Iterable[str]) -> Profile:
    kept = {field: fact for field, fact in person.facts.items() if field in {*fields}}
    return replace(person, facts=kept)


def _also(person: Profile, **cells: str) -> Profile:
    more = make_profile(person.id, confirmed_on=TODAY, **cells)
    return replace(person, facts={**person.facts, **more.facts})


def test_ties_when_many_are_level_then_neither_name_nor_id_nor_years_decides() -> None:
    people = [
        make_profile(f"p-{number}", accepting="yes", name=name, years=str(10 * number))
        for number, name in enumerate(["Ada", "Ben", "Cleo", "Dov"])
    ]
    renamed = [
        _also(person, name=name)
        for person, name in zip(people, ["Zoe", "Yan", "Xia", "Wim"], strict=True)
    ]

    first = Counter(_document(people, seed=seed)["results"][0]["profile"] for seed in range(200))

    assert {*first} == {person.id for person in people}
    assert all(30 <= times <= 70 for times in first.values()), first
    for seed in range(20):
        orders = [[*_results(some, seed=seed)] for some in (people, renamed, people[::-1])]
        assert orders[0] == orders[1] == orders[2]


def test_labels_when_reworded_then_no_result_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    people = sample_people()
    before = _document(people, _SAMPLE_ANSWERS)

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError("a result was made from words")

    for method in ("text", "render", "has"):
        monkeypatch.setattr(Catalogue, method, refuse)

    assert _document(people, _SAMPLE_ANSWERS) == before
    reading = all_imports("matcher.scoring", "matcher.ranking", "matcher.preferences")
    assert not [name for name in reading if name.startswith("matcher.i18n")]


@pytest.mark.parametrize("limit", [20, 50, 150, 400])
@pytest.mark.parametrize(
    ("times_the_limit", "value"), [("0.5", 1000), ("1", 1000), ("1.25", 500), ("1.5", 0), ("2", 0)]
)
def test_fee_when_valued_then_only_the_clients_own_limit_counts(
    limit: int, times_the_limit: str, value: int
) -> None:
    fee = Decimal(times_the_limit) * limit
    person = make_profile("p-1", accepting="yes", fee_max=str(fee), currency="USD")
    answers = make_answers(
        {"fee": Response(Money(Decimal(limit), "USD"), importance=Importance.MATTERS)}
    )

    (part,) = _results([person], answers)["p-1"]["contributions"]

    assert (part["value"], part["value_high"]) == (value, value)
