"""Two or three profiles side by side: where the difference between them comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import Contribution


@dataclass(frozen=True, slots=True)
class ComparedCriterion:
    """One wish for every compared profile.

    Attributes
    ----------
    criterion
        What was asked.
    parts
        What it adds to each profile, in the order of the comparison.
    """

    criterion: str
    parts: tuple[Contribution, ...]

    @property
    def differences(self) -> tuple[Fraction, ...]:
        """Points by which the first is ahead of each profile on this; 0 for itself."""
        return tuple(self.parts[0].points - part.points for part in self.parts)

    @property
    def could_differ(self) -> tuple[Fraction, ...]:
        """Points by which the first is ahead at least, should each other turn out at its best."""
        return tuple(
            self.parts[0].points - part.points - part.could_add if place else Fraction(0)
            for place, part in enumerate(self.parts)
        )

    @property
    def spread(self) -> Fraction:
        """Points between the profile with the most and the one with the fewest."""
        points = [part.points for part in self.parts]
        return max(points) - min(points)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Profiles of one ranking side by side.

    Attributes
    ----------
    profiles
        The first is compared with the others.
    criteria
        What was asked, by how much the profiles differ on it, largest first; equal ones in the
        order of their weights. Per profile the differences add up to the difference in score.
    """

    profiles: tuple[ProfileResult, ...]
    criteria: tuple[ComparedCriterion, ...]

    @property
    def differences(self) -> tuple[Fraction, ...]:
        """Points by which the first is ahead of each profile in all; 0 for itself."""
        return tuple(
            sum((each.differences[place] for each in self.criteria), Fraction(0))
            for place in range(len(self.profiles))
        )


def compare(profiles: Sequence[ProfileResult]) -> Comparison:
    """Put profiles of the same ranking side by side.

    Raises
    ------
    ValueError
        For fewer than two.
    """
    if len(profiles) < 2:
        raise ValueError("a comparison needs two profiles")
    criteria = [
        ComparedCriterion(parts[0].criterion, parts)
        for parts in zip(*(profile.contributions for profile in profiles), strict=True)
    ]
    criteria.sort(key=lambda each: -each.spread)
    return Comparison(tuple(profiles), tuple(criteria))
