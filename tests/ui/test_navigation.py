from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.navigation import PageFlow

_ORDER = ("first", "times", "pause", "issues", "review")


def _order() -> tuple[str, ...]:
    return _ORDER


@pytest.fixture
def flow() -> PageFlow:
    return PageFlow("first", _order)


def test_flow_when_new_then_it_begins_at_the_first_page_without_asking_for_the_others() -> None:
    def refuse() -> tuple[str, ...]:
        raise AssertionError("not needed yet")

    flow = PageFlow("first", refuse)

    assert flow.current == "first"
    assert not flow.can_go_back


def test_next_when_pressed_to_the_end_then_it_follows_the_order_and_stays(flow: PageFlow) -> None:
    assert [flow.next() for _ in range(5)] == ["times", "pause", "issues", "review", "review"]


def test_next_when_pages_are_passed_over_then_they_are_left_out() -> None:
    flow = PageFlow("first", _order, {"pause", "issues"}.__contains__)

    assert [flow.next() for _ in range(2)] == ["times", "review"]
    assert flow.back() == "times"


def test_open_when_next_or_back_then_both_lead_where_the_person_was(flow: PageFlow) -> None:
    for leave in (flow.next, flow.back):
        flow.go("review")
        flow.open("times")
        assert flow.is_aside
        assert leave() == "review"
        assert not flow.is_aside


def test_open_when_the_page_lies_on_the_way_then_the_way_is_kept(flow: PageFlow) -> None:
    flow.next()
    flow.next()

    flow.open("times")
    flow.back()

    assert flow.back() == "times"


def test_open_when_opened_twice_then_one_back_is_enough(flow: PageFlow) -> None:
    flow.open("help")
    flow.open("help")

    assert flow.back() == "first"


def test_go_when_the_page_is_of_no_order_then_it_is_opened_over_this_one(flow: PageFlow) -> None:
    flow.next()

    flow.go("help")

    assert flow.back() == "times"


def test_start_again_when_far_then_nothing_of_the_way_is_left(flow: PageFlow) -> None:
    flow.next()
    flow.open("help")

    assert flow.start_again() == "first"
    assert not flow.can_go_back


_MOVES: dict[str, Callable[[PageFlow], str]] = {
    "next": PageFlow.next,
    "back": PageFlow.back,
    "help": lambda flow: flow.open("help"),
    "review": lambda flow: flow.go("review"),
}


@given(st.lists(st.sampled_from(sorted(_MOVES)), max_size=30))
def test_flow_when_moved_about_then_back_always_leads_to_the_first_page(moves: list[str]) -> None:
    flow = PageFlow("first", _order)
    for move in moves:
        assert _MOVES[move](flow) == flow.current

    for _ in range(len(moves) + 1):
        flow.back()

    assert flow.current == "first"
    assert not flow.can_go_back
