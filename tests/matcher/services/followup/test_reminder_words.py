"""Reminders in words: who, since when, and who could be next; nothing that presses."""

import re
from datetime import date

import pytest

from matcher.followup.reminders import reminders
from matcher.followup.search_log import Candidate, Contact, NextStep, Reply, SearchLog
from matcher.i18n import Catalogue, languages
from matcher.services.followup.reminder_words import reminder_text

_DAY, _TODAY = date(2026, 3, 2), date(2026, 3, 12)
_BEN = Candidate("p-2", "Ben")
_STEP = Contact(_DAY, reply=Reply.ANSWERED, next_step=NextStep.DECIDE, next_on=date(2026, 3, 10))
_DUE = Contact(date(2026, 3, 10), answer_by=date(2026, 3, 11))


@pytest.mark.parametrize(
    ("contact", "others", "said"),
    [
        (
            Contact(_DAY),
            (_BEN,),
            "You asked Ana on March 2, 2026. There is no answer so far. You could try Ben next.",
        ),
        (Contact(_DAY), (), "You asked Ana on March 2, 2026. There is no answer so far."),
        (_STEP, (_BEN,), "For Ana, you noted this for March 10, 2026: Decide."),
        (_DUE, (_BEN,), "Ana was to answer by March 11, 2026. You could try Ben next."),
    ],
)
def test_reminder_when_said_then_who_since_when_and_who_could_be_next(
    contact: Contact, others: tuple[Candidate, ...], said: str
) -> None:
    log = SearchLog((Candidate("p-1", "Ana", (contact,)), *others))
    (reminder,) = reminders(log, _TODAY)

    assert reminder_text(reminder, Catalogue("en")) == said


@pytest.mark.parametrize("language", languages())
def test_reminder_when_said_in_any_language_then_it_does_not_press(language: str) -> None:
    words = Catalogue(language)
    for contact in (Contact(_DAY), _STEP, _DUE):
        log = SearchLog((Candidate("p-1", "Ana", (contact,)), _BEN))
        (reminder,) = reminders(log, _TODAY)
        said = reminder_text(reminder, words)

        assert "Ana" in said
        assert not re.search(r"!|now|late|must|overdue|hurry|ya |tarde|debe", said)
