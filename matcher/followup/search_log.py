"""My search: who was asked, when and how, what is next, and whether somebody is found."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

LONGEST_LINE = 300
"""Characters of a free line; a field takes no more, and what is kept is never cut."""

LONGEST_NOTE = 4000
"""Characters of a note on one person, likewise."""


class Way(StrEnum):
    """How somebody was asked; its words are ``followup.way.<code>``."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    FORM = "form"
    IN_PERSON = "in_person"
    OTHER = "other"


class Reply(StrEnum):
    """What came of a try; its words are ``followup.reply.<code>``.

    `NO_ANSWER` says that the person no longer waits for one.
    """

    NOT_YET = "not_yet"
    ANSWERED = "answered"
    FULL = "full"
    NO_ANSWER = "no_answer"


class NextStep(StrEnum):
    """What the person wants to do next; its words are ``followup.next.<code>``."""

    NONE = "none"
    WAIT = "wait"
    ASK_AGAIN = "ask_again"
    SEND_SOMETHING = "send_something"
    FIRST_TALK = "first_talk"
    DECIDE = "decide"


class Outcome(StrEnum):
    """How it stands with a first talk; its words are ``followup.outcome.<code>``.

    `FULL` and `NO_ANSWER` are no outcome of a talk: an earlier version noted them so, also of
    somebody with no try. They count as the `Reply` of that name until a try says otherwise.
    """

    NOT_YET = "not_yet"
    WENT_WELL = "went_well"
    UNSURE = "unsure"
    NOT_FOR_ME = "not_for_me"
    FULL = "full"
    NO_ANSWER = "no_answer"


OF_A_TALK = (Outcome.NOT_YET, Outcome.WENT_WELL, Outcome.UNSURE, Outcome.NOT_FOR_ME)
"""What can be said of a first talk."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One try to reach somebody.

    Attributes
    ----------
    tried_on
        The day.
    way
        How.
    answer_by
        By when an answer was promised or is hoped for; ``None`` when nothing was said.
    reply
        What came of it.
    next_step
        What is to be done next.
    next_on
        On which day; ``None`` when no day was set.
    line
        A line of one's own, at most `LONGEST_LINE` characters where a field takes it.
    """

    tried_on: date
    way: Way = Way.PHONE
    answer_by: date | None = None
    reply: Reply = Reply.NOT_YET
    next_step: NextStep = NextStep.NONE
    next_on: date | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on the shortlist.

    Attributes
    ----------
    profile_id
        Id of the profile, also after it left the directory. Never ``""``.
    name
        What they are called, as far as it is known here.
    contacts
        In the order in which they were written down.
    note
        A note of one's own, of several lines; at most `LONGEST_NOTE` characters in a field.
    unread
        Contacts that could not be read, as JSON: kept as they are, shown nowhere.
    """

    profile_id: str
    name: str
    contacts: tuple[Contact, ...] = ()
    note: str = ""
    outcome: Outcome = Outcome.NOT_YET
    unread: tuple[str, ...] = ()

    @property
    def first_talk(self) -> Outcome:
        """How it stands with a first talk, which is one of `OF_A_TALK`."""
        return self.outcome if self.outcome in OF_A_TALK else Outcome.NOT_YET

    @property
    def reply(self) -> Reply:
        """What came of the last try; of no try, what an earlier version noted."""
        if (contact := self.last_contact) is not None:
            return contact.reply
        return Reply.NOT_YET if self.outcome in OF_A_TALK else Reply(self.outcome.value)

    @property
    def is_open(self) -> bool:
        """Whether a first talk may still come without another try."""
        return self.first_talk is Outcome.NOT_YET and self.reply in (Reply.NOT_YET, Reply.ANSWERED)

    @property
    def last_contact(self) -> Contact | None:
        """The try of the latest day; of one day, the one written down last."""
        latest = [*enumerate(self.contacts)]
        return max(latest, key=lambda each: (each[1].tried_on, each[0]))[1] if latest else None

    def with_contact(self, contact: Contact, place: int | None = None) -> "Candidate":
        """Return this with a contact in `place` of another, from 0; left out, after all others.

        Raises
        ------
        IndexError
            When nothing is in that place.
        """
        contacts = [*self.contacts]
        if place is None:
            contacts.append(contact)
        else:
            contacts[place] = contact
        return replace(self, contacts=tuple(contacts), outcome=self.first_talk)

    def without_contact(self, place: int) -> "Candidate":
        """Return this without the contact in `place`, from 0; `IndexError` when none is there."""
        contacts = [*self.contacts]
        del contacts[place]
        return replace(self, contacts=tuple(contacts))


@dataclass(frozen=True, slots=True)
class Found:
    """Whom the person found.

    Attributes
    ----------
    profile_id
        ``""`` for somebody who is not on the list.
    day
        On which they said so.
    """

    profile_id: str
    day: date


@dataclass(frozen=True, slots=True)
class SearchLog:
    """The whole search. Each method returns another one; nothing is changed in place.

    Attributes
    ----------
    people
        In the order of the shortlist, each id once.
    found
        ``None`` as long as the person searches.
    unread
        Entries that could not be read, as JSON: kept as they are, shown nowhere.
    """

    people: tuple[Candidate, ...] = ()
    found: Found | None = None
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is noted."""
        return self == SearchLog()

    def candidate(self, profile_id: str) -> Candidate | None:
        """Return somebody on the list, ``None`` when they are not on it."""
        return next((each for each in self.people if each.profile_id == profile_id), None)

    def with_candidate(self, candidate: Candidate) -> "SearchLog":
        """Return this with somebody in place of what was noted on them, or at the end.

        Change somebody with `dataclasses.replace` or their own methods, then put them here.
        """
        if self.candidate(candidate.profile_id) is None:
            return replace(self, people=(*self.people, candidate))
        people = (
            candidate if each.profile_id == candidate.profile_id else each for each in self.people
        )
        return replace(self, people=tuple(people))

    def with_people(self, names: Mapping[str, str]) -> "SearchLog":
        """Return this with everybody in it who was not, at the end in their order.

        Parameters
        ----------
        names
            What each is called, by id. Whoever is on the list stays as they are.
        """
        new = (Candidate(id_, name) for id_, name in names.items() if self.candidate(id_) is None)
        return replace(self, people=(*self.people, *new))

    def calling(self, names: Mapping[str, str]) -> "SearchLog":
        """Return this with people called as they are called now, by id."""
        people = (replace(each, name=names.get(each.profile_id, each.name)) for each in self.people)
        return replace(self, people=tuple(people))

    def without(self, profile_id: str) -> "SearchLog":
        """Return this without somebody and all that was noted on them."""
        people = tuple(each for each in self.people if each.profile_id != profile_id)
        found = self.found
        if found is not None and found.profile_id == profile_id != "":
            found = None
        return replace(self, people=people, found=found)

    def moved(self, profile_id: str, place: int) -> "SearchLog":
        """Return this with somebody in another place of the list.

        Parameters
        ----------
        place
            From 0; beyond an end it is the first or the last.
        """
        one = self.candidate(profile_id)
        if one is None:
            return self
        others = [each for each in self.people if each is not one]
        others.insert(max(place, 0), one)
        return replace(self, people=tuple(others))

    def with_found(self, profile_id: str, day: date) -> "SearchLog":
        """Return this with somebody found; ``""`` for somebody who is not on the list."""
        return replace(self, found=Found(profile_id, day))

    def searching_on(self) -> "SearchLog":
        """Return this with nobody found."""
        return replace(self, found=None)
