"""What the card of a pair says."""

from collections.abc import Iterator, Sequence

from matcher.directory.profile import Profile
from matcher.services.people.fact_words import field_name
from matcher.services.upkeep.given_up import given_up_words
from matcher.services.upkeep.pair_facts import outcome
from ui.controllers.twice_controller import ShownPair
from ui.language import Language


def why_words(shown: ShownPair, words: Language) -> str:
    """Say why two may be one person."""
    reasons = [words.text(f"cli.duplicates.{reason}") for reason in shown.pair.reasons]
    return words.text("upkeep.twice.why_pair", reasons="; ".join(reasons))


def consequences(keep: Profile, drop: Profile, words: Language) -> Iterator[str]:
    """Say, sentence by sentence, what becomes of two profiles when they are made one."""
    text = words.text
    yield text("upkeep.twice.future.goes", keep=keep.id, drop=drop.id)
    said = outcome(keep, drop)
    if said.added:
        yield text("upkeep.twice.future.added", keep=keep.id, fields=_names(said.added, words))
    if said.changed:
        yield text("upkeep.twice.future.changed", keep=keep.id, fields=_names(said.changed, words))
    if not (said.added or said.changed):
        yield text("upkeep.twice.future.nothing", keep=keep.id)
    if said.gone:
        yield text("upkeep.twice.future.gone", facts=given_up_words(said.gone, words.catalogue))
    if drop.published != keep.published:
        hidden = drop if keep.published else keep
        yield text("upkeep.twice.future.hidden", id=hidden.id)
    yield text("upkeep.twice.future.files", keep=keep.id, drop=drop.id)


def decision_words(shown: ShownPair, words: Language) -> str:
    """Say what was decided of a pair, or that it is no pair any more."""
    decision, (first, second) = shown.decision, shown.key
    if decision is None:
        return words.text("upkeep.twice.gone")
    if not decision.kept:
        return words.text("upkeep.twice.done_apart")
    drop = second if decision.kept == first else first
    return words.text("upkeep.twice.done_merged", keep=decision.kept, drop=drop)


def _names(fields: Sequence[str], words: Language) -> str:
    return words.catalogue.list([field_name(field, words.catalogue) for field in fields])
