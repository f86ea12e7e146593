"""What a file says and the directory does not take over, in findings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matcher.directory.trail import PUBLISHED
from matcher.directory.validation import Finding, Severity
from matcher.errors import Message

if TYPE_CHECKING:  # SQLAlchemy is not imported before the first page is painted
    from matcher.store import Counts


def left_out(counts: "Counts", file: str) -> Iterator[Finding]:
    """Give a finding for each word of a file that was left out for what the directory holds."""
    for field, message in _messages(counts):
        yield Finding(Severity.WARNING, message, field, file=file)


def _messages(counts: "Counts") -> Iterator[tuple[str, Message]]:
    for gone, kept, field in counts.unheard:
        yield field, Message("finding.profile.unheard", id=gone, kept=kept, field=field)
    for profile_id, field in counts.in_part:
        yield field, Message("finding.profile.in_part", id=profile_id, field=field)
    for profile_id, since in counts.hidden:
        yield PUBLISHED, Message("finding.profile.hidden", id=profile_id, date=since)
