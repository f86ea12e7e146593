"""How it stands with somebody on the list, in words."""

from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome
from ui.language import Language


def standing(candidate: Candidate, words: Language, *, is_found: bool = False) -> str:
    """Say in one line how it stands with somebody."""
    if is_found:
        return words.text("search.person.found")
    if candidate.outcome is not Outcome.NOT_YET:
        outcome = words.text(f"followup.outcome.{candidate.outcome}")
        return words.text("followup.paper.search.first_talk", outcome=outcome)
    contact = candidate.last_contact
    if contact is None:
        return words.text("followup.paper.search.no_contact")
    return contact_line(contact, words)


def contact_line(contact: Contact, words: Language) -> str:
    """Say one try in one line: when, how, by when an answer is due, and what is next."""
    text, day = words.text, words.catalogue.day
    said = [day(contact.tried_on), text(f"followup.way.{contact.way}")]
    if contact.answered:
        said.append(text("followup.paper.search.answered"))
    elif contact.answer_by is not None:
        said.append(text("search.contact.due", day=day(contact.answer_by)))
    if contact.next_step is not NextStep.NONE:
        step = text(f"followup.next.{contact.next_step}")
        on = "" if contact.next_on is None else f" ({day(contact.next_on)})"
        said.append(f"{step}{on}")
    return " · ".join(said)
