from decimal import Decimal

import pytest
from support.directories import make_answers
from support.sittings import first_of, result_words, sample_match

from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.result import Group
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from ui.widgets.compare_words import CompareWords

_FIRST = [first_of(Group.MEETS_ALL, place)[0].profile_id for place in range(2)]


def _words(ids: list[str], language: str = "en", of: Match | None = None) -> CompareWords:
    return CompareWords(result_words(language, of), load_questionnaire(), ids)


def test_words_when_asked_in_any_order_then_people_stand_as_in_the_list() -> None:
    ids = [result.profile_id for result, _ in _words([*reversed(_FIRST)]).people]

    assert ids == _FIRST


def test_answer_when_one_fits_more_then_it_says_who_and_where_it_comes_from() -> None:
    words = _words(_FIRST)
    first = words.people[0][0].name

    assert words.answer().startswith(f"{first} fits more of what counts for you.")
    assert words.wishes[0].name in words.answer()


def test_answer_when_shelves_differ_then_it_names_both() -> None:
    other = first_of(Group.TO_CHECK)[0]

    said = _words([_FIRST[0], other.profile_id]).answer()

    assert "“Fits what you need”" in said
    assert "“Ask first”" in said
    assert other.name in said


def test_answer_when_nothing_was_asked_then_nothing_sets_them_apart() -> None:
    found = match(sample_directory(), make_answers(), seed=7)
    ids = [found.result(row).profile_id for row in found.order(Group.MEETS_ALL)[:2]]

    words = _words(ids, of=found)

    assert words.answer() == "You named no wish that could set them apart."
    assert words.wishes == ()


def test_answer_when_a_person_is_compared_with_an_equal_then_they_are_level() -> None:
    found = match(sample_directory(), make_answers(languages=("en",)), seed=7)
    level = next(
        result for result in map(found.result, found.order(Group.MEETS_ALL)) if result.level_with
    )

    words = _words([level.profile_id, level.level_with[0]], of=found)

    assert words.answer().startswith("They are level:")


def test_wishes_when_compared_then_the_largest_difference_comes_first() -> None:
    words = _words(_FIRST)
    spreads = [
        each.spread for each in sample_match().compare(_FIRST).criteria
    ]  # fmt: skip

    assert [row.subject for row in words.wishes] == [
        each.criterion for each in sample_match().compare(_FIRST).criteria
    ]
    assert spreads == sorted(spreads, reverse=True)
    assert any(row.is_same for row in words.wishes)
    assert not words.wishes[0].is_same


@pytest.mark.parametrize("language", ["en", "es"])
def test_private_wish_when_compared_then_it_is_only_named(language: str) -> None:
    questionnaire = load_questionnaire()
    rows = [
        row for row in _words(_FIRST, language).wishes if questionnaire.item(row.subject).private
    ]

    assert rows
    for row in rows:
        assert row.name
        assert row.asked == ""
        assert all(not cell.source for cell in row.cells)


def test_wish_when_it_is_not_known_then_silence_is_not_a_no() -> None:
    ids = [first_of(Group.TO_CHECK, place)[0].profile_id for place in range(3)]
    rows = (*_words(ids).wishes, *_words(ids).needs)
    silent = [cell for row in rows for cell in row.cells if cell.kind == "unknown"]

    assert silent
    assert "You can ask." in {cell.offered for cell in silent}


def test_needs_when_compared_then_each_person_has_a_cell() -> None:
    other = first_of(Group.TO_CHECK)[0].profile_id
    needs = _words([_FIRST[0], other]).needs

    assert needs
    assert all(len(row.cells) == 2 for row in needs)
    assert {cell.kind for row in needs for cell in row.cells} >= {"met", "unknown"}


def test_questions_when_a_need_is_open_then_it_is_asked_for() -> None:
    result = first_of(Group.TO_CHECK)[0]
    words = _words([_FIRST[0], result.profile_id])

    questions = words.questions(result)

    assert 0 < len(questions) <= 3
    assert len({*questions}) == len(questions)


def test_figures_when_added_up_then_they_are_the_sums_below() -> None:
    heads, *rows, sums = _words(_FIRST).figures()

    assert heads[2:] == tuple(result.name for result, _ in _words(_FIRST).people)
    for column in range(1, len(heads)):
        assert sum(Decimal(row[column]) for row in rows) == Decimal(sums[column])
    assert sums[1] == "100"


def test_wish_when_it_is_known_then_only_who_said_so_stands_beside_it() -> None:
    rows = _words(_FIRST).wishes
    known = [cell.source for row in rows for cell in row.cells if cell.kind != "unknown"]

    assert any(known)
    assert not [each for each in known if "please check" in each or "is not known" in each]
