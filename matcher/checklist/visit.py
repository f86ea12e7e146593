"""What the sheets are made from: one sitting, and the people chosen in it."""

from dataclasses import dataclass
from datetime import date

from matcher.checklist.asked import Asked
from matcher.checklist.crisis import CrisisLine, CrisisRegion
from matcher.checklist.selection import MOST, Selection
from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
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
        How many of the other questions are printed, the most pressing; ``None`` for all.
    tells_usual
        Whether it is told what usually happens in a first meeting.
    """

    asks: int = MOST
    lines: int = 2
    others: int | None = None
    tells_usual: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """One person chosen, with the questions for them."""

    profile: Profile
    result: ProfileResult
    selection: Selection
    room: Room = Room()


def crisis_line_text(line: CrisisLine, today: date, catalogue: Catalogue) -> str:
    """Return a help line as one sentence with its last check.

    Parameters
    ----------
    today
        The day of the sheet; a check that is too old by then is told as such.
    """
    name = catalogue.text(f"crisis.line.{line.id}.name")
    if line.checked_on is None:
        return catalogue.text("crisis.sheet.line_not_checked", name=name, number=line.number)
    key = "crisis.sheet.line_stale" if line.is_stale(today) else "crisis.sheet.line_checked"
    return catalogue.text(key, name=name, number=line.number, date=line.checked_on)


def joined(*parts: str) -> str:
    """Return short texts on one line, apart from each other; an empty one leaves no gap."""
    return "  ·  ".join(filter(None, parts))
