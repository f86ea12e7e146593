from dataclasses import replace
from datetime import date

import pytest

from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome, Reply
from ui.language import Language
from ui.widgets.search_words import contact_line, standing

pytestmark = pytest.mark.usefixtures("qapp")

_CONTACT = Contact(
    date(2026, 3, 2), answer_by=date(2026, 3, 6), next_step=NextStep.WAIT, line="Mine"
)


def test_line_when_a_try_waits_then_it_says_when_how_until_when_and_what_is_next() -> None:
    line = contact_line(_CONTACT, Language("en"))
    assert line == "Mar 2, 2026 · By phone · answer due by Mar 6, 2026 · Wait for an answer"


def test_standing_when_there_is_more_to_say_then_the_last_of_it_is_said() -> None:
    words = Language("en")
    one = Candidate("a", "Ana")
    assert standing(one, words) == words.text("followup.paper.search.no_contact")
    asked = one.with_contact(_CONTACT)
    assert standing(asked, words) == contact_line(_CONTACT, words)
    talked = Candidate("a", "Ana", (_CONTACT,), outcome=Outcome.UNSURE)
    assert words.text("followup.outcome.unsure") in standing(talked, words)
    assert standing(talked, words, is_found=True) == words.text("search.person.found")


def test_standing_when_they_are_full_then_that_is_said_of_the_try_and_not_of_a_talk() -> None:
    words = Language("en")
    full = Candidate("a", "Ana", (replace(_CONTACT, reply=Reply.FULL),))
    assert standing(full, words) == ("Mar 2, 2026 · By phone · They are full · Wait for an answer")
    untried = Candidate("a", "Ana", outcome=Outcome.FULL)
    assert standing(untried, words) == "They are full"
