"""What one person asked for, as far as it decides which questions are offered."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from matcher.directory.profile import Profile, split_token
from matcher.directory.vocabulary import NO
from matcher.directory.week import free_cells
from matcher.preferences.whereabouts import ONLINE_FORMATS
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Response, ResponseSet, State, Times

_PLEASING = frozenset({"setting_limits", "asking_for_needs", "saying_no", "disagreeing"})
_SLOW_TRUST = frozenset({"slowly", "expect_let_down"})
_PAST_HELP = frozenset({"did_not_help", "mixed"})
_MIXED = "hybrid"
"""A format of a profile that is partly online."""

_IDENTITY = ("affirming", "shared_identity", "therapist_gender")


@dataclass(frozen=True, slots=True)
class Asked:
    """One person's answers with what is needed to read them.

    Attributes
    ----------
    answers
        The answers.
    questionnaire
        The items they answer.
    groups
        The group of weights of each criterion, by criterion id.
    """

    answers: ResponseSet
    questionnaire: Questionnaire
    groups: Mapping[str, str]

    def codes(self, item_id: str) -> tuple[str, ...]:
        """Return the codes chosen for an item; empty when it holds none."""
        value = self.answers.value(item_id)
        if isinstance(value, str):
            return (value,)
        return tuple(str(code) for code in value) if isinstance(value, tuple) else ()

    def not_sure(self) -> Iterator[str]:
        """Yield the items answered *not sure*, in questionnaire order.

        Items that no profile answers are left out: there is nobody to ask about them.
        """
        for item in self.questionnaire:
            if item.id in self.groups and self.answers.state(item.id) is State.NOT_SURE:
                yield item.id

    def is_important(self, item_id: str) -> bool:
        """Tell whether an item was asked for and marked as mattering more than others.

        That is: *matters a lot*, a must where the item does not start as one, a starred code, or
        a group that the person put among the two that matter most.
        """
        response = self.answers.responses.get(item_id)
        if response is None or item_id not in self.questionnaire or not _holds_value(response):
            return False
        default = self.questionnaire.item(item_id).importance
        importance = response.importance or default
        return (
            importance is Importance.MATTERS_A_LOT
            or (importance is Importance.MUST and default is not Importance.MUST)
            or response.starred is not None
            or self.groups.get(item_id) in self.answers.weights.double
        )

    def holds(self, condition: str, profile: Profile) -> bool:
        """Tell whether a condition of the question bank holds for this person and this profile.

        `KeyError` for an unknown one.
        """
        return CONDITIONS[condition](self, profile)

    def chose(self, item_id: str, codes: frozenset[str]) -> bool:
        """Tell whether any of these codes was chosen for an item."""
        return not codes.isdisjoint(self.codes(item_id))

    def meets_online(self, profile: Profile) -> bool:
        """Tell whether a way of meeting online was asked for that the profile may offer."""
        wanted = ONLINE_FORMATS.intersection(self.codes("formats"))
        return bool(wanted) and _may_offer(profile, wanted)

    def may_meet_online(self, profile: Profile) -> bool:
        """Tell whether the way of meeting was left open and the profile may offer one online."""
        is_open = self.answers.state("formats") is State.NOT_SURE
        return is_open and _may_offer(profile, ONLINE_FORMATS)

    def meets_second_choice(self, profile: Profile) -> bool:
        """Tell whether a profile states hours that would do, and none of the good ones."""
        times = self.answers.value("times")
        if not isinstance(times, Times):
            return False
        free = free_cells(profile.tokens("times"))
        return not free.isdisjoint(times.possible) and free.isdisjoint(times.good)

    def keeps_private(self) -> bool:
        """Tell whether something private was withheld, or messages have to be discreet."""
        withheld = any(
            item.private and self.answers.state(item.id) is State.RATHER_NOT_SAY
            for item in self.questionnaire
        )
        return withheld or "discreet" in self.codes("reminders")

    def cares_for_culture(self) -> bool:
        """Tell whether anything of the group *culture* is important."""
        return any(
            group == "culture" and self.is_important(criterion)
            for criterion, group in self.groups.items()
        )


def _holds_value(response: Response) -> bool:
    return response.value is not None and response.value not in {"", ()}


def _may_offer(profile: Profile, formats: frozenset[str]) -> bool:
    """Tell whether a profile offers one of these formats, or does not say which it offers."""
    if profile.value("formats") is None:
        return True
    stated = dict(split_token(token) for token in profile.tokens("formats"))
    offered = {code for code, details in stated.items() if details != (NO,)}
    return not offered.isdisjoint({*formats, _MIXED})


def _of_the_person(holds: Callable[[Asked], bool]) -> Callable[[Asked, Profile], bool]:
    return lambda asked, _profile: holds(asked)


CONDITIONS: Mapping[str, Callable[[Asked, Profile], bool]] = {
    "online": Asked.meets_online,
    "maybe_online": Asked.may_meet_online,
    "second_choice": Asked.meets_second_choice,
} | {
    name: _of_the_person(holds)
    for name, holds in {
        "conflict": lambda asked: bool(asked.codes("hide_people")),
        "pleasing": lambda asked: asked.chose("practise", _PLEASING),
        "slow_trust": lambda asked: asked.chose("trust_pace", _SLOW_TRUST),
        "us_region": lambda asked: asked.answers.region.lower() == "us",
        "private": Asked.keeps_private,
        "hope": lambda asked: "agreement" in asked.answers.weights.double,
        "power": lambda asked: asked.answers.value("style_steer") in {-2, 2},
        "identity": lambda asked: any(asked.is_important(item) for item in _IDENTITY),
        "past_help": lambda asked: asked.chose("prior_help", _PAST_HELP),
        "faith": lambda asked: "include" in asked.codes("faith_stance"),
        "medicine": lambda asked: (
            bool(asked.codes("medication")) and asked.codes("medication") != ("no",)
        ),
        "couple": lambda asked: "couple" in asked.codes("participants"),
        "culture_important": Asked.cares_for_culture,
    }.items()
}
"""When each condition named in the question bank holds, for a person and a profile."""
