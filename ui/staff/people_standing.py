"""What is said above the table of all people of what is not as it should be."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from matcher.directory.kiosk_event import KioskStanding
from matcher.errors import MatcherError
from matcher.services.kiosks.kiosks_service import has_old_copy, is_behind, is_quiet
from matcher.services.named_ids import name_first
from ui.language import Language

_MOST_NAMED = 5
"""How many profiles that were changed outside the program are named."""


def standing_lines(
    words: Language, changed: Sequence[str], fault: MatcherError | None, kiosks: Sequence[str]
) -> tuple[str, ...]:
    """Return it in lines.

    Parameters
    ----------
    changed
        Ids of profiles that clients do not see, as something else wrote them.
    fault
        Why the settings cannot be read, if they cannot.
    kiosks
        What there is to say of kiosks, in lines.
    """
    return (*_changed(words, changed), *_misread(words, fault), *kiosks)


def _changed(words: Language, ids: Sequence[str]) -> Iterator[str]:
    if ids:
        named = name_first(ids, _MOST_NAMED)
        yield words.text("staff_people.changed.which", n=len(ids), ids=named)
        yield words.text("staff_people.changed.what_to_do")


def _misread(words: Language, fault: MatcherError | None) -> Iterator[str]:
    if fault is not None:
        yield words.render_all(fault)
        yield words.text("staff_people.settings")


def kiosk_lines(words: Language, kiosks: Sequence[KioskStanding]) -> Iterator[str]:
    """Name the kiosks elsewhere that should be looked after, if there are any."""
    now = datetime.now(UTC)
    faults = (is_quiet, has_old_copy, is_behind)
    names = [each.name for each in kiosks if any(is_so(each, now) for is_so in faults)]
    if names:
        yield words.text("kiosks.notice.which", names=name_first(names, _MOST_NAMED))
