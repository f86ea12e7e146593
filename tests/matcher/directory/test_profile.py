from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile, Source, settle, split_token

_OLD, _NEW = date(2025, 1, 1), date(2026, 1, 1)


def test_source_when_compared_then_the_therapist_is_closest() -> None:
    closeness = [source.closeness for source in (Source.THERAPIST, Source.CLINIC, Source.REGISTER)]

    assert closeness == [2, 1, 0]


@pytest.mark.parametrize(
    ("facts", "winner"),
    [
        pytest.param(
            [Fact("a", Source.THERAPIST, _OLD), Fact("b", Source.REGISTER, _NEW)], "b", id="newer"
        ),
        pytest.param(
            [Fact("a", Source.CLINIC, _OLD), Fact("b", Source.THERAPIST, _OLD)], "b", id="closer"
        ),
        pytest.param(
            [Fact("a", Source.THERAPIST), Fact("b", Source.REGISTER, _OLD)], "b", id="dated"
        ),
        pytest.param([Fact("a", Source.THERAPIST), Fact("b", Source.CLINIC)], "a", id="no dates"),
    ],
)
def test_facts_when_sources_differ_then_the_newer_and_then_the_closer_holds(
    facts: list[Fact], winner: str
) -> None:
    for ordered in permutations(facts):
        current, superseded = settle({"city": ordered})

        assert current["city"].value == winner
        assert [fact.value for _, fact in superseded] == [
            f.value for f in facts if f.value != winner
        ]


@given(st.permutations(["bio", "name", "city"]))
def test_facts_when_they_come_in_any_order_then_the_profile_is_the_same(fields: list[str]) -> None:
    facts = (Fact("a", Source.CLINIC, _OLD), Fact("b", Source.THERAPIST, _NEW))
    current, superseded = settle(dict.fromkeys(fields, facts))

    assert [*current] == ["name", "city", "bio"]
    assert [field for field, _ in superseded] == ["name", "city", "bio"]


def test_facts_when_settled_then_nobody_can_change_them() -> None:
    current, _ = settle({"city": (Fact("a", Source.CLINIC),)})

    with pytest.raises(TypeError):
        current["city"] = Fact("b", Source.CLINIC)  # type: ignore[index]


def test_profile_when_asked_then_each_kind_of_fact_has_its_way() -> None:
    facts = {
        "name": Fact("Ana Vidal", Source.CLINIC),
        "formats": Fact(("video",), Source.CLINIC),
        "style_steer": Fact((-2, 1), Source.CLINIC),
    }
    profile = Profile("p-1", facts)

    assert profile.name == "Ana Vidal"
    assert profile.text("formats") == ""
    assert profile.tokens("formats") == ("video",)
    assert profile.tokens("style_steer") == ("-2", "1")
    assert profile.tokens("name") == ()
    assert profile.value("city") is None
    assert {*facts} <= {*FIELDS}


def test_profile_when_it_states_no_name_then_it_goes_by_its_id() -> None:
    assert Profile("p-1", {}).name == "p-1"


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("video", ("video", ())),
        ("en:native", ("en", ("native",))),
        ("refugee:worked:10", ("refugee", ("worked", "10"))),
    ],
)
def test_token_when_split_then_code_and_details_part(
    token: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert split_token(token) == expected


_TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("confirmed_on", "is_older"),
    [
        pytest.param(None, False, id="undated"),
        pytest.param(date(2026, 5, 25), False, id="180 days"),
        pytest.param(date(2026, 5, 24), True, id="181 days"),
        pytest.param(date(2026, 12, 1), False, id="of a day to come"),
    ],
)
def test_counting_when_a_fact_is_dated_then_only_fields_that_age_are_left_out(
    confirmed_on: date | None, is_older: bool
) -> None:
    ages = Fact("yes", Source.CLINIC, confirmed_on)
    stays = Fact("Portland", Source.CLINIC, confirmed_on)
    profile = Profile("p", {"accepting": ages, "city": stays})

    assert ages.is_older_than(180, _TODAY) is is_older
    assert profile.counting("accepting", 180, _TODAY) is (None if is_older else ages)
    assert profile.counting("city", 180, _TODAY) is stays
    assert profile.counting("fee_max", 180, _TODAY) is None
