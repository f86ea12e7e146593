"""The short edition of a practitioner's page: read in three minutes, corrected with a pen."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from matcher.directory.profile import Fact
from matcher.document import Block, Paragraph, Section, Tone
from matcher.forms.profile_form import field_name
from matcher.forms.short_correction_form import ShortCorrectionForm
from matcher.services.people.profile_facts import register_words
from matcher.services.practitioner.page_words import PageWords
from matcher.services.practitioner.silence_words import SilenceWords, rounded

_MOST_COSTS, _LEAST_POINTS = 6, Fraction(1, 2)
"""What costs less is only named, and so is what comes after so many."""
_MOST_NAMED = 12
"""More than these are only counted."""


@dataclass(frozen=True, slots=True)
class ShortWords(PageWords):
    """Says one page in short."""

    def sections(self, stated: Mapping[str, str]) -> tuple[Section, ...]:
        """Return the page with room to correct it, what silence costs, and what can be added.

        Parameters
        ----------
        stated
            What each fact states in full, by field.
        """
        profile, usual = self.page.profile, self._usual(stated)
        said = {field: self._said(field, words, usual) for field, words in stated.items()}
        form = ShortCorrectionForm(self.words, said, self.page.lacking_levels)
        view = (*self._before(usual), *form.stated())
        return (
            Section(self._text("view.heading"), view),
            Section(self._text("silence.heading"), tuple(self._costs())),
            *form.silent(),
            form.end(profile.id, is_shown=profile.published),
        )

    def _before(self, usual: Fact | None) -> Iterator[Block]:
        profile = self.page.profile
        if not profile.published:
            yield Paragraph(self._text("hidden"), Tone.STRONG)
        yield self._say("lead" if profile.facts else "empty")
        said = f"{register_words(profile, self.words)}."
        if usual is not None:
            source = self.page.aged(self._source(usual), usual, self.words)
            said += f" {self._text('short.source', source=source)}"
        yield Paragraph(said)

    def _usual(self, stated: Mapping[str, str]) -> Fact | None:
        """Return a fact said by whom, and when, most of the page was said."""
        facts = [self.page.profile.facts[field] for field in stated]
        said = Counter(map(self._source, facts)).most_common(1)
        return next((fact for fact in facts if said and self._source(fact) == said[0][0]), None)

    def _said(self, field: str, words: str, usual: Fact | None) -> str:
        """Say what a fact states, and who said so where that is not who said most."""
        fact = self.page.profile.facts[field]
        source = self._source(fact)
        if usual is None or source == self._source(usual):
            return words
        return self._text("short.said", stated=words, source=source)

    def _costs(self) -> Iterator[Block]:
        costs = self.page.silence.costs
        worth = [cost for cost in costs if cost.is_need or cost.points >= _LEAST_POINTS]
        told = worth[:_MOST_COSTS]
        if told:
            yield self._say("costs.lead", points=rounded(self.page.silence.points))
        else:
            yield self._say("costs.nothing")
        if any(cost.is_need for cost in told):
            yield self._say("costs.needs")
        if not self.page.can_be_reached:
            yield Paragraph(self._text("silence.unreachable"), Tone.STRONG)
        yield from map(SilenceWords(self.page, self.words).short_cost, told)
        less = [self._name(cost.subject) for cost in costs if cost not in told]
        if len(less) > _MOST_NAMED:
            yield self._say("costs.many", n=len(less))
        elif less:
            yield self._say("costs.less", names=tuple(less))
        for each in self.page.silence.running_out:
            names = tuple(field_name(field, self.words) for field in each.fields)
            yield self._say("old", names=names, date=each.counts_until)

    def _say(self, key: str, **params: object) -> Paragraph:
        return Paragraph(self._text(f"short.{key}", **params))
