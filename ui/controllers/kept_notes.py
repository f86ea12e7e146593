"""What a person notes after the list, on its way to their file and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from matcher.errors import MatcherError
from matcher.followup.check_in import CheckInBook
from matcher.followup.first_talk import TalkBook
from matcher.followup.search_log import SearchLog

if TYPE_CHECKING:  # what encrypts comes with it
    from matcher.services.personal.kept_documents import KeptDocuments

_Book = TypeVar("_Book")

SEARCH, TALKS, CHECK_INS = "search", "talks", "check_ins"


@dataclass(frozen=True, slots=True)
class KeptNotes:
    """My search, first talks and check-ins.

    Attributes
    ----------
    search, talks, check_ins
        ``None`` for what is left in the file as it is: nothing is open, or it cannot be read.
    errors
        Why something could not be read, by `SEARCH`, `TALKS` and `CHECK_INS`.
    """

    search: SearchLog | None = None
    talks: TalkBook | None = None
    check_ins: CheckInBook | None = None
    errors: Mapping[str, MatcherError] = field(default_factory=dict)


NO_NOTES = KeptNotes(SearchLog(), TalkBook(), CheckInBook())
"""A file in which nothing is noted so far."""


def read_notes(documents: KeptDocuments) -> KeptNotes:
    """Return what is in an open file; what cannot be read costs only itself."""
    from matcher.services.followup.followup import FollowupService

    service = FollowupService(documents)
    errors: dict[str, MatcherError] = {}
    return KeptNotes(
        _read(SEARCH, service.search, errors),
        _read(TALKS, service.talks, errors),
        _read(CHECK_INS, service.check_ins, errors),
        errors,
    )


def write_notes(
    documents: KeptDocuments, written: KeptNotes, notes: KeptNotes
) -> tuple[KeptNotes, MatcherError | None]:
    """Write what is another than what was written last; what became empty is taken out.

    Returns
    -------
    KeptNotes
        What is written by now.
    MatcherError or None
        Why something could not be written: what was in its place is still there, and the others
        are written all the same.
    """
    from matcher.services.followup.followup import FollowupService

    service = FollowupService(documents)
    keeps: dict[str, Callable[[Any], None]] = {
        SEARCH: service.keep_search,
        TALKS: service.keep_talks,
        CHECK_INS: service.keep_check_ins,
    }
    failed: MatcherError | None = None
    for name, keep in keeps.items():
        now = getattr(notes, name)
        if now is None or now == getattr(written, name):
            continue
        is_empty = now == getattr(NO_NOTES, name)
        try:
            if is_empty or name in written.errors:  # what cannot be read is only ever taken out
                service.clear(name)
            if not is_empty:
                keep(now)
        except MatcherError as error:
            failed = failed or error
        else:
            errors = {each: error for each, error in written.errors.items() if each != name}
            written = replace(written, **{name: now, "errors": errors})
    return written, failed


def forget_notes(documents: KeptDocuments) -> None:
    """Take all of them out of an open file."""
    from matcher.services.followup.followup import FollowupService

    FollowupService(documents).clear()


def _read(name: str, read: Callable[[], _Book], errors: dict[str, MatcherError]) -> _Book | None:
    try:
        return read()
    except MatcherError as error:
        errors[name] = error
        return None
