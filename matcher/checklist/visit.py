"""What the sheets are made from: one sitting, and the people chosen in it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.checklist.asked import Asked
from matcher.checklist.crisis import CrisisRegion
from matcher.checklist.selection import MOST, Selection
from matcher.checklist.wording import clipped
from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import WeightedCriterion


@dataclass(frozen=True, slots=True)
class Sitting:
    """One client's sitting, as far as it goes on paper.

    Attributes
    ----------
    asked
        The answers.
    criteria
        What was asked for with its weights, heaviest first.
    versions
        What made the result, as (name, version), such as ``("model", "additive/1")``.
    is_share_copy
        Whether the sheets are to be shown to others: each says so, and how the order came about
        is left out, for it would tell what else was asked for.
    """

    asked: Asked
    criteria: tuple[WeightedCriterion, ...]
    region: CrisisRegion
    today: date
    seed: int
    versions: tuple[tuple[str, str], ...]
    is_share_copy: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """How much of the notes for a first visit there is room for.

    Attributes
    ----------
    asks
        How many questions stand on the first page; further ones stand among the others.
    lines
        How many lines there are to write on below each of them. With a single one, there is none
        below what is good to know about the person.
    others
        How many of the other questions are printed: those without room on the first page, the
        person's own, then the most pressing; ``None`` for all.
    tells_usual
        Whether it is told what usually happens in a first meeting.
    """

    asks: int = MOST
    lines: int = 2
    others: int | None = None
    tells_usual: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """One person chosen, with the questions for them.

    Attributes
    ----------
    called
        What to call the person where the name alone would be another one's too; else ``""``.
    """

    profile: Profile
    result: ProfileResult
    selection: Selection
    room: Room = Room()
    called: str = ""

    @property
    def name(self) -> str:
        """What the person is called on all sheets."""
        return self.called or clipped(self.profile.name)


def told_apart(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """Return visits with no two names alike: by the town, or else by a number."""
    visits = _called_by(visits, lambda visit, _: clipped(visit.profile.text("city")))
    return _called_by(visits, lambda _, number: str(number))


def _called_by(
    visits: Sequence[Visit], more_about: Callable[[Visit, int], str]
) -> tuple[Visit, ...]:
    """Add something to each name that stands there more than once."""
    times = Counter(visit.name.casefold() for visit in visits)
    seen: Counter[str] = Counter()
    called = []
    for visit in visits:
        name = visit.name.casefold()
        seen[name] += 1
        more = more_about(visit, seen[name]) if times[name] > 1 else ""
        called.append(replace(visit, called=f"{visit.name} ({more})") if more else visit)
    return tuple(called)


def joined(*parts: str) -> str:
    """Return short texts on one line, apart from each other; an empty one leaves no gap."""
    return "  ·  ".join(filter(None, parts))
