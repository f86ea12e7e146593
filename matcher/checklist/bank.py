"""The question bank: ``resources/consultation/questions.toml``, checked as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from matcher.bundled import bundled_toml
from matcher.checklist.question import ConsultationQuestion, Trigger, When
from matcher.directory.field import FIELDS
from matcher.errors import Message, ResourceError

_FILE = "questions.toml"
_TRIGGERS = ("different", "not_stated", "not_sure", "important")
_LISTS = ("themes", *_TRIGGERS, "conditions", "answered_by")
_FLAGS = ("basic", "short_edition", "everyday", "listed")
_KEYS = frozenset({"id", "topic", "when", "priority", *_LISTS, *_FLAGS})
_PRIORITIES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions that can be offered.

    Attributes
    ----------
    topics
        In the order printed.
    questions
        In the order of the file, which is the order inside a topic.
    conditions
        Names of the conditions that may bring a question up.
    generic
        What the generic question has in common wherever it is used.
    """

    topics: tuple[str, ...]
    questions: tuple[ConsultationQuestion, ...]
    conditions: tuple[str, ...]
    generic: ConsultationQuestion

    def __iter__(self) -> Iterator[ConsultationQuestion]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def asking(self, trigger: Trigger, subject: str) -> tuple[ConsultationQuestion, ...]:
        """Return the questions brought up by `trigger` on `subject`, the leading one first."""
        found = [question for question in self if subject in question.subjects(trigger)]
        return tuple(sorted(found, key=lambda question: question.priority))

    def short(self) -> "Bank":
        """Return the bank with the questions of the short edition alone."""
        kept = tuple(question for question in self if question.short_edition)
        return replace(self, questions=kept)

    def generic_about(self, subject: str, topic: str, when: When) -> ConsultationQuestion:
        """Return the generic question about a criterion that has none of its own."""
        return ConsultationQuestion(
            id=f"{self.generic.id}.{subject}",
            topic=topic,
            when=when,
            priority=self.generic.priority,
            about=subject,
        )


@cache
def load_bank() -> Bank:
    """Load the question bank.

    Raises
    ------
    ResourceError
        With a message for each fault: file, question, key and what stands there.
    """
    raw = bundled_toml("consultation", _FILE)
    names = {name: tuple(raw.get(name, ())) for name in ("topics", "themes", "conditions")}
    names["answered_by"] = (*FIELDS,)
    entries = raw.get("question", [])
    faults = [fault for entry in entries for fault in _faults(entry, names)]
    faults += _repeated(entries)
    if not entries:
        faults.append(Message("error.resource.empty", file=_FILE))
    if faults:
        raise ResourceError(*faults)
    generic = raw["generic"]
    return Bank(
        topics=names["topics"],
        questions=tuple(_question(entry) for entry in entries),
        conditions=names["conditions"],
        generic=_question({"topic": "", **generic}),
    )


def _question(entry: Mapping[str, Any]) -> ConsultationQuestion:
    optional: dict[str, Any] = {name: tuple(entry.get(name, ())) for name in _LISTS}
    optional |= {name: entry[name] for name in _FLAGS if name in entry}
    return ConsultationQuestion(
        id=entry["id"],
        topic=entry["topic"],
        when=When(entry["when"]),
        priority=entry["priority"],
        **optional,
    )


def _faults(entry: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> Iterator[Message]:
    allowed = {"topic": names["topics"], "when": (*When,), "priority": _PRIORITIES}
    if not isinstance(entry.get("id"), str):
        yield _fault(entry, "id", entry.get("id"))
    for key, values in allowed.items():
        if entry.get(key) not in values:
            yield _fault(entry, key, entry.get(key))
    for key in _FLAGS:
        if not isinstance(entry.get(key, False), bool):
            yield _fault(entry, key, entry[key])
    for key in sorted(entry.keys() - _KEYS):
        yield _fault(entry, key, entry[key])
    for key in _LISTS:
        yield from _list_faults(entry, key, names.get(key))


def _list_faults(
    entry: Mapping[str, Any], key: str, allowed: tuple[str, ...] | None
) -> Iterator[Message]:
    values = entry.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        yield _fault(entry, key, values)
        return
    for value in values:
        if allowed is not None and value not in allowed:
            yield _fault(entry, key, value)


def _repeated(entries: list[Mapping[str, Any]]) -> Iterator[Message]:
    seen: set[object] = set()
    for entry in entries:
        entry_id = entry.get("id")
        if entry_id in seen:
            yield _fault(entry, "id", entry_id)
        seen.add(entry_id)


def _fault(entry: Mapping[str, Any], key: str, value: object) -> Message:
    name = str(entry.get("id", "?"))
    return Message("error.resource.entry", file=_FILE, entry=name, key=key, value=str(value))
