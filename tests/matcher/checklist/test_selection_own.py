"""The person's own questions keep their place, whatever is picked, and none is ever lost."""

from hypothesis import given
from hypothesis import strategies as st
from support.results import make_asked, make_contribution, make_result, make_selection

from matcher.checklist.question import Trigger
from matcher.checklist.selection import MOST, OWN_TOPIC, Selection

_SHORT = make_selection(make_asked())
_FULL = make_selection(
    make_asked(),
    make_result(
        *(
            make_contribution(f"style_{axis}", 0, 1000)
            for axis in ("steer", "plan", "talk", "us", "pace", "words")
        )
    ),
)
_IDS = [each.id for each in (*_FULL.suggested, *_FULL.others)]


def _ids(questions: object) -> list[str]:
    return [each.id for each in questions]  # type: ignore[attr-defined]


def test_picked_when_own_ones_are_written_then_they_stand_at_the_end_of_the_first_page() -> None:
    picked = _SHORT.picked([], ["May I bring my dog?", "Is there tea?"])

    assert _ids(picked.suggested) == [*_ids(_SHORT.suggested), "own.1", "own.2"]
    assert picked.others == _SHORT.others
    own = picked.suggested[-1]
    assert (own.question.words, own.topic, own.reason.trigger) == (
        "Is there tea?",
        OWN_TOPIC,
        Trigger.OWN,
    )


def test_picked_when_an_own_one_is_picked_then_it_stands_where_it_was_put() -> None:
    picked = _SHORT.picked(["own.2", "X1", "own.9"], ["First?", "Second?"])

    assert _ids(picked.suggested) == ["own.2", "X1", "own.1"]


def test_picked_when_nothing_was_picked_then_suggestions_make_room() -> None:
    picked = _FULL.picked([], ["First?", "Second?"])

    assert _ids(picked.suggested) == [*_ids(_FULL.suggested)[: MOST - 2], "own.1", "own.2"]


def test_picked_when_the_first_page_is_full_then_own_ones_lead_the_others() -> None:
    five = _ids(_FULL.suggested)

    picked = _FULL.picked(five, ["First?", "Second?"])

    assert _ids(picked.suggested) == five
    assert _ids(picked.others) == ["own.1", "own.2", *_ids(_FULL.others)]


def test_picked_when_own_ones_are_empty_or_repeated_then_each_stands_once() -> None:
    picked = _SHORT.picked([], ["", "Why?", " \x00\n", "Why? ", "How?"])

    assert _ids(picked.suggested)[-2:] == ["own.2", "own.5"]


def test_picked_when_a_suggestion_is_taken_off_then_no_heading_stands_twice() -> None:
    topics = [each.topic for each in _FULL.picked(["X1"], ["Why?"]).others]

    assert [*dict.fromkeys(topics)] == [
        topic for place, topic in enumerate(topics) if topics[place - 1 : place] != [topic]
    ]


@given(
    st.sampled_from([_SHORT, _FULL]),
    st.lists(st.sampled_from([*_IDS, "own.1", "own.2", "own.3", "own.7", "nothing"]), max_size=9),
    st.lists(st.sampled_from(["One?", "Two?", "Three?", "", "Four?", "Five?"]), max_size=8),
)
def test_picked_when_anything_is_picked_then_nothing_is_lost_and_nothing_stands_twice(
    selection: Selection, ids: list[str], own: list[str]
) -> None:
    picked = selection.picked(ids, own)

    stand = [*picked.suggested, *picked.others]
    before = {*_ids(selection.suggested), *_ids(selection.others)}
    assert len(_ids(stand)) == len(set(_ids(stand)))
    assert {id_ for id_ in _ids(stand) if not id_.startswith("own.")} == before
    assert {each.question.words for each in stand} - {""} == {*own} - {""}
    assert 1 <= len(picked.suggested) <= MOST
    assert picked == selection.picked(ids, own)
