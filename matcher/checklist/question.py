"""One question for a first meeting: when it is asked, and what brings it up."""

from dataclasses import dataclass, field
from enum import StrEnum


class When(StrEnum):
    """When a question is to be asked."""

    BOOKING = "booking"
    """To be settled before going."""
    MEETING = "meeting"
    """When the two meet."""


class Trigger(StrEnum):
    """Why a question is offered to one person for one profile, the most pressing first."""

    OWN = "own"
    """The person wrote it."""
    NOT_STATED = "not_stated"
    """The profile says nothing about something asked."""
    DIFFERENT = "different"
    """The profile states something else than what was asked."""
    NOT_SURE = "not_sure"
    """The person answered *not sure*."""
    IMPORTANT = "important"
    """The person marked it as mattering a lot."""
    CONDITION = "condition"
    """One of the bank's conditions holds."""
    BASIC = "basic"
    """Good for everybody."""


@dataclass(frozen=True, slots=True)
class ConsultationQuestion:
    """A question of the bank.

    Attributes
    ----------
    id
        Stable id; the generic question about a criterion is ``generic.<criterion>``.
    topic
        Heading it stands under.
    themes
        What of a good working relationship it speaks about.
    when
        Before booking, or at the meeting.
    priority
        1 is asked before 2 and 3 when all else is equal.
    basic
        Whether everybody is offered it; with `conditions`, everybody for whom one holds.
    short_edition
        Whether it is in the short edition of the bank. One that is not is asked nowhere there:
        not on the first page, not among the others, not before booking. A gap that would have
        brought it up is asked about by the next question for it, or else by the generic one; what
        only mattered, or only held, is not asked about.
    everyday
        Whether it has a second text, for who chose only communities of daily life.
    listed
        Whether it has a second text, for a profile that names what was asked for and leaves open
        how far it goes.
    different, not_stated, not_sure, important
        Criteria or items that bring it up, by trigger.
    conditions
        Names of conditions that bring it up.
    answered_by
        Fields of a profile that answer it: a basic question is not asked where all are stated.
    about
        For a generic question, the criterion it asks about; else ``""``.
    words
        For a question the person wrote, what they wrote; else ``""``.
    """

    id: str
    topic: str
    when: When
    priority: int
    themes: tuple[str, ...] = ()
    basic: bool = False
    short_edition: bool = True
    everyday: bool = False
    listed: bool = False
    different: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()
    not_sure: tuple[str, ...] = ()
    important: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()
    about: str = ""
    words: str = field(default="", repr=False)

    def subjects(self, trigger: Trigger) -> tuple[str, ...]:
        """Return what brings this question up by `trigger`; empty for the other triggers."""
        return {
            Trigger.DIFFERENT: self.different,
            Trigger.NOT_STATED: self.not_stated,
            Trigger.NOT_SURE: self.not_sure,
            Trigger.IMPORTANT: self.important,
            Trigger.CONDITION: self.conditions,
        }.get(trigger, ())
