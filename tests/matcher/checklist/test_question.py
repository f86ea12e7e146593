"""A question knows what brings it up."""

import pytest

from matcher.checklist.question import ConsultationQuestion, Trigger, When

_QUESTION = ConsultationQuestion(
    "A2", "work", When.MEETING, 1, different=("style_steer",), conditions=("online",)
)


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        (Trigger.DIFFERENT, ("style_steer",)),
        (Trigger.CONDITION, ("online",)),
        (Trigger.NOT_STATED, ()),
        (Trigger.BASIC, ()),
    ],
)
def test_subjects_when_asked_by_trigger_then_its_list(
    trigger: Trigger, expected: tuple[str, ...]
) -> None:
    assert _QUESTION.subjects(trigger) == expected
