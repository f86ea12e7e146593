"""The sentence builder: beginnings with gaps, and ways to go on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.bundled import bundled_toml
from matcher.checklist.statements import STATEMENTS
from matcher.errors import Message, ResourceError
from matcher.followup.check_in import Change, ChangeKind

GAP = "…"
"""Stands in a beginning where words of one's own go."""

_FILE = "followup/sentences.toml"
_OFFERED = (ChangeKind.LESS, ChangeKind.NO_LONGER, ChangeKind.MORE)
"""For what a sentence is offered, the first of these first."""
_ENDS = (".", "?", "!", GAP)


@dataclass(frozen=True, slots=True)
class SentenceKind:
    """What a sentence is for; its name is ``followup.sentence.<id>.name``.

    Attributes
    ----------
    start
        Key of the beginning.
    ways
        Keys of two or three whole sentences to go on with.
    """

    id: str
    start: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SuggestedSentence:
    """A sentence to open the talk with, and the change it comes from."""

    kind: SentenceKind
    change: Change


@dataclass(frozen=True, slots=True)
class SentenceBook:
    """All kinds of sentences, and which is offered when.

    Attributes
    ----------
    kinds
        In the order shown.
    offered
        Id of a kind by change and statement; read-only.
    """

    kinds: tuple[SentenceKind, ...]
    offered: Mapping[tuple[ChangeKind, str], str]

    def kind(self, id_: str) -> SentenceKind:
        """Return a kind; `KeyError` for an id that is none."""
        return {each.id: each for each in self.kinds}[id_]

    def suggested(self, changes: Iterable[Change]) -> SuggestedSentence | None:
        """Return one sentence to open the talk with; ``None`` when nothing is another.

        What holds less goes first, then what is no longer said, then what holds more; among
        alike, the order of the statements. Ending is never offered.
        """
        changed = [*changes]
        for kind in _OFFERED:
            for change in changed:
                id_ = self.offered.get((change.kind, change.statement))
                if change.kind is kind and id_ is not None:
                    return SuggestedSentence(self.kind(id_), change)
        return None


@cache
def load_sentences() -> SentenceBook:
    """Load the sentences.

    Raises
    ------
    ResourceError
        With a message for each entry at fault.
    """
    document = bundled_toml(*_FILE.split("/"))
    entries = document.get("sentence", [])
    kinds = tuple(
        SentenceKind(
            str(entry.get("id")),
            str(entry.get("start", "")),
            tuple(
                f"followup.sentence.{entry.get('id')}.way.{way}" for way in entry.get("ways", ())
            ),
        )
        for entry in entries
    )
    offered = {
        (kind, statement): str(id_)
        for kind in _OFFERED
        for statement, id_ in document.get("suggested", {}).get(kind.value, {}).items()
    }
    faults = [*_faults(kinds, offered)]
    if faults:
        raise ResourceError(*faults)
    return SentenceBook(kinds, MappingProxyType(offered))


def gaps_in(start: str) -> int:
    """Return how many gaps a beginning has, at least one."""
    return max(start.count(GAP), 1)


def composed(start: str, words: Sequence[str], way: str = "") -> str:
    """Return a whole sentence.

    Parameters
    ----------
    start
        The beginning, in the reader's language.
    words
        What goes into its gaps, in order; a gap without words stays one.
    way
        A sentence to go on with; ``""`` for none.
    """
    parts = (start if GAP in start else f"{start} {GAP}").split(GAP)
    filled = [" ".join(each.split()) or GAP for each in words[: len(parts) - 1]]
    filled += [GAP] * (len(parts) - 1 - len(filled))
    said = "".join(f"{part}{word}" for part, word in zip(parts, [*filled, ""], strict=True))
    ended = said if said.endswith(_ENDS) else f"{said}."
    return f"{ended} {way}".strip()


def _faults(
    kinds: Sequence[SentenceKind], offered: Mapping[tuple[ChangeKind, str], str]
) -> Iterable[Message]:
    ids = [each.id for each in kinds]
    if not ids:
        yield Message("error.resource.empty", file=_FILE)
    for kind in kinds:
        for key, is_right in (
            ("id", ids.count(kind.id) == 1),
            ("start", bool(kind.start)),
            ("ways", len(kind.ways) in {2, 3}),
        ):
            if not is_right:
                yield Message("error.resource.entry", file=_FILE, entry=kind.id, key=key, value="")
    for (change, statement), id_ in offered.items():
        if id_ not in ids or statement not in STATEMENTS:
            yield Message(
                "error.resource.entry", file=_FILE, entry=change.value, key=statement, value=id_
            )
