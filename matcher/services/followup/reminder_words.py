"""A reminder in words: calm, with the day it comes from, and who could be asked next."""

from matcher.followup.reminders import Reminder, ReminderKind
from matcher.i18n import Catalogue
from matcher.services.people.wording import clipped


def reminder_text(reminder: Reminder, words: Catalogue) -> str:
    """Say one reminder in one or two sentences."""
    name, contact = clipped(reminder.candidate.name), reminder.contact
    if reminder.kind is ReminderKind.NEXT_STEP:
        step = words.text(f"followup.next.{contact.next_step}")
        return words.text("followup.reminder.next_step", name=name, date=reminder.day, step=step)
    if reminder.kind is ReminderKind.ANSWER_DUE:
        said = words.text("followup.reminder.answer_due", name=name, date=reminder.day)
    else:
        said = words.text("followup.reminder.try_next", name=name, date=contact.tried_on)
    if reminder.next_candidate is None:
        return said
    instead = words.text("followup.reminder.or_next", name=clipped(reminder.next_candidate.name))
    return f"{said} {instead}"
