"""A practitioner's page as a document: as clients see it, what silence costs, a form to correct."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from matcher.directory.field import FIELDS
from matcher.document import Block, Document, Fit, Paragraph, Section, Sheet, Tone
from matcher.document_words import document_of
from matcher.forms.correction_form import StatedLine, correction_sections
from matcher.services.people.fact_words import field_value
from matcher.services.people.profile_facts import ShownFact, register_words
from matcher.services.people.wording import clipped, in_one_line
from matcher.services.practitioner.page_words import PageWords
from matcher.services.practitioner.short_words import ShortWords
from matcher.services.practitioner.silence_words import SilenceWords


@dataclass(frozen=True, slots=True)
class PractitionerWords(PageWords):
    """Says one page in one language."""

    @property
    def title(self) -> str:
        """Neutral: it may stand in a print queue."""
        return self._text("title")

    def document(self, *, is_full: bool = False) -> Document:
        """Return everything that is printed: the page with its costs, and the form.

        Parameters
        ----------
        is_full
            Whether each fact has a row of its own with who said so, and boxes of its own on the
            form; else all of it is short enough to be read and corrected in some minutes.
        """
        sheets = tuple(self._full()) if is_full else (self._short(),)
        return document_of(self.title, sheets, self.words)

    def _full(self) -> Iterator[Sheet]:
        form_title = self._text("form.title")
        yield Sheet(self.title, self._aside, self.reading(), self.title)
        yield Sheet(form_title, self._aside, self._form(), form_title)

    def _short(self) -> Sheet:
        stated = {
            field: self._stated(field) for field in self.page.profile.facts if field in FIELDS
        }
        sections = ShortWords(self.page, self.words).sections(stated)
        return Sheet(self.title, self._aside, sections, self.title)

    @property
    def _aside(self) -> tuple[str, ...]:
        return clipped(self.page.profile.name), self._text("printed", date=self.page.today)

    def reading(self) -> tuple[Section, ...]:
        """Return what is there to be read: the page as clients see it, and what silence costs."""
        silence, *others = SilenceWords(self.page, self.words).sections()
        return (*self._view(), replace(silence, starts_page=True), *others)

    def _view(self) -> Iterator[Section]:
        yield Section(self._text("view.heading"), tuple(self._head()))
        for section, facts in self.page.sections(self.words):
            heading = self.words.text(f"profile.section.{section}")
            yield Section(heading, tuple(self._rows(facts)))
        fact = self.page.profile.facts.get("bio")
        if fact is not None and fact.value:
            source = self.page.aged(self._source(fact), fact, self.words)
            told = (Paragraph(in_one_line(str(fact.value))), Paragraph(source, Tone.QUIET))
            yield Section(self.words.text("profile.section.bio"), told)

    def _head(self) -> Iterator[Block]:
        profile = self.page.profile
        if not profile.published:
            yield Paragraph(self._text("hidden"), Tone.STRONG)
        yield Paragraph(self._text("view.lead"))
        yield Paragraph(clipped(profile.name), Tone.STRONG)
        own = (profile.text(field) for field in ("pronouns", "title", "credential"))
        if about := " · ".join(filter(None, map(clipped, own))):
            yield Paragraph(about)
        yield Paragraph(register_words(profile, self.words))

    def _rows(self, facts: tuple[ShownFact, ...]) -> Iterator[Block]:
        for each in facts:
            if each.fact is not None:
                source = self.page.aged(self._source(each.fact), each.fact, self.words)
                yield Fit(each.name, "", (each.stated,), source)
        silent = tuple(each.name for each in facts if each.fact is None)
        if silent:
            yield Paragraph(self.words.text("profile.silent", names=silent), Tone.QUIET)

    def _form(self) -> tuple[Section, ...]:
        profile = self.page.profile
        stated = [
            StatedLine(
                field,
                self._stated(field),
                self._source(fact),
                lacks_levels=field in self.page.lacking_levels,
            )
            for field, fact in profile.facts.items()
            if field in FIELDS
        ]
        return correction_sections(profile.id, stated, self.words, is_shown=profile.published)

    def _stated(self, field: str) -> str:
        """Say what a fact states; an amount with its currency."""
        fact, currency = self.page.profile.facts[field], self.page.profile.text("currency")
        if field in {"fee_min", "fee_max"} and len(currency) == 3:
            return self.words.money(fact.value, currency)  # type: ignore[arg-type]
        return field_value(field, fact, self.words)
