from datetime import date

import pytest

from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome
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
    full = Candidate("a", "Ana", (_CONTACT,), outcome=Outcome.FULL)
    assert words.text("followup.outcome.full") in standing(full, words)
    assert standing(full, words, is_found=True) == words.text("search.person.found")
