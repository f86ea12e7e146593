"""For each item, two ways to state the same facts, of which the second is as good or better.

What is better is written here from the printed value functions, not taken from the program.
"""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from matcher.directory.field import STYLE_AXES

Cells = Mapping[str, str]
Pair = tuple[Cells, Cells]

_UNNAMED = None

_ISSUES = (
    (":no", _UNNAMED, ":training", ":some", ":regular", ":focus"),
    (":no", _UNNAMED, ":training", "", ":focus"),
)
_APPROACHES = (
    (":no", _UNNAMED, ":elements", ":trained", ":certified"),
    (_UNNAMED, ":elements", "", ":certified"),
)
_AVOIDED = ((":certified", "", ":elements", ":no"), (":trained", ":elements", _UNNAMED))
_LANGUAGES = (
    (_UNNAMED, ":interpreter", ":fluent", ":native"),
    (_UNNAMED, ":interpreter", "", ":native"),
)
_OPEN = ((":no", _UNNAMED, ""),)
_NAMED = ((_UNNAMED, ""),)

_LISTS: Mapping[str, tuple[str, str, tuple[str, ...], Sequence[Sequence[str | None]]]] = {
    "issues": ("issues", "anger:focus", ("worry", "sleep", "panic"), _ISSUES),
    "approaches": ("approaches", "narrative:trained", ("cbt", "act", "emdr"), _APPROACHES),
    "approaches_avoid": ("approaches", "narrative:trained", ("cbt", "emdr"), _AVOIDED),
    "languages": ("languages", "cy:native", ("en", "es", "ase"), _LANGUAGES),
    "access": ("access", "wide_door", ("step_free_entry", "lift"), _OPEN),
    "adjustments": ("adjustments", "pictures", ("breaks", "captions"), _OPEN),
    "affirming": ("affirming", "sex_work", ("lgbtq", "neurodiversity"), _OPEN),
    "communities": ("communities", "rural", ("refugee", "deaf", "parent"), _OPEN),
    "shared_identity": ("shares", "rural", ("refugee", "deaf", "parent"), _OPEN),
    "tools": ("tools", "humour", ("talking", "writing", "play"), _NAMED),
    "reminders": ("reminders", "call", ("text", "letter"), _NAMED),
    "payers": ("payers", "chip", ("medicare", "medicaid", "plan_of_our_own"), _NAMED),
    "formats": ("formats", "institution", ("in_person", "video", "phone", "walk"), _NAMED),
    "participants": ("participants", "group", ("me", "couple", "family"), _NAMED),
    "age_band": ("age_groups", "0-5", ("18-25", "26-64"), _NAMED),
    "therapist_gender": ("gender", "trans", ("woman", "man"), _NAMED),
    "medication": ("medication", "", ("prescribes", "works_with_prescriber"), _NAMED),
    "frequency": ("frequencies", "intensive", ("twice_weekly", "weekly", "monthly"), _NAMED),
    "session_length": ("session_lengths", "", ("30", "45", "50", "60", "90"), _NAMED),
    "duration": ("durations", "", ("sessions_1_6", "sessions_7_12", "open_ended"), _NAMED),
    "times": ("times", "", ("mon-evening", "tue-morning", "wed-late", "sat-morning"), _NAMED),
}
"""Per item: its field, a token that nobody asks for, the codes, and their states from worse to
better; a list that names nothing else would be *stated: none*."""

_SCALES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "goals": ("goals", ("in_writing", "talked_over", "emerge")),
    "feedback": ("feedback", ("every_time", "now_and_then", "when_needed")),
    "contact": ("contact", ("none", "bookings_only", "short_messages", "calls_in_need")),
}
_EITHER_OR: Mapping[str, tuple[str, ...]] = {
    "faith_stance": ("include", "respect", "keep_out"),
    "family_role": ("central", "sometimes", "private"),
}
_IN_ORDER: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "boundaries": ("boundaries", ("-", "talked_over", "written")),
    "qualification": ("qualification", ("-", "student", "supervised", "licensed")),
    "start": (
        "next_opening",
        ("2027-06-01", "2026-12-28", "2026-12-06", "2026-11-24", "2026-01-01"),
    ),
    "experience_years": ("years", ("0", "1", "4.5", "10", "30")),
}


def better_cells(item: str, target: object) -> SearchStrategy[Pair]:
    """Draw cells of the fields that an item reads, and cells as good or better for it.

    Parameters
    ----------
    item
        Of the questionnaire.
    target
        What is asked for.
    """
    if item in STYLE_AXES:
        return _ranges(item)
    if item in _LISTS:
        return _lists(item)
    if item in _SCALES:
        field, scale = _SCALES[item]
        by_distance = sorted(
            scale, key=lambda code: -abs(scale.index(code) - scale.index(str(target)))
        )
        return _ladder(field, ("-", *by_distance))
    if item in _EITHER_OR:
        return _either_or(item, target)
    if item in _IN_ORDER:
        return _ladder(*_IN_ORDER[item])
    return {"fee": _fees, "place": _places}[item]()


def _ladder(field: str, cells: Sequence[str]) -> SearchStrategy[Pair]:
    steps = st.tuples(st.integers(0, len(cells) - 1), st.integers(0, len(cells) - 1)).map(sorted)
    return steps.map(lambda pair: ({field: cells[pair[0]]}, {field: cells[pair[1]]}))


def _either_or(item: str, target: object) -> SearchStrategy[Pair]:
    other = st.sampled_from(["-", *_EITHER_OR[item]])
    return st.one_of(
        other.map(lambda code: ({item: code}, {item: code})),
        other.map(
            lambda code: ({item: code}, {item: str(target) if target in _EITHER_OR[item] else code})
        ),
    )


def _ranges(axis: str) -> SearchStrategy[Pair]:
    ends = st.lists(st.integers(-2, 2), min_size=4, max_size=4).map(sorted)
    return ends.map(lambda four: ({axis: f"{four[1]}..{four[2]}"}, {axis: f"{four[0]}..{four[3]}"}))


@st.composite
def _lists(draw: st.DrawFn, item: str) -> Pair:
    field, besides, codes, ladders = _LISTS[item]
    lists: tuple[list[str], list[str]] = ([besides], [besides])
    for code in codes:
        ladder = draw(st.sampled_from(ladders))
        steps = sorted(
            (draw(st.integers(0, len(ladder) - 1)), draw(st.integers(0, len(ladder) - 1)))
        )
        for tokens, step in zip(lists, steps, strict=True):
            state = ladder[step]
            if state is not _UNNAMED:
                tokens.append(f"{code}{state}")
    worse, better = (";".join(filter(None, tokens)) or "-" for tokens in lists)
    return {field: worse}, {field: better}


@st.composite
def _fees(draw: st.DrawFn) -> Pair:
    fees = st.sampled_from([0, 30, 59.5, 60.25, 75, 99, 100, 101, 149, 151, 300])
    dear, cheap = sorted((draw(fees), draw(fees)), reverse=True)
    least = draw(st.sampled_from(["", "0", "40", "90"]))
    offers = ("no", "waitlist"), ("yes",)
    worse, better = draw(st.sampled_from([offers, (offers[1], offers[1]), (offers[0], offers[0])]))
    common = {"currency": "USD", "fee_min": least}
    return (
        {**common, "fee_max": str(dear), "reduced_fee": draw(st.sampled_from(worse))},
        {**common, "fee_max": str(cheap), "reduced_fee": draw(st.sampled_from(better))},
    )


@st.composite
def _places(draw: st.DrawFn) -> Pair:
    north = st.sampled_from([45.52, 45.53, 45.55, 45.6, 45.7, 45.8, 46.5])
    far, near = sorted((draw(north), draw(north)), reverse=True)
    areas = draw(
        st.sampled_from([("Riverside", "Riverside"), ("Riverside", "Old Mill"), ("Old Mill",) * 2])
    )
    worse, better = (
        {"latitude": str(latitude), "longitude": "-122.68", "area": area}
        for latitude, area in zip((far, near), areas, strict=True)
    )
    return worse, better
