"""What an audit found: keys and numbers; the catalogue makes words of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

Number = int | float

ABSENT = -1
"""Stands for a published or used number that is not there."""


class Check(StrEnum):
    """What the audit holds the model against, each passed or not."""

    PUBLISHED = "published"
    """Groups, shares and presets in force are the published ones."""
    EXAMPLES = "examples"
    """Every value worked out by hand is what the model gives."""
    WEIGHTS = "weights"
    """Every invented client's weights follow from the published points and shares."""
    SUMS = "sums"
    """Scores are the weighted sums of values, between 0 and 100, and never below what is known."""
    IMPORTANCE = "importance"
    """What each criterion does to the order follows from its published weight."""
    DEPENDENCE = "dependence"
    """What each fact does to a score follows from the printed values."""


class Note(StrEnum):
    """What the audit tells about the directory; none of it fails the model."""

    UNSAID = "unsaid"
    """Criteria of which nobody says anything."""
    CONSTANT = "constant"
    """Criteria on which everybody has the same value."""
    ALIKE = "alike"
    """Two criteria whose values rise and fall together."""
    NEVER_FIRST = "never_first"
    """Profiles in no invented client's first five."""
    NEAR_IDENTICAL = "near_identical"
    """Two profiles with nearly the same values."""
    SAYS_LITTLE = "says_little"
    """Profiles that say something on less than a quarter of what can be wished for."""


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """One thing the audit has to say.

    Attributes
    ----------
    key
        A `Check` that failed, or a `Note`.
    subjects
        Ids of what it is about: groups, criteria or presets, or profiles.
    numbers
        What was published and what was found, and the like, by name.
    """

    key: Check | Note
    subjects: tuple[str, ...]
    numbers: Mapping[str, Number] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def fails(self) -> bool:
        """Whether the model does not do what is published of it."""
        return isinstance(self.key, Check)


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The result of an audit.

    Attributes
    ----------
    looked_at
        Per check, how many single comparisons were made.
    findings
        Failures first, then notes.
    profiles, clients
        How many profiles there were, and how many invented clients.
    """

    looked_at: Mapping[Check, int]
    findings: tuple[AuditFinding, ...]
    profiles: int
    clients: int

    @property
    def passed(self) -> bool:
        """Whether the model does what is published of it."""
        return not self.failures

    @property
    def failures(self) -> tuple[AuditFinding, ...]:
        """Where the model does something else than what is published."""
        return tuple(finding for finding in self.findings if finding.fails)

    @property
    def notes(self) -> tuple[AuditFinding, ...]:
        """What is worth knowing about the directory."""
        return tuple(finding for finding in self.findings if not finding.fails)


def finding(key: Check | Note, subjects: Sequence[str], **numbers: Number) -> AuditFinding:
    """Return a finding with these numbers."""
    return AuditFinding(key, tuple(subjects), MappingProxyType(numbers))
