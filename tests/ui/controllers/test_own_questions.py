from itertools import permutations

import pytest

from ui.controllers.own_questions import OwnQuestions


def test_add_when_two_are_written_then_they_stand_last_in_order() -> None:
    questions = OwnQuestions()

    questions.add("First?", ("A1", "B1"))
    questions.add("Second?", questions.picks)

    assert questions.own == ("First?", "Second?")
    assert questions.picks == ("A1", "B1", "own.1", "own.2")


def test_keep_when_the_order_changes_then_the_words_stay_where_they_were() -> None:
    questions = OwnQuestions()
    questions.add("First?", ("A1",))

    left = questions.keep(("own.1", "A1"))

    assert (left, questions.own, questions.picks) == ("", ("First?",), ("own.1", "A1"))


def test_keep_when_an_own_one_leaves_then_the_others_are_counted_anew() -> None:
    questions = OwnQuestions()
    questions.add("First?", ("A1",))
    questions.add("Second?", questions.picks)

    left = questions.keep(("own.2", "A1"))

    assert (left, questions.own, questions.picks) == ("First?", ("Second?",), ("own.1", "A1"))


@pytest.mark.parametrize("back", [*permutations("BCD")], ids="".join)
@pytest.mark.parametrize("off", [*permutations("BCD")], ids="".join)
def test_put_on_when_several_were_taken_off_then_the_order_is_as_before(
    off: tuple[str, ...], back: tuple[str, ...]
) -> None:
    questions = OwnQuestions()
    page: tuple[str, ...] = (*"ABCDE",)
    for id_ in off:
        page = questions.take_off(id_, page)
    assert page == (*"AE",)

    for id_ in back:
        page = questions.put_on(id_, page)

    assert page == (*"ABCDE",)


def test_least_wanted_when_some_were_chosen_then_it_is_the_last_of_the_others() -> None:
    questions = OwnQuestions()
    page = questions.put_on("C", ("A", "B"))
    questions.add("Mine?", page)

    assert questions.least_wanted(questions.picks) == "B"
    assert questions.least_wanted(("C", "own.1")) == ""


def test_questions_when_kept_then_they_are_the_same_another_day() -> None:
    questions = OwnQuestions()
    picked = questions.put_on("A2", ("A1",))
    questions.keep(picked)
    questions.add("Is there a lift?", questions.picks)

    again = OwnQuestions.from_kept(questions.to_kept())

    assert again.to_kept() == questions.to_kept()
    assert again.own == ("Is there a lift?",)
    assert again.least_wanted(again.picks) == questions.least_wanted(questions.picks) == "A1"
    assert OwnQuestions.from_kept({}).picks == ()
