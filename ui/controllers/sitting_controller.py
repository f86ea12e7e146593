"""The owner of what a person answered in this window."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from matcher.checklist.crisis import load_crisis_lines
from matcher.preferences.age import may_be_of_age, may_be_younger
from matcher.preferences.whereabouts import ONLINE_FORMATS, fit_answers
from matcher.questionnaire.definition import Page, Questionnaire
from matcher.questionnaire.item import Importance, Item, ItemKind
from matcher.questionnaire.response import Response, ResponseSet, State, Value, WeightWishes

MOST_DOUBLE = 2
"""How many groups may be the ones that matter most."""

HELPER = "helper"


class SittingController(QObject):
    """Takes answers and gives them back; nothing of it outlives the sitting.

    Parameters
    ----------
    questionnaire
        What is asked.
    language, region
        What the answers are given in.
    own_words
        Whether a person may answer in words of their own; without, such items are not asked.

    Attributes
    ----------
    person_is_here
        Whether the person that somebody helps is here.
    skips_private
        Whether the private pages are left out.
    passed_pause
        Whether the person chose to answer them here.

    Signals
    -------
    changed
        After any change.
    """

    changed = Signal()

    def __init__(
        self,
        questionnaire: Questionnaire,
        language: str,
        region: str,
        parent: QObject | None = None,
        *,
        own_words: bool = True,
    ) -> None:
        super().__init__(parent)
        self.questionnaire = questionnaire
        self.takes_own_words = own_words
        self.person_is_here = True
        self.skips_private = self.passed_pause = False
        self._answers = ResponseSet(questionnaire.id, language=language, region=region)
        self._set_aside: dict[str, dict[str, Response | None]] = {}
        self._place_as_said: Response | None = None

    @property
    def answers(self) -> ResponseSet:
        """All answers so far."""
        return self._answers

    @property
    def weights(self) -> WeightWishes:
        """What was said about how much the groups count."""
        return self._answers.weights

    @property
    def double(self) -> tuple[str, ...]:
        """The groups that matter most."""
        return self._answers.weights.double

    @property
    def is_helper(self) -> bool:
        """Whether somebody answers for another person."""
        return self._answers.value("answered_by") == HELPER

    @property
    def private_pages(self) -> tuple[Page, ...]:
        """The pages behind the pause."""
        pages = self.questionnaire.pages
        ids = [page.id for page in pages]
        return pages[ids.index(self.questionnaire.pause_before) :]

    @property
    def is_couple(self) -> bool:
        """Whether the help is for two."""
        return self._answers.value("participants") == "couple"

    @property
    def is_online_only(self) -> bool:
        """Whether no way of meeting was chosen for which anybody has to travel."""
        formats = self._answers.value("formats")
        return isinstance(formats, tuple) and bool(formats) and ONLINE_FORMATS.issuperset(formats)

    @property
    def is_too_young(self) -> bool:
        """Whether the person who answers may be below the region's age."""
        return not self.is_helper and may_be_younger(self._answers, self._youth_limit())

    @property
    def may_be_of_age(self) -> bool:
        """Whether the age group chosen reaches up to the region's age."""
        return may_be_of_age(self._answers, self._youth_limit())

    def response(self, item_id: str) -> Response | None:
        """Return what was said about an item; ``None`` when it was never reached."""
        return self._answers.responses.get(item_id)

    def default_importance(self, item: Item) -> Importance:
        """Return what an answer counts as when the person does not say."""
        spoken = self._answers.value("languages")
        language = self._answers.language.partition("-")[0]
        if item.id == "languages" and isinstance(spoken, tuple) and language in spoken:
            return Importance.MATTERS
        return item.importance

    def is_asked(self, item_id: str) -> bool:
        """Tell whether an item is asked here: not one for own words where there are none."""
        kind = self.questionnaire.item(item_id).kind
        return self.takes_own_words or kind is not ItemKind.TEXT

    @property
    def has_answers(self) -> bool:
        """Whether the person said anything; who answers is no answer."""
        said = {i.id for i in self.questionnaire if self._answers.value(i.id) is not None}
        return bool(said - {"answered_by"}) or self.weights != WeightWishes()

    @property
    def has_private_answers(self) -> bool:
        """Whether something behind the pause was answered already."""
        return any(i.private and self._answers.value(i.id) is not None for i in self.questionnaire)

    def answer_private(self, *, here: bool) -> None:
        """Keep whether the private pages are answered here, or left out."""
        self.skips_private, self.passed_pause = not here, here

    def respond(self, item_id: str, value: Value | None) -> None:
        """Keep a value; ``None`` takes it back, which leaves *no preference*."""
        before = self.response(item_id)
        if value is None and before is not None and before.own_words:
            value = ()
        if value is None:
            self._keep(item_id, Response(state=State.NO_PREFERENCE))
        else:
            importance = None if before is None else before.importance
            starred = before.starred if before is not None else None
            kept = starred if isinstance(value, tuple) and starred in value else None
            own_words = None if before is None else before.own_words
            self._keep(item_id, Response(value, None, importance, kept, own_words))

    def decline(self, item_id: str, state: State) -> None:
        """Keep that no value is given, and why."""
        self._keep(item_id, Response(state=state))

    def set_importance(self, item_id: str, importance: Importance) -> None:
        """Keep how much an answer counts."""
        before = self.response(item_id)
        if before is not None and before.value is not None:
            self._keep(item_id, replace(before, importance=importance))

    def set_starred(self, item_id: str, code: str | None) -> None:
        """Keep which of the chosen codes counts double."""
        before = self.response(item_id)
        if before is not None and before.value is not None:
            self._keep(item_id, replace(before, starred=code))

    def set_own_words(self, item_id: str, words: str) -> None:
        """Keep the words a person adds to the chosen codes."""
        before = self.response(item_id) or Response()
        value = before.value or ()
        if words or value:
            self._keep(item_id, replace(before, value=value, state=None, own_words=words or None))
        else:
            self._keep(item_id, Response(state=State.NO_PREFERENCE))

    def pass_page(self, page: Page) -> None:
        """Keep *no preference* for what was seen and left as it was."""
        for item_id in page.items:
            if self.response(item_id) is None:
                self._keep(item_id, Response(state=State.NO_PREFERENCE))

    def set_double(self, groups: tuple[str, ...]) -> None:
        """Keep the groups that count double."""
        # Own points leave no room for counting double: whoever chooses groups anew begins anew.
        self.set_weights(replace(self.weights, double=groups[:MOST_DOUBLE], points=None))

    def set_weights(self, weights: WeightWishes) -> None:
        """Keep how much the groups count."""
        self._answers = replace(self._answers, weights=weights)
        self.changed.emit()

    def set_helper(self, is_helper: bool) -> None:
        """Keep who answers: the person, or somebody who helps."""
        self._keep("answered_by", Response(HELPER if is_helper else "self"))

    def set_language(self, language: str) -> None:
        """Keep the language the answers are given in."""
        self._answers = replace(self._answers, language=language)
        self.changed.emit()

    def set_region(self, region: str) -> None:
        """Keep the region the answers are given in.

        An amount and a postcode mean something only where they were given: in another region both
        are asked anew. They are there again for who comes back to the first one.
        """
        local = [i.id for i in self.questionnaire if i.kind in (ItemKind.MONEY, ItemKind.PLACE)]
        self._set_aside[self._answers.region] = {item: self.response(item) for item in local}
        if self._place_as_said is not None:
            self._set_aside[self._answers.region]["place"] = self._place_as_said
        self._place_as_said = None
        there = self._set_aside.get(region, {})
        self._answers = replace(self._answers, region=region)
        for item in local:
            self._answers = self._answers.with_response(item, there.get(item))
        self._fit_place()
        self.changed.emit()

    def take(self, answers: ResponseSet) -> None:
        """Take over a whole set of answers."""
        self._answers = answers
        self._place_as_said = None
        self.changed.emit()

    def clear(self) -> None:
        """Forget every answer; language and region stay."""
        self.person_is_here = True
        self.skips_private = self.passed_pause = False
        self._set_aside.clear()
        self.take(replace(self._answers, responses=MappingProxyType({}), weights=WeightWishes()))

    def _youth_limit(self) -> int:
        return load_crisis_lines(self._answers.region).youth_limit

    def _keep(self, item_id: str, response: Response) -> None:
        if response == self.response(item_id):
            return
        self._answers = self._answers.with_response(item_id, response)
        if item_id == "place":
            self._place_as_said = None
        if item_id == "formats":
            self._fit_place()
        self.changed.emit()

    def _fit_place(self) -> None:
        """Let the place ask for what the ways of meeting call for.

        A distance is not asked for where nobody travels; it is there again when somebody may.
        """
        if self.is_online_only:
            self._place_as_said = self._place_as_said or self.response("place")
        elif self._place_as_said is not None:
            self._answers = self._answers.with_response("place", self._place_as_said)
            self._place_as_said = None
        self._answers = fit_answers(self._answers, is_online_only=self.is_online_only)
