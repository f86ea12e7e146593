"""What a match says in sentences, the same ones in a terminal and in a window."""

from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from matcher.checklist.hours import describe_hours, hours_asked_for
from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Money, Place, Times
from matcher.ranking.explanation import ProfileResult
from matcher.ranking.relaxation import Relaxation
from matcher.region import Distance
from matcher.scoring.result import Group
from matcher.services.matching.match import Match
from matcher.services.people.wording import describe_name, describe_offered

FITS_SHOWN = 3
"""How many wishes that fit are named of one profile."""

_HALF = Fraction(1, 2)
_OPEN_SHELVES = (Group.MEETS_ALL, Group.TO_CHECK, Group.OTHER)


def answer(match: Match, catalogue: Catalogue) -> str:
    """Say in one or two sentences what came out: how many fit, and how many more might."""
    counts, text = match.counts, catalogue.text
    fitting, to_ask = counts[Group.MEETS_ALL], counts[Group.TO_CHECK]
    if not sum(counts.values()):
        return text("results.answer.empty")
    if not asks_something(match):
        return text("results.answer.level")
    key = "results.answer" if needs_something(match) else "results.open_answer"
    if fitting and to_ask:
        return f"{text(f'{key}.fit', n=fitting)} {text('results.answer.more', n=to_ask)}"
    if fitting:
        return text(f"{key}.fit", n=fitting)
    return text(f"{key}.ask", n=to_ask) if to_ask else text(f"{key}.nobody")


def count_fitting(result: ProfileResult, catalogue: Catalogue) -> str:
    """Say how many wishes fit: *7 of 9 wishes fit*; ``""`` where there are no wishes."""
    if not result.asked:
        return ""
    return catalogue.text("results.count.fit", fits=result.fits, n=result.asked)


def count_open(result: ProfileResult, catalogue: Catalogue) -> str:
    """Say how many wishes fit at least in part, and how many are not known; ``""`` if none."""
    in_part = sum(part.fits_at_least_in_part for part in result.unknowns)
    counts = {"at_least": in_part, "unknown": len(result.unknowns) - in_part}
    return " ".join(catalogue.text(f"results.count.{key}", n=n) for key, n in counts.items() if n)


def shelf_key(group: Group, match: Match) -> str:
    """Return the key of what a shelf is called; where nobody named a need there is none to fit."""
    is_open = group in _OPEN_SHELVES and not needs_something(match)
    return f"results.{'open_shelf' if is_open else 'shelf'}.{group}"


def needs_something(match: Match) -> bool:
    """Tell whether the client named a need; there are some that nobody has to name."""
    return bool(match.evaluation.preferences.must_haves)


def asks_something(match: Match) -> bool:
    """Tell whether anything tells people apart: one need alone does, without a wish to rank by."""
    preferences = match.evaluation.preferences
    return bool(match.criteria or preferences.must_haves or preferences.licence_area)


def relaxed(change: Relaxation, match: Match, catalogue: Catalogue) -> str:
    """Say what a change of needs would bring: *With up to $70 instead of $60, …*.

    Parameters
    ----------
    change
        One of the relaxations of `match`.

    Returns
    -------
    str
        A new limit is told in the region's own unit. A distance is rounded up, so that whoever
        takes these words at their word finds the person there. Several needs, or a need of which
        no new limit is known, are told by their names.
    """
    adds = catalogue.text("results.relax.adds", n=change.adds)
    item = change.drop[0]
    wanted = match.answers.value(item)
    is_limit = isinstance(wanted, Money | Place)
    if len(change.drop) > 1 or (is_limit and item not in change.to):
        names = tuple(describe_name(each, catalogue) for each in change.drop)
        return catalogue.text("results.relax.several", names=names, adds=adds)
    if isinstance(wanted, Money):
        to = catalogue.money(change.to[item], wanted.currency)
        limit = catalogue.money(wanted.limit, wanted.currency)
        return catalogue.text("results.relax.fee", to=to, limit=limit, adds=adds)
    if isinstance(wanted, Place):
        further = Distance(change.to[item], ROUND_CEILING)
        now = Distance(wanted.max_km or Decimal(0))
        return catalogue.text("results.relax.place", to=further, limit=now, adds=adds)
    return catalogue.text(f"results.relax.{item}", adds=adds)


def offered(subject: str, profile: Profile, catalogue: Catalogue, asked: object = None) -> str:
    """Say what a profile states of something that was asked for, as `describe_offered`.

    Of times only those are told that were asked for; when none of them is free, all that the
    profile states.
    """
    if isinstance(asked, Times):
        hours = hours_asked_for(asked, profile.tokens("times"))
        if hours:
            return describe_hours(hours, catalogue)
    return describe_offered(subject, profile, catalogue, asked)


def whole_points(points: Fraction) -> int:
    """Round points, 0 to 100, to whole ones; a half goes up."""
    return int(points + _HALF)
