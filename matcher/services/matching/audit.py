"""Does the model do what *How this works* says of it, on one directory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.criteria import load_criteria
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import load_published

if TYPE_CHECKING:  # brings scikit-learn
    from matcher.directory.profile import Profile
    from matcher.learning.audit_report import AuditReport
    from matcher.scoring.criterion import Criteria
    from matcher.services.directory.directory import Directory


def audit_directory(
    directory: Directory,
    *,
    criteria: Criteria | None = None,
    watch: Callable[[int, int], None] = lambda _done, _of: None,
) -> AuditReport:
    """Audit the model on a directory; takes seconds, and is meant to run off the GUI thread.

    Parameters
    ----------
    directory
        Who there is.
    criteria
        The model to be audited; left out, the one that runs.
    watch
        Told how much is done, and of how much.
    """
    from matcher.learning.audit import Subject, audit
    from matcher.learning.invented_clients import Crowd

    running = load_criteria() if criteria is None else criteria
    today = directory.as_of or date.today()
    subject = Subject(
        AdditiveValueModel(running),
        load_published(),
        Crowd(load_questionnaire(), running, directory.snapshot, today),
        _spread(directory),
    )
    return audit(subject, watch=watch)


def _spread(directory: Directory) -> list[Profile]:
    """Return a few people from all over the directory, with their facts."""
    from matcher.learning.audit import WATCHED_PROFILES

    ids = directory.snapshot.ids
    step = max(1, len(ids) // WATCHED_PROFILES)
    return [directory.profile(ids[row]) for row in range(0, len(ids), step)][:WATCHED_PROFILES]
