"""The model card in a language: sections of paragraphs, lists and tables, however printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.document import Block, Bullets, Document, Fit, Paragraph, Section, Sheet, Table, Tone
from matcher.document_words import document_of
from matcher.i18n import Catalogue
from matcher.services.model_card.card import ModelCard, ValueRow
from matcher.services.model_card.examples import example_row
from matcher.services.model_card.sources import cite_all, describe_source
from matcher.services.model_card.weights import weight_blocks
from matcher.services.people.wording import describe_name

_STATES = ("no_preference", "not_sure", "rather_not_say")


def model_card_document(card: ModelCard, words: Catalogue) -> Document:
    """Return the card as one sheet, in a language, ready to be printed."""
    sheet = Sheet(
        title=words.text("model.title"),
        aside=(),
        sections=model_card_sections(card, words),
        footer=words.text("model.sheet.footer", version=card.versions.model),
    )
    return document_of(sheet.title, (sheet,), words)


def model_card_sections(card: ModelCard, words: Catalogue) -> tuple[Section, ...]:
    """Return the sections of the card in reading order."""
    writer = _Writer(card, words)
    return (
        writer.plain("for", "what", "score", "not"),
        writer.input(),
        writer.needs(),
        writer.weights(),
        writer.values(),
        writer.examples(),
        writer.score(),
        writer.plain("order", "points", "chance", "day", "others", "pay"),
        writer.firm(),
        writer.bullets("never", card.never),
        writer.bullets("unknown", card.unknown),
        writer.research(),
        writer.sources(),
        writer.versions(),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    card: ModelCard
    words: Catalogue

    def plain(self, name: str, *keys: str) -> Section:
        return self._section(name, *(self._say(f"{name}.{key}") for key in keys))

    def bullets(self, name: str, keys: tuple[str, ...]) -> Section:
        items = tuple(self.words.text(f"model.{name}.{key}") for key in keys)
        return self._section(name, Bullets(items))

    def input(self) -> Section:
        states = {state: self.words.text(f"item.state.{state}") for state in _STATES}
        return self._section(
            "input",
            self._say("input.you"),
            self._say("input.open", **states),
            self._say("input.profile"),
            self._say("input.age", n=self.card.thresholds.age_days),
            self._say("input.nothing_learned"),
        )

    def needs(self) -> Section:
        needs = self.card.needs
        return self._section(
            "needs",
            self._say("needs.first"),
            self._say("needs.three"),
            self._say("needs.standing", names=self._names(needs.standing)),
            self._lead("needs.groups"),
            Bullets(tuple(self.words.text(f"model.needs.group.{group}") for group in needs.groups)),
            self._say("needs.kept"),
            self._say("needs.relax", names=self._names(needs.relaxable)),
            self._say("needs.gap"),
        )

    def weights(self) -> Section:
        return self._section("weights", *weight_blocks(self.card, self.words))

    def values(self) -> Section:
        full = self.card.thresholds.full
        return self._section(
            "values",
            self._say("values.rule", full=full),
            self._say("values.open", names=self._names(self.card.open_lists)),
            self._say("values.level"),
            self._say("values.fixed"),
            *self._rules(),
        )

    def examples(self) -> Section:
        columns = ("wish", "asked", "offered", "value")
        headings = tuple(self.words.text(f"model.values.column.{column}") for column in columns)
        rows = tuple(row for value in self.card.values for row in self._example_rows(value))
        return Section(
            self.words.text("model.values.examples"),
            (self._say("values.by_hand"), self._say("values.checked"), Table(headings, rows)),
        )

    def score(self) -> Section:
        limits = self.card.thresholds
        return self._section(
            "score",
            self._say("score.sum"),
            self._say("score.range"),
            self._say("score.words", fits=limits.fits_from, unknown=limits.unknown_from),
            self._say("score.why"),
        )

    def firm(self) -> Section:
        return self._section(
            "firm",
            self._say("firm.draws", draws=self.card.thresholds.draws),
            self._say("firm.says"),
            self._say("firm.presets"),
            self._say("firm.limit"),
        )

    def research(self) -> Section:
        limits = tuple(
            self.words.text(
                "model.with_sources",
                text=self.words.text(f"model.limit.{limit.id}"),
                sources=self._cites(limit.sources),
            )
            for limit in self.card.limits
        )
        return self._section(
            "research",
            self._say("research.shows"),
            self._say("weights.sources", sources=self._cites(self.card.general)),
            self._lead("research.limits"),
            Bullets(limits),
        )

    def sources(self) -> Section:
        return Section(
            self.words.text("model.research.sources"),
            (
                self._say("research.marked"),
                self._say("research.figures"),
                *(describe_source(source, self.words) for source in self.card.sources.values()),
            ),
        )

    def versions(self) -> Section:
        versions = self.card.versions
        return self._section(
            "versions",
            self._say("versions.model", version=versions.model),
            self._say("versions.questionnaire", version=versions.questionnaire),
            self._say("versions.fingerprint", fingerprint=versions.fingerprint),
            self._say("versions.why"),
            together=True,
        )

    def _section(self, name: str, *blocks: Block, together: bool = False) -> Section:
        return Section(self.words.text(f"model.{name}.heading"), blocks, together=together)

    def _say(self, key: str, **params: object) -> Paragraph:
        return Paragraph(self.words.text(f"model.{key}", **params), Tone.BODY)

    def _lead(self, key: str) -> Paragraph:
        """Return words that lead to what follows them."""
        return Paragraph(self.words.text(f"model.{key}"), Tone.STRONG)

    def _names(self, subjects: tuple[str, ...]) -> str:
        return self.words.list(describe_name(subject, self.words) for subject in subjects)

    def _cites(self, ids: tuple[str, ...]) -> str:
        return cite_all(ids, self.card.sources, self.words)

    def _value_name(self, row: ValueRow) -> str:
        own = f"model.value.{row.id}_name"
        return self.words.text(own) if self.words.has(own) else describe_name(row.id, self.words)

    def _rules(self) -> Iterator[Fit]:
        """Yield the rules; criteria whose rules read alike are told together."""
        names: dict[str, list[str]] = {}
        for row in self.card.values:
            rule = self.words.text(f"model.value.{row.id}", **row.numbers)
            names.setdefault(rule, []).append(self._value_name(row))
        for rule, alike in names.items():
            yield Fit(", ".join(alike), "", (rule,))

    def _example_rows(self, row: ValueRow) -> Iterator[tuple[str, ...]]:
        for number, example in enumerate(row.examples):
            name = "" if number else describe_name(example.criterion, self.words)
            yield (name, *example_row(example, self.words))
