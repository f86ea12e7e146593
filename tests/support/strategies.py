"""Hypothesis strategies: profiles that state this or that, answers that ask this or that.

Profiles and answers of one example are about the same few items, or they would seldom meet.
"""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from support.builders import make_profile
from support.directories import TODAY

from matcher.directory.field import STYLE_AXES
from matcher.directory.profile import Fact, Profile
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, State, Times, WeightWishes
from matcher.scoring.criteria import load_criteria

GROUPS = ("style", "experience", "culture", "scheduling", "agreement", "approach", "format")

_ISSUES = ("worry", "sleep", "panic")
_WEEK = ("mon-evening", "tue-morning", "wed-late", "sat-morning")
_COMMUNITIES = ("refugee", "deaf", "parent")


def _listed(*codes: str, details: tuple[str, ...] = ("",)) -> SearchStrategy[str]:
    """Return cells: not stated, stated to be none, or some codes with details."""
    tokens = st.lists(
        st.tuples(st.sampled_from(codes), st.sampled_from(details)).map("".join),
        min_size=1,
        max_size=3,
        unique_by=lambda token: token.split(":")[0],
    ).map(";".join)
    return st.one_of(st.just(""), st.just("-"), tokens)


def _one_of(*cells: str) -> SearchStrategy[str]:
    return st.sampled_from(("", *cells))


_WITH_NO = ("", ":no")

CELLS: Mapping[str, SearchStrategy[str]] = {
    **dict.fromkeys(STYLE_AXES, _one_of("-2", "-1..1", "0", "1..2", "-2..2", "-")),
    "accepting": _one_of("yes", "no", "waitlist"),
    "issues": _listed(*_ISSUES, details=("", ":focus", ":regular", ":some", ":training", ":no")),
    "approaches": _listed(
        "cbt", "act", "emdr", details=("", ":certified", ":trained", ":elements", ":no")
    ),
    "formats": _listed("in_person", "video", "phone", "walk", details=_WITH_NO),
    "languages": _listed("en", "es", "ase", details=("", ":native", ":fluent", ":interpreter")),
    "times": _listed(*_WEEK, "mon 17:00-20:00", "tue 08:10-09:49", "wed 19:30-20:50"),
    "next_opening": _one_of("2026-11-01", "2026-11-24", "2026-12-20", "2027-06-01", "-"),
    "frequencies": _listed("twice_weekly", "weekly", "fortnightly", "monthly", "as_needed"),
    "session_lengths": _listed("30", "50", "60", "90"),
    "durations": _listed("sessions_1_6", "sessions_7_12", "open_ended"),
    "fee_max": _one_of("0", "60", "90.5", "120", "180", "-"),
    "fee_min": _one_of("0", "40", "90"),
    "currency": _one_of("USD", "EUR", "-"),
    "reduced_fee": _one_of("yes", "no", "waitlist"),
    "payers": _listed("medicare", "medicaid", "plan_of_our_own"),
    "access": _listed("step_free_entry", "lift", details=_WITH_NO),
    "adjustments": _listed("breaks", "captions", details=_WITH_NO),
    "affirming": _listed("lgbtq", "neurodiversity", details=_WITH_NO),
    "communities": _listed(
        *_COMMUNITIES, details=("", ":worked:10", ":trained:2019", ":lived", ":no")
    ),
    "shares": _listed(*_COMMUNITIES, details=_WITH_NO),
    "gender": _listed("woman", "man", "non_binary"),
    "faith_stance": _one_of("include", "respect", "keep_out", "-"),
    "family_role": _one_of("central", "sometimes", "private", "-"),
    "tools": _listed("talking", "writing", "music"),
    "reminders": _listed("text", "email", "letter"),
    "medication": _listed("prescribes", "works_with_prescriber"),
    "participants": _listed("me", "couple"),
    "age_groups": _listed("18-25", "26-64"),
    "goals": _one_of("in_writing", "talked_over", "emerge", "-"),
    "feedback": _one_of("every_time", "now_and_then", "when_needed", "-"),
    "boundaries": _one_of("written", "talked_over", "-"),
    "contact": _one_of("none", "bookings_only", "short_messages", "calls_in_need", "-"),
    "qualification": _one_of("student", "supervised", "licensed", "-"),
    "years": _one_of("0", "4", "30", "-"),
    "register": _one_of("-", "Sample Register"),
    "supervisor": _one_of("Dr Example", "-"),
    "licensed_areas": _one_of("US-OR", "US", "US-CA", "-"),
    "postcode": _one_of("97201", "97758", "00000", "-"),
    "area": _one_of("Old Mill", "Riverside", "-"),
}
"""What the cells of a profile may hold; every field that an answer below asks about.

Country and coordinates stand in `_PLACES`: they say how other cells of a place are to be read.
"""

_PLACES = st.sampled_from(
    [
        {},
        {"country": "US"},
        {"country": "DE"},
        {"latitude": "45.52"},
        {"latitude": "45.52", "longitude": "-122.68"},
        {"latitude": "45.9", "longitude": "-122.68", "country": "US"},
    ]
)

_IDS = [f"p-{number:02}" for number in range(12)]
_ALWAYS = ("accepting", "register", "supervisor", "licensed_areas")
_READ_BESIDES = {
    "place": ("formats",),
    "fee": ("currency", "reduced_fee"),
}
_DAYS = (None, TODAY, TODAY - timedelta(180), TODAY - timedelta(181))


def fields_of(item: str) -> tuple[str, ...]:
    """Return the fields with cells in `CELLS` on which the value of an item hangs."""
    read = (*load_criteria().criterion(item).fields, *_READ_BESIDES.get(item, ()))
    return tuple(field for field in read if field in CELLS)


def _codes(*codes: str) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(codes), min_size=1, max_size=4, unique=True).map(tuple)


_WISHED_TIMES = st.lists(st.sampled_from(_WEEK), min_size=1, max_size=4, unique=True).flatmap(
    lambda cells: st.integers(0, len(cells)).map(
        lambda good: Times(tuple(cells[:good]), tuple(cells[good:]))
    )
)
_LICENCE = {"licence_area": st.sampled_from([None, "US-OR"])}
_REACH = {"max_km": st.sampled_from([None, Decimal("0.5"), Decimal(5), Decimal(30)])} | _LICENCE
_WISHED_PLACE = st.one_of(
    st.builds(Place, latitude=st.just(45.52), longitude=st.just(-122.68), **_REACH),
    st.builds(Place, postcode=st.just("97201"), country=st.sampled_from(["US", "DE"]), **_REACH),
    st.builds(Place, area=st.just("Old Mill"), **_REACH),
    st.builds(Place, **_LICENCE),
)
_LIMITS = st.sampled_from([Decimal(0), Decimal("60.25"), Decimal(100)])

VALUES: Mapping[str, SearchStrategy[object]] = {
    **dict.fromkeys(STYLE_AXES, st.integers(-2, 2)),
    "participants": st.sampled_from(["me", "couple", "family"]),
    "age_band": st.sampled_from(["18-25", "26-64"]),
    "formats": _codes("in_person", "video", "phone", "walk"),
    "place": _WISHED_PLACE,
    "times": _WISHED_TIMES,
    "start": st.sampled_from(["this_week", "two_weeks", "month", "can_wait"]),
    "frequency": _codes("weekly", "fortnightly", "as_needed"),
    "session_length": _codes("45", "50", "90"),
    "duration": _codes("sessions_1_6", "open_ended", "unsure"),
    "fee": st.builds(Money, _LIMITS, st.just("USD")),
    "payers": _codes("medicare", "medicaid", "plan_of_our_own"),
    "access": _codes("step_free_entry", "lift"),
    "languages": _codes("en", "es", "ase"),
    "issues": _codes(*_ISSUES, "something_else"),
    "medication": st.sampled_from(["no", "yes", "unsure"]),
    "approaches": _codes("cbt", "act", "emdr"),
    "approaches_avoid": _codes("cbt", "emdr"),
    "tools": _codes("talking", "writing", "play"),
    "contact": st.sampled_from(["none", "bookings_only", "calls_in_need"]),
    "reminders": _codes("none", "text", "letter"),
    "adjustments": _codes("breaks", "captions"),
    "communities": _codes(*_COMMUNITIES),
    "shared_identity": _codes(*_COMMUNITIES),
    "therapist_gender": _codes("woman", "man"),
    "faith_stance": st.sampled_from(["include", "keep_out", "unsure"]),
    "family_role": st.sampled_from(["central", "private"]),
    "affirming": _codes("lgbtq", "neurodiversity"),
    "goals": st.sampled_from(["in_writing", "talked_over", "emerge"]),
    "feedback": st.sampled_from(["every_time", "when_needed"]),
    "boundaries": _codes("touch", "gifts"),
    "qualification": st.sampled_from(["student", "supervised", "licensed"]),
    "experience_years": st.sampled_from(["no", "yes"]),
}
"""What may be asked; every item that is scored."""

_MAY_BE_MUST = frozenset(item.id for item in load_questionnaire() if item.may_be_must)

topics: SearchStrategy[set[str]] = st.shared(
    st.sets(st.sampled_from([*VALUES]), max_size=8), key="topics"
)
"""The items that an example is about, the same for all profiles and answers in it."""


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Draw one profile that states some of `CELLS`, confirmed lately, long ago, or undated."""
    asked = sorted(draw(topics, label="topics"))
    fields = sorted({field for item in asked for field in fields_of(item)} | {*_ALWAYS})
    cells = {field: draw(CELLS[field]) for field in fields if draw(st.integers(0, 3))}
    if "place" in asked:
        cells |= draw(_PLACES)
    confirmed, other = draw(st.sampled_from(_DAYS)), draw(st.sampled_from(_DAYS))
    profile = make_profile(draw(st.sampled_from(_IDS)), confirmed_on=confirmed, **cells)
    redated = draw(st.sets(st.sampled_from(["fee_max", "reduced_fee", "times", "accepting"])))
    facts = {
        field: Fact(fact.value, fact.source, other) if field in redated else fact
        for field, fact in profile.facts.items()
    }
    return Profile(profile.id, facts)


directories = st.lists(profiles(), max_size=8, unique_by=lambda profile: profile.id)


@st.composite
def responses(draw: st.DrawFn) -> dict[str, Response]:
    """Draw answers: values with importance and must-haves, and answers that ask nothing."""
    given: dict[str, Response] = {}
    for item in sorted(draw(topics, label="topics")):
        if draw(st.integers(0, 5), label="has a value"):
            allowed = [level for level in Importance if level != "must" or item in _MAY_BE_MUST]
            value = draw(VALUES[item])
            starred = draw(st.sampled_from([None, *value])) if item == "issues" else None  # type: ignore[misc]
            importance = draw(st.sampled_from([None, *allowed]))
            given[item] = Response(value, importance=importance, starred=starred)  # type: ignore[arg-type]
        else:
            given[item] = Response(state=draw(st.sampled_from([*State])))
    return given


hiding = st.lists(st.sampled_from(_IDS), max_size=2, unique=True).map(
    lambda ids: {"hide_people": Response(tuple(ids))} if ids else {}
)
"""The answer that hides people, or none."""


weight_wishes = st.one_of(
    st.builds(
        WeightWishes,
        preset=st.sampled_from(["balanced", "equal", "practical_first", "relationship_first"]),
        double=st.lists(st.sampled_from(GROUPS), max_size=2, unique=True).map(tuple),
    ),
    st.builds(
        WeightWishes,
        points=st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 50), min_size=1),
    ),
)
