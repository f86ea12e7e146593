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
