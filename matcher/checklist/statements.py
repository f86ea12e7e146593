"""What to think over after a visit, by code: one list for the paper and for the screen."""

from enum import StrEnum

STATEMENTS = ("heard", "direction", "way", "respect", "could_say", "frame", "hope")
"""The seven statements, in the order shown; their words are ``sheet.home.after.<code>``."""


class Step(StrEnum):
    """How far a statement holds, in words: ``sheet.home.step.<code>``.

    A code and no number, so that nothing adds them up.
    """

    NOT_AT_ALL = "not_at_all"
    A_LITTLE = "a_little"
    PARTLY = "partly"
    MOSTLY = "mostly"
    FULLY = "fully"
    CANNOT_SAY = "cannot_say"


ORDERED_STEPS = tuple(step for step in Step if step is not Step.CANNOT_SAY)
"""The five that have an order, the least first."""


class WhatNow(StrEnum):
    """What a person wants to do after a visit; its words are ``sheet.home.next.<code>``."""

    GO_ON = "go_on"
    ONCE_MORE = "once_more"
    LOOK_FURTHER = "look_further"


AFTER_TALKS = ("how_it_felt", "what_they_said", "what_it_costs", "would_i_go")
"""What there is room for after a talk when people are compared: ``sheet.home.<code>``."""
