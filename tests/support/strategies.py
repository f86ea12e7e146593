"""Hypothesis strategies: profiles that state this or that, answers that ask this or that."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from support.builders import make_profile
from support.directories import TODAY

from matcher.directory.profile import Profile
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, State, Times, WeightWishes

_ISSUES = ("worry", "sleep", "panic")
_ISSUE_LEVELS = ("", ":focus", ":regular", ":some", ":training", ":no")
_CELLS = ("mon-evening", "tue-morning", "wed-late", "sat-morning")
GROUPS = ("style", "experience", "culture", "scheduling", "agreement", "approach", "format")


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


CELLS = {
    "accepting": _one_of("yes", "no", "waitlist"),
    "style_steer": _one_of("-2", "-1..1", "0", "1..2"),
    "style_feelings": _one_of("-2..0", "2"),
    "issues": _listed(*_ISSUES, details=_ISSUE_LEVELS),
    "approaches": _listed(
        "cbt", "act", "emdr", details=("", ":certified", ":trained", ":elements")
    ),
    "formats": _listed("in_person", "video", "phone"),
    "languages": _listed("en", "es", "ase", details=("", ":native", ":fluent", ":interpreter")),
    "times": _listed(*_CELLS, "mon 17:00-20:00"),
    "next_opening": _one_of("2026-11-01", "2026-11-24", "2026-12-20", "2027-06-01"),
    "fee_max": _one_of("0", "60", "120", "180"),
    "fee_min": _one_of("0", "40", "90"),
    "currency": _one_of("USD", "EUR"),
    "reduced_fee": _one_of("yes", "no", "waitlist"),
    "payers": _listed("medicare", "medicaid"),
    "access": _listed("step_free_entry", "lift", details=("", ":no")),
    "communities": _listed("refugee", "deaf", details=("", ":worked:10", ":no")),
    "gender": _listed("woman", "man"),
    "participants": _listed("me", "couple"),
    "age_groups": _listed("18-25", "26-64"),
    "goals": _one_of("in_writing", "talked_over", "emerge"),
    "qualification": _one_of("student", "supervised", "licensed"),
    "years": _one_of("0", "4", "30"),
    "register": _one_of("-", "Sample Register"),
    "supervisor": _one_of("Dr Example"),
    "licensed_areas": _one_of("US-OR", "US", "US-CA"),
    "latitude": _one_of("45.52", "45.9"),
    "longitude": _one_of("-122.68"),
}
"""What the cells of a profile may hold; every field that an answer below asks about."""

_IDS = [f"p-{number:02}" for number in range(12)]


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Draw one profile that states some of `CELLS`, confirmed lately, long ago, or undated."""
    names = draw(st.sets(st.sampled_from([*CELLS]), max_size=12), label="fields")
    cells = {name: draw(CELLS[name]) for name in sorted(names)}
    confirmed: date | None = draw(
        st.sampled_from([None, TODAY, TODAY - timedelta(180), TODAY - timedelta(181)])
    )
    return make_profile(draw(st.sampled_from(_IDS)), confirmed_on=confirmed, **cells)


directories = st.lists(profiles(), max_size=8, unique_by=lambda profile: profile.id)

_CODES = {
    "formats": ("in_person", "video", "phone"),
    "issues": _ISSUES,
    "approaches": ("cbt", "act", "emdr"),
    "approaches_avoid": ("cbt", "emdr"),
    "languages": ("en", "es", "ase"),
    "payers": ("medicare", "medicaid"),
    "access": ("step_free_entry", "lift"),
    "communities": ("refugee", "deaf"),
    "therapist_gender": ("woman", "man"),
}
_MAY_BE_MUST = frozenset({*_CODES, "times", "start", "fee", "place", "qualification"}) - {"issues"}


def _values() -> dict[str, SearchStrategy[object]]:
    codes: dict[str, SearchStrategy[object]] = {
        item: st.lists(st.sampled_from(options), min_size=1, unique=True).map(tuple)
        for item, options in _CODES.items()
    }
    cells = st.lists(st.sampled_from(_CELLS), max_size=2, unique=True).map(tuple)
    return codes | {
        "style_steer": st.integers(-2, 2),
        "style_feelings": st.integers(-2, 2),
        "times": st.builds(Times, cells, st.just(())),
        "start": st.sampled_from(["this_week", "two_weeks", "month", "can_wait"]),
        "fee": st.sampled_from([0, 60, 100]).map(lambda limit: Money(Decimal(limit), "USD")),
        "place": st.builds(
            Place,
            latitude=st.just(45.52),
            longitude=st.just(-122.68),
            max_km=st.sampled_from([None, Decimal(5), Decimal(30)]),
            licence_area=st.sampled_from([None, "US-OR"]),
        ),
        "qualification": st.sampled_from(["student", "supervised", "licensed"]),
        "goals": st.sampled_from(["in_writing", "talked_over", "emerge"]),
    }


@st.composite
def responses(draw: st.DrawFn) -> dict[str, Response]:
    """Draw answers: values with importance and must-haves, and answers that ask nothing."""
    values = _values()
    given: dict[str, Response] = {}
    for item in sorted(draw(st.sets(st.sampled_from([*values]), max_size=8), label="items")):
        if draw(st.booleans(), label="has a value"):
            allowed = [level for level in Importance if level != "must" or item in _MAY_BE_MUST]
            importance = draw(st.sampled_from(allowed))
            given[item] = Response(draw(values[item]), importance=importance)  # type: ignore[arg-type]
        else:
            given[item] = Response(state=draw(st.sampled_from([*State])))
    return given


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
