"""Which questions are offered to one person for one profile, and why.

The rules stand at the head of ``resources/consultation/questions.toml``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matcher.checklist.asked import Asked
from matcher.checklist.bank import Bank
from matcher.checklist.question import ConsultationQuestion, Trigger, When
from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import RequirementStatus

FEWEST = 3
MOST = 5
"""How many questions go on the first page."""

_URGENCY = (*Trigger,)
_OF_A_REQUIREMENT = 10_000
"""A requirement weighs as much as all wishes together."""

_TOPIC_OF_GROUP = {
    "style": "work",
    "approach": "work",
    "experience": "experience",
    "culture": "culture",
    "agreement": "goals",
}
_OTHER_TOPIC = "time_place"


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
    """

    trigger: Trigger
    subject: str = ""
    weight: int = 0
    leads: bool = True


@dataclass(frozen=True, slots=True)
class OfferedQuestion:
    """A question with the most pressing reason for it."""

    question: ConsultationQuestion
    reason: Reason

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def topic(self) -> str:
        """The heading it stands under."""
        return self.question.topic


@dataclass(frozen=True, slots=True)
class Selection:
    """All questions offered to one person for one profile; each stands in exactly one list.

    Attributes
    ----------
    suggested
        Three to five, the most pressing first.
    others
        By topic, in the order of the bank.
    before_booking
        What has to be settled before going, the most pressing first.
    """

    suggested: tuple[OfferedQuestion, ...]
    others: tuple[OfferedQuestion, ...]
    before_booking: tuple[OfferedQuestion, ...]

    def picked(self, ids: Iterable[str]) -> "Selection":
        """Return the selection with the person's own picks, in their order, on the first page.

        Ids that are not offered are left out; without any pick the suggestion stays.
        """
        pool = {offered.id: offered for offered in (*self.suggested, *self.others)}
        chosen = tuple(pool[id_] for id_ in dict.fromkeys(ids) if id_ in pool)[:MOST]
        if not chosen:
            return self
        rest = tuple(
            offered for offered in (*self.others, *self.suggested) if offered not in chosen
        )
        return Selection(chosen, rest, self.before_booking)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Something asked that a profile does not state, or states otherwise, or was left open."""

    trigger: Trigger
    subject: str
    weight: int = 0
    is_requirement: bool = False


def select(bank: Bank, asked: Asked, result: ProfileResult, profile: Profile) -> Selection:
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

    Returns
    -------
    Selection
        Equal input gives equal output; no question stands in it twice.
    """
    position = {question.id: place for place, question in enumerate(bank)}

    def urgency(offered: OfferedQuestion) -> tuple[int, int, int, int]:
        reason = offered.reason
        return (
            _URGENCY.index(reason.trigger),
            -reason.weight,
            offered.question.priority,
            position.get(offered.id, len(position)),
        )

    offered = sorted(_offered(bank, asked, _gaps(asked, result, profile)), key=urgency)
    before = tuple(question for question in offered if _settles_booking(question))
    suggested = _suggested([question for question in offered if question not in before])
    others = [question for question in offered if question not in (*before, *suggested)]
    others.sort(
        key=lambda each: (bank.topics.index(each.topic), position.get(each.id, len(position)))
    )
    return Selection(suggested, tuple(others), before)


def _suggested(offered: list[OfferedQuestion]) -> tuple[OfferedQuestion, ...]:
    leading = [each for each in offered if each.reason.leads and each.question.when is When.MEETING]
    own = [each for each in leading if each.reason.trigger is not Trigger.BASIC][:MOST]
    basic = [each for each in leading if each.reason.trigger is Trigger.BASIC]
    return (*own, *basic[: max(0, FEWEST - len(own))])


def _settles_booking(offered: OfferedQuestion) -> bool:
    return (
        offered.question.when is When.BOOKING
        and offered.reason.leads
        and offered.reason.trigger is not Trigger.BASIC
    )


def _gaps(asked: Asked, result: ProfileResult, profile: Profile) -> Iterator[_Gap]:
    named = set()
    for requirement in result.requirements:
        named.add(requirement.item)
        if requirement.status is RequirementStatus.NOT_STATED:
            yield _Gap(Trigger.NOT_STATED, requirement.item, _OF_A_REQUIREMENT, True)
        elif requirement.status is RequirementStatus.NOT_MET:
            yield _Gap(Trigger.DIFFERENT, requirement.item, _OF_A_REQUIREMENT, True)
    for part in result.unknowns:
        yield _Gap(Trigger.NOT_STATED, part.criterion, part.weight)
    for part in result.differences:
        yield _Gap(Trigger.DIFFERENT, part.criterion, part.weight)
    for item in asked.not_sure():
        yield _Gap(Trigger.NOT_SURE, item)
    # About these two silence is no requirement that is missed, only a question.
    if "register" not in named and profile.value("register") is None:
        yield _Gap(Trigger.NOT_STATED, "register")
    place = asked.answers.value("place")
    asks_licence = bool(getattr(place, "licence_area", None))
    if asks_licence and "licence" not in named and profile.value("licensed_areas") is None:
        yield _Gap(Trigger.NOT_STATED, "licence")


def _offered(bank: Bank, asked: Asked, gaps: Iterable[_Gap]) -> Iterator[OfferedQuestion]:
    questions = {question.id: question for question in bank}
    reasons: dict[str, list[Reason]] = {}
    for gap in gaps:
        for question, leads in _asking(bank, asked, gap):
            questions.setdefault(question.id, question)
            reason = Reason(gap.trigger, gap.subject, gap.weight, leads)
            reasons.setdefault(question.id, []).append(reason)
    for question in bank:
        reasons.setdefault(question.id, []).extend(_other_reasons(question, asked))
    for question_id, found in reasons.items():
        if found:
            strongest = min(
                found,
                key=lambda each: (not each.leads, _URGENCY.index(each.trigger), -each.weight),
            )
            yield OfferedQuestion(questions[question_id], strongest)


def _asking(bank: Bank, asked: Asked, gap: _Gap) -> Iterator[tuple[ConsultationQuestion, bool]]:
    """Yield the questions for a gap, and whether each is *the* one for it.

    A requirement that is not stated has to be settled before booking: its question is the first
    one to be asked then, or the generic one.
    """
    listed = bank.asking(gap.trigger, gap.subject)
    before_booking = gap.is_requirement and gap.trigger is Trigger.NOT_STATED
    leading = [each for each in listed if not before_booking or each.when is When.BOOKING]
    if not leading:
        group = asked.groups.get(gap.subject, "")
        when = When.BOOKING if before_booking else bank.generic.when
        topic = _TOPIC_OF_GROUP.get(group, _OTHER_TOPIC)
        leading = [bank.generic_about(gap.subject, topic, when)]
    yield leading[0], True
    for question in listed:
        if question is not leading[0]:
            yield question, False


def _other_reasons(question: ConsultationQuestion, asked: Asked) -> Iterator[Reason]:
    for item in question.important:
        if asked.is_important(item):
            yield Reason(Trigger.IMPORTANT, item)
    held = [condition for condition in question.conditions if asked.holds(condition)]
    for condition in held:
        yield Reason(Trigger.CONDITION, condition)
    if question.basic and not question.conditions:
        yield Reason(Trigger.BASIC)
