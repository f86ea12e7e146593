"""Everything a profile states, by subject, with the wish beside each fact."""

from collections.abc import Iterator

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from matcher.services.people.profile_facts import SECTIONS, has_aged, shown_subjects, subject_name
from ui.widgets.fact_row import FactWords
from ui.widgets.fit_strip import Block
from ui.widgets.result_words import NEED_BLOCKS, ResultWords, block_of, kind_of

__all__ = ["SECTIONS", "fact_words", "is_silent"]


def fact_words(
    subjects: tuple[str, ...], result: ProfileResult, profile: Profile, words: ResultWords
) -> Iterator[tuple[str, FactWords]]:
    """Yield each subject of a section with what its row says."""
    for subject in shown_subjects(subjects, profile):
        yield subject, _fact(subject, result, profile, words)


def is_silent(words: FactWords) -> bool:
    """Tell whether nothing is stated and nobody asked: not worth a row of its own."""
    return not words.source and not words.wish


def _fact(subject: str, result: ProfileResult, profile: Profile, words: ResultWords) -> FactWords:
    text, facts = words.language.text, words.match.evaluation.facts
    source = words.source(subject, profile)
    stated = words.offered(subject, profile) if source else text("profile.not_stated")
    if source and has_aged(subject, profile, facts.limit_days, facts.today):
        source = text("profile.aged", said=source)
    name = subject_name(subject, words.language.catalogue)
    return FactWords(name, stated, source, *_wish(subject, result, words))


def _wish(subject: str, result: ProfileResult, words: ResultWords) -> tuple[str, str, Block | None]:
    text = words.language.text
    for part in result.contributions:
        if part.criterion == subject:
            fit = text(f"results.kind.{kind_of(part)}")
            asked = words.asked(subject, part.asked)
            return text("profile.wish", asked=asked), fit, block_of(part)
    for reason in result.requirements:
        if reason.item == subject:
            kind, block = NEED_BLOCKS[reason.status]
            asked = words.asked(subject, reason.asked) or text("profile.yes")
            return text("profile.need", asked=asked), text(f"results.kind.{kind}"), block
    return "", "", None
