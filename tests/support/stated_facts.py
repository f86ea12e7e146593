"""Profiles that state what `matcher.scoring.needed_fact` asks for, or one step less of it.

Written from what a `NeededFact` means in words, so that evaluating such a profile tells whether
the statement is worth what it is said to be worth.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from math import degrees

from support.builders import make_value
from support.directories import TODAY

from matcher.directory.area_list import NO_AREAS
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Profile, Source
from matcher.directory.vocabulary import load_vocabulary
from matcher.scoring.needed_fact import NeededFact
from matcher.scoring.performance import AskedCriterion, home

EARTH_RADIUS_KM = 6371


def with_fact(profile: Profile, asked: AskedCriterion, needed: NeededFact) -> Profile:
    """Return the profile as it is once it states the fact."""
    return _stating(profile, _CELLS[needed.kind](profile, asked, needed))


def with_one_step_less(
    profile: Profile, asked: AskedCriterion, needed: NeededFact
) -> Iterator[Profile]:
    """Yield the profile with each statement that falls one step short of the fact."""
    for less in _LESS[needed.kind](profile, asked, needed):
        yield with_fact(profile, asked, less)


def _stating(profile: Profile, cells: Mapping[str, str]) -> Profile:
    """Return the profile with other cells, undated, so that they count on any day."""
    values = {field: make_value(field, cell) for field, cell in cells.items()}
    kept = {field: fact for field, fact in profile.facts.items() if field not in cells}
    stated = {f: Fact(v, Source.THERAPIST) for f, v in values.items() if v is not None}
    return replace(profile, facts=kept | stated)


def _fee(_profile: Profile, asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    currency = asked.target.currency  # type: ignore[union-attr]
    return {"fee_max": str(needed.amount), "currency": currency, "reduced_fee": "no"}


def _place(_profile: Profile, asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    """Move the practice as many kilometres to the north of the client."""
    if asked.target.area is not None:  # type: ignore[union-attr]
        return {"area": asked.target.area if not needed.amount else "Elsewhere"}  # type: ignore[union-attr]
    start = home(asked.target, NO_AREAS)  # type: ignore[arg-type]
    assert start is not None
    north = start[0] + degrees(float(needed.amount or 0) / EARTH_RADIUS_KM)
    return {"latitude": f"{north:.7f}", "longitude": str(start[1])}


def _start(_profile: Profile, _asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    return {"next_opening": (TODAY + timedelta(int(needed.amount or 0))).isoformat()}


def _axis(_profile: Profile, asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    towards_zero = -1 if asked.target > 0 else 1  # type: ignore[operator]
    step = asked.target + towards_zero * int(needed.amount or 0)  # type: ignore[operator]
    return {asked.criterion.id: str(step)}


def _years(_profile: Profile, _asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    return {"years": str(needed.amount)}


def _times(_profile: Profile, asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    good, possible = asked.target.good, asked.target.possible  # type: ignore[union-attr]
    count = int(needed.amount or 0)
    cells = good[:count] if count > 0 else possible[: count + 1]
    return {"times": ";".join(cells) or "-"}


def _list(profile: Profile, asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    """Replace what the list says of the codes; ``"no"`` as a level takes one out of it."""
    field = asked.criterion.fields[0]
    if FIELDS[field].kind is FieldKind.CODE:
        return {field: needed.codes[0][0]}
    codes = dict(needed.codes)
    kept = [token for token in profile.tokens(field) if token.split(":")[0] not in codes]
    named = [f"{code}:{level}".strip(":") for code, level in codes.items() if level != "no"]
    return {field: ";".join((*kept, *named)) or "-"}


def _at_most(profile: Profile, asked: AskedCriterion, needed: NeededFact) -> dict[str, str]:
    out = tuple((code, level or "no") for code, level in needed.codes)
    return _list(profile, asked, replace(needed, codes=out))


def _less_by(step: Decimal | int, least: int | None = None) -> object:
    def less(_profile: Profile, _asked: AskedCriterion, needed: NeededFact) -> Iterator[NeededFact]:
        amount = (needed.amount or 0) + step
        if least is None or amount >= least:
            yield replace(needed, amount=amount)

    return less


def _less_axis(
    _profile: Profile, asked: AskedCriterion, needed: NeededFact
) -> Iterator[NeededFact]:
    if abs(asked.target) + 2 > int(needed.amount or 0):  # type: ignore[arg-type]
        yield replace(needed, amount=int(needed.amount or 0) + 1)


def _less_named(
    profile: Profile, asked: AskedCriterion, needed: NeededFact
) -> Iterator[NeededFact]:
    """Yield the same terms with one a level lower, or left as it was."""
    levels = _levels(asked)
    for code, level in needed.codes:
        others = tuple(entry for entry in needed.codes if entry[0] != code)
        yield replace(needed, codes=others)
        for lower in levels[: levels.index(level)] if level else ():
            yield replace(needed, codes=(*others, (code, lower)))


def _less_avoided(
    _profile: Profile, asked: AskedCriterion, needed: NeededFact
) -> Iterator[NeededFact]:
    levels = _levels(asked)
    for code, level in needed.codes:
        others = tuple(entry for entry in needed.codes if entry[0] != code)
        higher = levels[levels.index(level) + 1] if level else levels[0]
        yield replace(needed, codes=(*others, (code, higher)))


def _levels(asked: AskedCriterion) -> tuple[str, ...]:
    return load_vocabulary(FIELDS[asked.criterion.fields[0]].vocabulary).levels


_CELLS = {
    "fee": _fee,
    "place": _place,
    "start": _start,
    "axis": _axis,
    "years": _years,
    "times": _times,
    "mean": _list,
    "best": _list,
    "avoid": _at_most,
}
_LESS = {
    "fee": _less_by(Decimal("0.01")),
    "place": _less_by(Decimal("0.1")),
    "start": _less_by(1),
    "axis": _less_axis,
    "years": _less_by(-1, 0),
    "times": _less_by(-1, -1),
    "mean": _less_named,
    "avoid": _less_avoided,
}
