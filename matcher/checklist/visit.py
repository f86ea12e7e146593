"""What the sheets are made from: one sitting, and the people chosen in it."""

from dataclasses import dataclass
from datetime import date

from matcher.checklist.asked import Asked
from matcher.checklist.crisis import CrisisLine, CrisisRegion
from matcher.checklist.selection import Selection
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
    """

    asked: Asked
    criteria: tuple[WeightedCriterion, ...]
    region: CrisisRegion
    today: date
    seed: int
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One person chosen, with the questions for them."""

    profile: Profile
    result: ProfileResult
    selection: Selection


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
