"""Which questions are offered to one person for one profile, and why.

The rules stand at the head of ``resources/consultation/questions.toml``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.checklist.asked import Asked
from matcher.checklist.bank import Bank
from matcher.checklist.gaps import NOTHING_STATED, Gap, Stated, find_gaps
from matcher.checklist.question import ConsultationQuestion, Trigger, When
from matcher.checklist.wording import in_one_line
from matcher.directory.profile import Profile
from matcher.directory.vocabulary import load_vocabulary
from matcher.ranking.explanation import ProfileResult

FEWEST = 3
MOST = 5
"""How many questions go on the first page."""

OWN_TOPIC = "own"
"""The heading of the questions the person wrote; no question of the bank stands under it."""

_URGENCY = (*Trigger,)
_TOPIC_OF_GROUP = {
    "style": "work",
    "approach": "work",
    "experience": "experience",
    "culture": "culture",
    "agreement": "goals",
}
_OTHER_TOPIC = "time_place"
_EVERYDAY = frozenset({"family", "work_service", "life"})
"""Groups of communities that are no matter of roots or faith."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question is offered.

    Attributes
    ----------
    trigger
        What brought it up.
    subject
        The criterion, item or condition; ``""`` for a basic question.
    weight
        Of the criterion, out of 10,000; 0 where nothing is weighed.
    leads
        Whether this is the question for that subject; the others stay among the other questions.
    stated
        What the profile says of it.
    """

    trigger: Trigger
    subject: str = ""
    weight: int = 0
    leads: bool = True
    stated: Stated = NOTHING_STATED


@dataclass(frozen=True, slots=True)
class OfferedQuestion:
    """A question with the most pressing reason for it.

    Attributes
    ----------
    form
        Which of its texts is asked: ``text``, or the one for what the person chose.
    """

    question: ConsultationQuestion
    reason: Reason
    form: str = "text"

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def topic(self) -> str:
        """The heading it stands under."""
        return self.question.topic

    @property
    def urgency(self) -> tuple[int, int, int]:
        """Sorts: by what brought it up, by the weight behind that, by the bank's priority."""
        reason = self.reason
        return _URGENCY.index(reason.trigger), -reason.weight, self.question.priority


@dataclass(frozen=True, slots=True)
class Selection:
    """All questions offered to one person for one profile; each stands in exactly one list.

    Attributes
    ----------
    suggested
        Three to five, the most pressing first.
    others
        By topic, in the order of the bank; the person's own before them.
    before_booking
        What has to be settled before going, the most pressing first.
    """

    suggested: tuple[OfferedQuestion, ...]
    others: tuple[OfferedQuestion, ...]
    before_booking: tuple[OfferedQuestion, ...]

    def picked(self, ids: Iterable[str], own: Sequence[str] = ()) -> "Selection":
        """Return the selection with the person's picks, in their order, on the first page.

        Parameters
        ----------
        ids
            What they picked, own questions too. Ids that are not offered are left out; without
            any pick the suggestion stays.
        own
            Questions in their own words: ``own.1``, ``own.2`` and so on. One that is not among
            `ids` goes to the end of the first page. Empty and repeated ones are left out.

        Returns
        -------
        Selection
            At most `MOST` on the first page. Own questions without room there come first among
            the others; where nothing was picked, suggestions make room for them. None is lost.
        """
        written = _own_questions(own)
        offered = {each.id: each for each in (*self.suggested, *self.others, *written)}
        chosen = [offered[id_] for id_ in dict.fromkeys(ids) if id_ in offered]
        unplaced = [each for each in written if each not in chosen]
        if not chosen:
            room = max(0, MOST - len(written))
            chosen = [*self.suggested[:room]]
        page = tuple([*chosen, *unplaced][:MOST])
        pool = (*written, *self.others, *self.suggested)
        rest = _by_topic([each for each in pool if each not in page])
        return Selection(page, rest, self.before_booking)


def select(
    bank: Bank, asked: Asked, result: ProfileResult, profile: Profile, *, is_short: bool = False
) -> Selection:
    """Choose the questions for one person and one profile.

    Parameters
    ----------
    bank
        All questions.
    asked
        What the person answered.
    result
        How the profile stands to it.
    profile
        The profile itself, for what is asked without being a wish: licence and register.
    is_short
        Whether only the questions of the short edition are wanted.

    Returns
    -------
    Selection
        Equal input gives equal output; no question stands in it twice.
    """
    bank = bank.short() if is_short else bank
    position = {question.id: number for number, question in enumerate(bank)}

    def place(offered: OfferedQuestion) -> tuple[int, str]:
        return position.get(offered.id, len(position)), offered.id

    def pressing(offered: OfferedQuestion) -> tuple[tuple[int, int, int], tuple[int, str]]:
        return offered.urgency, place(offered)

    gaps = find_gaps(asked, result, profile)
    offered = sorted(_offered(bank, asked, profile, gaps), key=pressing)
    before = tuple(question for question in offered if _settles_booking(question))
    suggested = _suggested([question for question in offered if question not in before])
    others = [question for question in offered if question not in (*before, *suggested)]
    others.sort(key=lambda each: (bank.topics.index(each.topic), place(each)))
    return Selection(suggested, tuple(others), before)


def question_for(bank: Bank, asked: Asked, gap: Gap) -> OfferedQuestion:
    """Return *the* question for one thing that is open, whatever else is asked."""
    question, leads = next(_asking(bank, asked, gap))
    reason = Reason(gap.trigger, gap.subject, gap.weight, leads, gap.stated)
    return OfferedQuestion(question, reason, _form(question, asked, reason))


def _suggested(offered: list[OfferedQuestion]) -> tuple[OfferedQuestion, ...]:
    at_meeting = [each for each in offered if each.question.when is When.MEETING]
    for_this_pair = [each for each in at_meeting if _is_pressing(each)][:MOST]
    fill = sorted(
        (each for each in at_meeting if not _is_pressing(each)),
        key=lambda each: each.reason.trigger is not Trigger.BASIC,
    )
    return (*for_this_pair, *fill[: max(0, FEWEST - len(for_this_pair))])


def _is_pressing(offered: OfferedQuestion) -> bool:
    return offered.reason.leads and offered.reason.trigger is not Trigger.BASIC


def _settles_booking(offered: OfferedQuestion) -> bool:
    return offered.question.when is When.BOOKING and _is_pressing(offered)


def _by_topic(offered: list[OfferedQuestion]) -> tuple[OfferedQuestion, ...]:
    """Put what was taken off the first page to its topic, so that no heading stands twice."""
    topics = [*dict.fromkeys(each.topic for each in offered)]
    return tuple(sorted(offered, key=lambda each: topics.index(each.topic)))


def _own_questions(texts: Sequence[str]) -> tuple[OfferedQuestion, ...]:
    """Return what the person wrote as questions, numbered by their place in what was given."""
    said = [in_one_line(text) for text in texts]
    return tuple(
        OfferedQuestion(
            ConsultationQuestion(
                f"own.{place}", OWN_TOPIC, When.MEETING, 1, words=texts[place - 1]
            ),
            Reason(Trigger.OWN),
        )
        for place, text in enumerate(said, start=1)
        if text and text not in said[: place - 1]
    )


def _offered(
    bank: Bank, asked: Asked, profile: Profile, gaps: Iterable[Gap]
) -> Iterator[OfferedQuestion]:
    questions = {question.id: question for question in bank}
    reasons: dict[str, list[Reason]] = {}
    for gap in gaps:
        for question, leads in _asking(bank, asked, gap):
            questions.setdefault(question.id, question)
            reasons.setdefault(question.id, []).append(
                Reason(gap.trigger, gap.subject, gap.weight, leads, gap.stated)
            )
    for question in bank:
        reasons.setdefault(question.id, []).extend(_other_reasons(question, asked, profile))
    for question_id, found in reasons.items():
        if found:
            strongest = min(
                found,
                key=lambda each: (
                    not each.leads,
                    _URGENCY.index(each.trigger),
                    -each.weight,
                    each.subject,
                ),
            )
            question = questions[question_id]
            yield OfferedQuestion(question, strongest, _form(question, asked, strongest))


def _form(question: ConsultationQuestion, asked: Asked, reason: Reason) -> str:
    """Return the text that speaks of what was chosen; it names none of it, for that is private."""
    if question.listed and reason.stated.is_listed:
        return "listed"
    chosen = asked.codes("communities")
    if not chosen or not question.everyday:
        return "text"
    terms = load_vocabulary("communities")
    groups = {terms.term(code).group if code in terms else "" for code in chosen}
    return "everyday" if groups <= _EVERYDAY else "text"


def _asking(bank: Bank, asked: Asked, gap: Gap) -> Iterator[tuple[ConsultationQuestion, bool]]:
    """Yield the questions for a gap, and whether each is *the* one for it.

    A requirement that is not stated has to be settled before booking: its question is the first
    one to be asked then, or the generic one. Where the bank names the generic one for a subject,
    it goes before questions of a later priority. Only the generic one can read back what a profile
    states: where there is something to read back, it goes first.
    """
    listed = bank.asking(gap.trigger, gap.subject)
    before_booking = gap.is_requirement and gap.trigger is Trigger.NOT_STATED
    leading = [each for each in listed if not before_booking or each.when is When.BOOKING]
    is_generic = gap.subject in bank.generic.subjects(gap.trigger)
    if gap.stated.quote and leading:
        leading = [bank.generic_about(gap.subject, leading[0].topic, leading[0].when)]
    elif not leading or (is_generic and leading[0].priority > bank.generic.priority):
        group = asked.groups.get(gap.subject, "")
        when = When.BOOKING if before_booking else bank.generic.when
        topic = _TOPIC_OF_GROUP.get(group, _OTHER_TOPIC)
        leading = [bank.generic_about(gap.subject, topic, when)]
    yield leading[0], True
    for question in listed:
        if question is not leading[0]:
            yield question, False


def _other_reasons(
    question: ConsultationQuestion, asked: Asked, profile: Profile
) -> Iterator[Reason]:
    for item in question.important:
        if asked.is_important(item):
            yield Reason(Trigger.IMPORTANT, item)
    for condition in question.conditions:
        if asked.holds(condition, profile):
            yield Reason(Trigger.CONDITION, condition)
    is_answered = bool(question.answered_by) and all(map(profile.value, question.answered_by))
    if question.basic and not question.conditions and not is_answered:
        yield Reason(Trigger.BASIC)
