"""Audits the model that runs: does it do what is published of it, on this directory.

Nothing is learned and nothing is changed. Clients are invented from a seed, so that the same
directory on the same day gives the same report.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from matcher.directory.profile import Profile
from matcher.learning.audit_report import AuditFinding, AuditReport, Check, Note, finding
from matcher.learning.behaviour import dependence_findings, importance_findings, ladders
from matcher.learning.invented_clients import Crowd, invent_clients, invent_thorough_clients
from matcher.learning.observations import FirstFive, value_notes
from matcher.learning.published_checks import (
    example_findings,
    number_count,
    number_findings,
    published_weights,
    sums_hold,
    weight_findings,
)
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import PublishedModel, ValueExample

CLIENTS = 300
"""Invented clients who ask for some things."""

THOROUGH_CLIENTS = 4
"""Invented clients who wish for something on every item."""

WATCHED_PROFILES = 4
"""People of the directory who are made to offer each printed thing in turn."""

Watch = Callable[[int, int], None]
"""Told how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is audited.

    Attributes
    ----------
    model
        The model that runs.
    published
        What is published of it.
    crowd
        The questionnaire and the directory, from which clients are invented.
    profiles
        Some people of the directory with their facts; `WATCHED_PROFILES` of them are enough.
    """

    model: AdditiveValueModel
    published: PublishedModel
    crowd: Crowd
    profiles: Sequence[Profile]


def audit(
    subject: Subject,
    *,
    clients: int = CLIENTS,
    seed: int = 0,
    watch: Watch = lambda _done, _of: None,
) -> AuditReport:
    """Audit the model on a directory.

    Parameters
    ----------
    clients
        How many clients are invented.
    seed
        Of the invented clients and of every shuffle.
    watch
        Told how far it is; may raise to stop.
    """
    return _Audit(subject, clients, seed, watch).report()


class _Audit:
    def __init__(self, subject: Subject, clients: int, seed: int, watch: Watch) -> None:
        self._subject = subject
        self._model = subject.model
        self._published = subject.published
        self._clients = clients
        self._seed = seed
        self._watch = watch
        self._ladders = ladders(self._known_examples())
        self._steps = clients + THOROUGH_CLIENTS + len(self._ladders)
        self._done = 0
        self._looked_at: Counter[Check] = Counter()

    def report(self) -> AuditReport:
        found = [*chain(self._numbers(), self._dependence(), self._crowd(), self._thorough())]
        order = [*Check, *Note]
        return AuditReport(
            looked_at=dict(self._looked_at),
            findings=tuple(sorted(_first_of_each(found), key=lambda one: order.index(one.key))),
            profiles=self._subject.crowd.snapshot.size,
            clients=self._clients + THOROUGH_CLIENTS,
        )

    def _numbers(self) -> Iterator[AuditFinding]:
        self._looked_at[Check.PUBLISHED] = number_count(self._published)
        yield from number_findings(self._model.criteria, self._published)
        self._looked_at[Check.EXAMPLES] = len(self._known_examples())
        yield from example_findings(self._model, self._published)

    def _dependence(self) -> Iterator[AuditFinding]:
        profiles = self._subject.profiles[:WATCHED_PROFILES] or [Profile("nobody", {})]
        for ladder in self._ladders:
            self._step(Check.DEPENDENCE, len(ladder.rungs))
            yield from dependence_findings(ladder, self._model, profiles)

    def _crowd(self) -> Iterator[AuditFinding]:
        first = FirstFive(self._subject.crowd.snapshot.ids)
        for preferences in invent_clients(self._subject.crowd, self._clients, self._seed):
            evaluation = self._model.evaluate(self._subject.crowd.snapshot, preferences)
            first.add(evaluation)
            yield from self._weights_and_sums(evaluation)
        yield from first.findings()

    def _thorough(self) -> Iterator[AuditFinding]:
        seen = []
        for preferences in invent_thorough_clients(
            self._subject.crowd, THOROUGH_CLIENTS, self._seed
        ):
            evaluation = self._model.evaluate(self._subject.crowd.snapshot, preferences)
            yield from self._weights_and_sums(evaluation)
            if evaluation.snapshot.size > 1:
                seen.append(evaluation)
                self._looked_at[Check.IMPORTANCE] += len(preferences.wishes)
                yield from importance_findings(evaluation, self._exact(evaluation), self._seed)
        if seen:
            yield from value_notes(seen)

    def _weights_and_sums(self, evaluation: Evaluation) -> Iterator[AuditFinding]:
        self._step(Check.WEIGHTS, len(evaluation.criteria))
        yield from weight_findings(evaluation, self._exact(evaluation))
        self._looked_at[Check.SUMS] += evaluation.snapshot.size
        if not sums_hold(evaluation):
            yield finding(Check.SUMS, [])

    def _exact(self, evaluation: Evaluation) -> dict[str, Fraction]:
        return published_weights(evaluation.preferences, self._published)

    def _known_examples(self) -> list[ValueExample]:
        """Return the examples of criteria the model has; one it has not is found by its share."""
        return [one for one in self._published.examples if one.criterion in self._model.criteria]

    def _step(self, check: Check, comparisons: int) -> None:
        self._looked_at[check] += comparisons
        self._done += 1
        self._watch(self._done, self._steps)


def _first_of_each(findings: Sequence[AuditFinding]) -> list[AuditFinding]:
    """Return of the failures of one check about one subject the first, with how many there are."""
    counted = Counter((one.key, one.subjects) for one in findings if one.fails)
    seen: dict[object, AuditFinding] = {}
    for number, one in enumerate(findings):
        key = (one.key, one.subjects) if one.fails else number
        if key not in seen:
            times = counted[one.key, one.subjects]
            numbers = {**one.numbers, "times": times} if one.fails else one.numbers
            seen[key] = finding(one.key, one.subjects, **numbers)
    return [*seen.values()]
