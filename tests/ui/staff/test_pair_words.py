import pytest
from support.builders import make_profile
from support.upkeep import days_ago

from matcher.services.upkeep.duplicates import NAME_PLACE, NPI, Pair
from ui.controllers.pair_jobs import Decision
from ui.controllers.twice_controller import ShownPair
from ui.language import Language
from ui.staff.pair_words import consequences, decision_words, why_words

_PAIR = Pair("p-1", "p-2", ("Ana", "Ana"), (NPI, NAME_PLACE), (True, True))


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision(1, "p-2"), "p-1 is part of p-2 now."),
        (Decision(1, "p-1"), "p-2 is part of p-1 now."),
        (Decision(1), "Noted: these are two people. They are not suggested again."),
        (
            None,
            (
                "One of the two is no longer there, or is part of another profile now. "
                "Nothing is left to decide."
            ),
        ),
    ],
)
def test_decision_when_made_then_it_is_told(decision: Decision | None, said: str) -> None:
    assert decision_words(ShownPair(_PAIR, None, decision), Language("en")) == said


def test_why_when_there_are_several_reasons_then_all_are_told() -> None:
    assert why_words(ShownPair(_PAIR, None, None), Language("en")) == (
        "May be one person: the same NPI number; the same name and place."
    )


_HIDDEN = (
    "Clients do not see p-1 now. They would see neither of the two, until you show the one that "
    "stays in the editor."
)


def test_consequences_when_told_then_what_is_new_what_changes_and_who_sees_it() -> None:
    keep = make_profile("p-1", name="Ana", phone="1", published=False, confirmed_on=days_ago(9))
    drop = make_profile("p-2", name="Ana", phone="2", website="w", confirmed_on=days_ago(1))

    assert [*consequences(keep, drop, Language("en"))] == [
        "p-2 goes into p-1. Only p-1 stays.",
        "New in p-1: Website.",
        "Changes in p-1, because a newer word holds: Phone.",
        "This goes. Only the history keeps it. Phone: 1.",
        _HIDDEN,
        "Lists that name p-2 are about p-1 from then on. You can take it back.",
    ]
    other_way = [*consequences(drop, keep, Language("en"))]
    assert "What p-2 states stays as it is." in other_way
    assert _HIDDEN in other_way
