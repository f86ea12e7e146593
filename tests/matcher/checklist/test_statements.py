"""The statements by code: one list, with words for all of it."""

import pytest

from matcher.checklist.statements import AFTER_TALKS, ORDERED_STEPS, STATEMENTS, Step, WhatNow
from matcher.i18n import Catalogue, languages


@pytest.mark.parametrize("language", languages())
def test_codes_when_said_then_each_has_its_words(language: str) -> None:
    words = Catalogue(language)
    keys = [f"sheet.home.after.{code}" for code in STATEMENTS]
    keys += [f"sheet.home.step.{code}" for code in Step]
    keys += [f"sheet.home.next.{code}" for code in WhatNow]
    keys += [f"sheet.home.{code}" for code in AFTER_TALKS]

    assert len({words.text(key) for key in keys}) == len(keys) == 20


def test_steps_when_ordered_then_five_and_not_being_able_to_say_is_none_of_them() -> None:
    assert tuple(Step)[:5] == ORDERED_STEPS
    assert Step.CANNOT_SAY not in ORDERED_STEPS
