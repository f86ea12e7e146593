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


def test_run_when_opened_then_next_goes_through_it_and_back_goes_back_one(
    flow: PageFlow,
) -> None:
    flow.next()
    flow.open("more")

    assert flow.open("start", "frequency", "duration") == "start"
    assert [flow.next() for _ in range(3)] == ["frequency", "duration", "more"]
    flow.open("start", "frequency", "duration")
    assert [flow.next(), flow.back(), flow.next(), flow.back(), flow.back()] == [
        "frequency", "start", "frequency", "start", "more",
    ]  # fmt: skip
    assert flow.next() == "times"


def test_run_when_a_page_of_it_is_passed_over_then_it_is_left_out() -> None:
    passed: set[str] = set()
    flow = PageFlow("first", _order, passed.__contains__)
    flow.open("more")
    flow.open("pause", "prior_help", "medication")
    assert flow.ahead == ("prior_help", "medication")

    passed |= {"prior_help", "medication"}

    assert flow.next() == "more"


def test_run_when_its_list_is_opened_from_inside_then_it_leads_back_to_the_same_list(
    flow: PageFlow,
) -> None:
    flow.open("more")
    flow.open("start", "frequency")
    flow.next()

    assert flow.open("more") == "more"
    assert flow.next() == "first"


def test_next_when_a_page_ahead_was_gone_through_over_another_then_it_is_not_shown_again(
    flow: PageFlow,
) -> None:
    flow.open("times")
    flow.next()

    assert flow.ahead == ("pause", "issues", "review")
    assert flow.next() == "pause"


def test_next_when_a_page_on_the_way_was_changed_over_another_then_it_is_still_on_the_way(
    flow: PageFlow,
) -> None:
    flow.go("times")
    flow.go("review")
    flow.open("times")
    flow.next()

    assert flow.back() == "times"
    assert flow.back() == "first"
    assert flow.next() == "times"


_MOVES: dict[str, Callable[[PageFlow], str]] = {
    "next": PageFlow.next,
    "back": PageFlow.back,
    "help": lambda flow: flow.open("help"),
    "run": lambda flow: flow.open("start", "frequency", "duration"),
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


def test_flow_when_led_back_to_a_bookmark_then_it_is_as_it_was_there() -> None:
    flow = PageFlow("a", lambda: ("a", "b", "c"))
    flow.next()
    flow.open("x", "y")
    place = flow.bookmark()
    ahead, under_way = flow.ahead, flow.under_way

    flow.next()
    flow.go("c")
    flow.start_again()
    flow.return_to(place)

    assert (flow.ahead, flow.under_way, flow.current) == (ahead, under_way, "x")
    flow.next()
    assert flow.current == "y"
    assert flow.bookmark() != place
