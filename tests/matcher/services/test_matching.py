"""Answers and a directory in, an explained order out."""

from datetime import date
from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import TODAY, MemoryDirectory, make_answers

from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Response
from matcher.ranking.ties import daily_seed
from matcher.scoring.result import Group
from matcher.services import matching
from matcher.services.matching import match, rank


def _directory() -> MemoryDirectory:
    return MemoryDirectory(
        [
            make_profile("p-1", name="Ana", accepting="yes", style_steer="-2", confirmed_on=TODAY),
            make_profile("p-2", name="Ben", accepting="yes", style_steer="2", confirmed_on=TODAY),
            make_profile("p-3", name="Cleo", style_steer="-2", confirmed_on=TODAY),
            make_profile("p-4", name="Dora", accepting="no", confirmed_on=TODAY),
        ]
    )


def test_match_when_made_then_groups_and_order_follow_the_answers() -> None:
    made = match(_directory(), make_answers(style_steer=-2), seed=1)

    names = {group: [made.result(row).name for row in made.order(group)] for group in Group}
    assert names[Group.MEETS_ALL] == ["Ana", "Ben"]
    assert names[Group.TO_CHECK] == ["Cleo"]
    assert names[Group.NOT_ACCEPTING] == ["Dora"]
    assert made.counts == {group: len(found) for group, found in names.items()}


def test_order_when_only_so_many_are_wanted_then_they_are_the_first() -> None:
    made = match(_directory(), make_answers(), seed=1)

    assert [*made.order(Group.MEETS_ALL, 1)] == [*made.order(Group.MEETS_ALL)][:1]
    assert [*made.order(Group.MEETS_ALL, 0)] == []


def test_seed_when_left_out_then_the_day_and_the_directory_decide() -> None:
    directory = _directory()

    made = match(directory, make_answers())

    assert made.seed == daily_seed(TODAY, directory.snapshot.revision)
    assert match(directory, make_answers(), seed=0).seed == 0


def test_today_when_the_answers_name_none_then_it_is_the_day_of_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class _Clock(date):
        @classmethod
        def today(cls) -> date:
            return date(2027, 9, 4)

    monkeypatch.setattr(matching, "date", _Clock)
    answers = make_answers()
    object.__setattr__(answers, "today", None)

    made = match(_directory(), answers, seed=1)

    assert made.evaluation.preferences.today == date(2027, 9, 4)
    # Facts that age are too old by then.
    assert made.counts[Group.TO_CHECK] == 4


def test_result_when_asked_by_id_then_it_is_that_profile() -> None:
    made = match(_directory(), make_answers(style_steer=-2), seed=1)

    assert made.result_for("p-2").name == "Ben"
    with pytest.raises(KeyError):
        made.result_for("p-9")


def test_relaxations_when_a_need_shuts_people_out_then_they_tell_what_would_bring_them() -> None:
    directory = MemoryDirectory(
        [make_profile("p-1", accepting="yes", fee_max="90", currency="USD", confirmed_on=TODAY)]
    )
    fee = Response(Money(Decimal(80), "USD"), importance=Importance.MUST)

    (change,) = match(directory, make_answers({"fee": fee}), seed=1).relaxations

    assert (change.drop, change.adds, dict(change.to)) == (("fee",), 1, {"fee": Decimal(90)})


def test_rank_when_called_by_the_name_of_the_library_then_it_is_match() -> None:
    assert rank is match
