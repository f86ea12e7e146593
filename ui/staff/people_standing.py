"""What is said above the table of all people of what is not as it should be."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from matcher.checklist.hours import clock_words
from matcher.errors import MatcherError
from matcher.services.named_ids import name_first
from ui.language import Language

_MOST_NAMED = 5
"""How many profiles that were changed outside the program are named."""


def standing_lines(
    words: Language, changed: Sequence[str], fault: MatcherError | None, since: datetime | None
) -> tuple[str, ...]:
    """Return it in lines.

    Parameters
    ----------
    changed
        Ids of profiles that clients do not see, as something else wrote them.
    fault
        Why the settings cannot be read, if they cannot.
    since
        When a kiosk began to wait for what stands here, if one does.
    """
    return (*_changed(words, changed), *_misread(words, fault), *_waiting(words, since))


def _changed(words: Language, ids: Sequence[str]) -> Iterator[str]:
    if ids:
        named = name_first(ids, _MOST_NAMED)
        yield words.text("staff_people.changed.which", n=len(ids), ids=named)
        yield words.text("staff_people.changed.what_to_do")


def _misread(words: Language, fault: MatcherError | None) -> Iterator[str]:
    if fault is not None:
        yield words.render_all(fault)
        yield words.text("staff_people.settings")


def _waiting(words: Language, since: datetime | None) -> Iterator[str]:
    if since is not None:
        catalogue = words.catalogue
        time = clock_words(since.hour * 60 + since.minute, catalogue)
        said = f"{catalogue.date(since.date())}, {time}"
        yield words.text("doctor.kiosk_state.waits", since=said)
        yield words.text("doctor.kiosk_state.remedy")
