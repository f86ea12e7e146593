import pytest

from ui.controllers.hide_code import HideCode


def test_code_when_none_was_chosen_then_nothing_opens() -> None:
    code = HideCode()

    assert not code.is_set
    assert not code.opens("")


def test_code_when_chosen_then_it_alone_opens() -> None:
    code = HideCode()

    code.choose("0417")

    assert code.opens("0417")
    assert not code.opens("0418")
    assert not code.opens("417")


@pytest.mark.parametrize("wrong", ["", "123", "12345", "12a4"])
def test_code_when_it_is_no_four_digits_then_it_is_not_taken(wrong: str) -> None:
    code = HideCode()

    code.choose(wrong)

    assert not code.is_set


def test_code_when_forgotten_then_it_opens_no_more() -> None:
    code = HideCode()
    code.choose("0417")

    code.forget()

    assert not code.is_set
    assert not code.opens("0417")
