"""The bank loads whole, and a wrong one names every fault at once."""

import pytest

from matcher.checklist import bank as bank_module
from matcher.checklist.bank import load_bank
from matcher.checklist.question import Trigger, When
from matcher.errors import ResourceError

_GOOD = {"id": "A1", "topic": "work", "themes": ["trust"], "when": "meeting", "priority": 1}
_NAMES = {"topics": ["work"], "themes": ["trust"], "conditions": ["online"]}


def _load(monkeypatch: pytest.MonkeyPatch, *questions: dict[str, object]) -> None:
    raw = {**_NAMES, "generic": {"id": "generic", "when": "meeting", "priority": 2}}
    monkeypatch.setattr(bank_module, "bundled_toml", lambda *_: {**raw, "question": [*questions]})
    load_bank.__wrapped__()


def test_load_bank_when_shipped_then_75_questions_and_the_generic_one() -> None:
    bank = load_bank()

    assert len(bank) == 75
    assert bank.generic.id == "generic"


def test_short_when_asked_for_then_sixty_are_left_with_the_eighteen_basic_ones() -> None:
    bank = load_bank()
    short = bank.short()

    assert len(short) == 60
    assert {each.id for each in bank} - {each.id for each in short} == set(
        "E4 E5 C7 C8 F6 S2 P3 T4 B3 K2 X3 X4 N2 G6 L4".split()
    )
    assert sum(each.basic for each in short) == sum(each.basic for each in bank) == 18


def test_load_bank_when_a_question_is_answered_by_no_field_then_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(ResourceError) as raised:
        _load(monkeypatch, {**_GOOD, "answered_by": ["shoe_size"]})

    assert raised.value.messages[0].params["value"] == "shoe_size"


def test_asking_when_several_questions_list_a_criterion_then_the_leading_one_first() -> None:
    ids = [question.id for question in load_bank().asking(Trigger.NOT_STATED, "issues")]

    assert ids == ["E1", "E4"]


def test_generic_about_when_made_then_it_names_its_criterion() -> None:
    question = load_bank().generic_about("style_time", "work", When.BOOKING)

    assert (question.id, question.about, question.when) == (
        "generic.style_time",
        "style_time",
        When.BOOKING,
    )


def test_load_bank_when_several_things_are_wrong_then_all_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faulty = {**_GOOD, "topic": "weather", "when": "never", "priority": 9, "themes": ["luck"]}
    odd = {**_GOOD, "id": "A2", "conditions": "online", "basic": "yes", "colour": "red"}

    with pytest.raises(ResourceError) as raised:
        _load(monkeypatch, _GOOD, faulty, odd)

    named = {(m.params["entry"], m.params["key"]) for m in raised.value.messages}
    assert named == {
        ("A1", "topic"),
        ("A1", "when"),
        ("A1", "priority"),
        ("A1", "themes"),
        ("A1", "id"),
        ("A2", "conditions"),
        ("A2", "basic"),
        ("A2", "colour"),
    }


def test_load_bank_when_empty_then_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ResourceError) as raised:
        _load(monkeypatch)

    assert [message.key for message in raised.value.messages] == ["error.resource.empty"]
