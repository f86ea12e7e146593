import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.choice import Choice


@pytest.mark.parametrize(
    ("before", "code", "on", "after"),
    [
        pytest.param(Choice(), "a", True, ("a",), id="first"),
        pytest.param(Choice(("a",)), "b", True, ("a", "b"), id="order_of_choosing"),
        pytest.param(Choice(("a", "b")), "a", False, ("b",), id="taken_off"),
        pytest.param(Choice(("a", "b")), "a", True, ("b", "a"), id="chosen_again"),
        pytest.param(Choice(("a",), several=False), "b", True, ("b",), id="only_one"),
        pytest.param(Choice(("a", "b"), limit=2), "c", True, ("a", "b"), id="full"),
        pytest.param(Choice(("a", "b"), limit=2), "a", False, ("b",), id="full_taken_off"),
    ],
)
def test_choice_when_a_code_is_turned_then_the_rule_holds(
    before: Choice, code: str, on: bool, after: tuple[str, ...]
) -> None:
    assert before.turned(code, on=on).codes == after


@given(st.integers(0, 3), st.lists(st.tuples(st.sampled_from("abcde"), st.booleans()), max_size=20))
def test_choice_when_turned_about_then_no_code_is_twice_and_the_limit_holds(
    limit: int, turns: list[tuple[str, bool]]
) -> None:
    choice = Choice(limit=limit)

    for code, on in turns:
        choice = choice.turned(code, on=on)

        assert len({*choice.codes}) == len(choice.codes)
        assert not limit or len(choice.codes) <= limit
