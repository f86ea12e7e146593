from collections.abc import Mapping
from contextlib import closing
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import make_profile, make_statement

from matcher.directory.profile import FactValue, Profile, Source
from matcher.directory.statement import Statement
from matcher.services.upkeep.pair_facts import Likeness, Outcome, compare, outcome
from matcher.store import Database

_JANUARY, _MARCH = date(2026, 1, 1), date(2026, 3, 1)


def test_compare_when_two_speak_then_each_field_is_different_one_sided_or_the_same() -> None:
    first = make_profile("p-1", name="Ana", phone="1", city="Aue", confirmed_on=_JANUARY)
    second = make_profile("p-2", name="Ana", phone="2", website="w", confirmed_on=_MARCH)

    assert [(fact.field, fact.likeness) for fact in compare(first, second)] == [
        ("name", Likeness.SAME),
        ("city", Likeness.ONE_SIDED),
        ("phone", Likeness.DIFFERENT),
        ("website", Likeness.ONE_SIDED),
    ]


def test_outcome_when_the_other_is_newer_then_its_word_would_hold() -> None:
    keep = make_profile("p-1", name="Ana", phone="1", confirmed_on=_JANUARY)
    drop = make_profile("p-2", name="Ana", phone="2", website="w", confirmed_on=_MARCH)

    (phone,) = [("phone", keep.facts["phone"])]
    assert outcome(keep, drop) == Outcome(("website",), ("phone",), (phone,))
    assert outcome(drop, keep) == Outcome((), (), (phone,))


def test_outcome_when_both_have_words_that_no_field_takes_then_none_of_them_is_gone() -> None:
    keep = make_profile("p-1", unsorted="issues: Blue", confirmed_on=_JANUARY)
    drop = make_profile("p-2", unsorted="times: by luck", confirmed_on=_MARCH)

    assert outcome(keep, drop) == Outcome((), ("unsorted",), ())
    assert outcome(keep, keep) == Outcome((), (), ())


_STATEMENTS = st.lists(
    st.builds(
        lambda name, source, day, city, phone: make_statement(
            name, source=source, confirmed_on=day, city=city, phone=phone
        ),
        st.sampled_from(["p-1", "p-2"]),
        st.sampled_from([*Source]),
        st.sampled_from([None, _JANUARY, _MARCH]),
        st.sampled_from(["Aue", "Ems", ""]),
        st.sampled_from(["1", "2", ""]),
    ),
    max_size=6,
)
"""Rows of lists, dated or not, with an empty cell here and there."""


def _stated(profile: Profile) -> Mapping[tuple[str, Source], FactValue]:
    facts = (*profile.facts.items(), *profile.superseded)
    return {(field, fact.source): fact.value for field, fact in facts}


@given(_STATEMENTS)
@settings(max_examples=60)
def test_outcome_when_compared_with_the_merge_then_it_said_what_became_of_it(
    statements: list[Statement],
) -> None:
    ends = [make_statement(name, name="Ana") for name in ("p-1", "p-2")]
    with closing(Database("sqlite://", create=True)) as database, database.writing() as work:
        work.profiles.apply([*ends, *statements])
        keep, drop = work.profiles.get("p-1"), work.profiles.get("p-2")
        assert keep is not None
        assert drop is not None
        said = outcome(keep, drop)
        work.profiles.merge("p-1", "p-2")
        after = work.profiles.get("p-1")
        assert after is not None

        assert {*said.added} == after.facts.keys() - keep.facts.keys()
        assert {*said.changed} == {
            field for field in keep.facts if after.value(field) != keep.value(field)
        }
        stated = _stated(after)
        assert stated.keys() == _stated(keep).keys() | _stated(drop).keys()
        assert {(field, fact.source, fact.value) for field, fact in said.gone} == {
            (*voice, value)
            for one in (keep, drop)
            for voice, value in _stated(one).items()
            if stated[voice] != value
        }


def test_outcome_when_a_settled_list_stays_settled_then_its_words_are_not_in_it() -> None:
    keep = make_statement("p-1", times="mon-late", unsorted="fees: ask", confirmed_on=_MARCH)
    drop = make_statement("p-2", unsorted="times: Sat", confirmed_on=_JANUARY)
    with closing(Database("sqlite://", create=True)) as database, database.writing() as work:
        work.profiles.apply([keep, drop])
        first, second = work.profiles.get("p-1"), work.profiles.get("p-2")
        assert first is not None
        assert second is not None

        said = outcome(first, second)
        work.profiles.merge("p-1", "p-2")
        after = work.profiles.get("p-1")

    assert after is not None
    assert after.text("unsorted") == "fees: ask"
    assert said.changed == ()
