"""How it stands with somebody on the list, in words."""

from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome, Reply
from matcher.services.followup.search_sheet import untried_text
from ui.language import Language


def standing(candidate: Candidate, words: Language, *, is_found: bool = False) -> str:
    """Say in one line how it stands with somebody."""
    if is_found:
        return words.text("search.person.found")
    if candidate.first_talk is not Outcome.NOT_YET:
        outcome = words.text(f"followup.outcome.{candidate.first_talk}")
        return words.text("followup.paper.search.first_talk", outcome=outcome)
    contact = candidate.last_contact
    if contact is None:
        return untried_text(candidate, words.catalogue)
    return contact_line(contact, words)


def contact_line(contact: Contact, words: Language) -> str:
    """Say one try in one line: when, how, by when an answer is due, and what is next."""
    text, day = words.text, words.catalogue.day
    said = [day(contact.tried_on), text(f"followup.way.{contact.way}")]
    if contact.reply is not Reply.NOT_YET:
        said.append(text(f"followup.reply.{contact.reply}"))
    elif contact.answer_by is not None:
        said.append(text("search.contact.due", day=day(contact.answer_by)))
    if contact.next_step is not NextStep.NONE:
        step = text(f"followup.next.{contact.next_step}")
        on = "" if contact.next_on is None else f" ({day(contact.next_on)})"
        said.append(f"{step}{on}")
    return " · ".join(said)
