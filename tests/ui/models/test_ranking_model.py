from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import sample_match

from matcher.scoring.result import Group
from matcher.services.matching.match import Match, match
from ui.models.ranking_model import STEP, RankingModel, RankingRole

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def _crowd(size: int) -> Match:
    profiles = [make_profile(f"p-{n:03}", name=f"Name {n}", accepting="yes") for n in range(size)]
    return match(MemoryDirectory(profiles), make_answers(), seed=1)


def test_model_when_filled_and_grown_then_it_keeps_qts_rules(qapp: object) -> None:
    model = RankingModel(Group.MEETS_ALL)
    tester = QAbstractItemModelTester(model, _FATAL)
    # It would fetch while it is still hearing of the last change, which no model may answer.
    tester.setUseFetchMore(False)

    model.set_match(_crowd(25))
    while model.canFetchMore():
        model.fetchMore()
    model.set_chosen(("p-003",))
    model.set_match(_crowd(5))
    model.set_match(None)

    assert tester.model() is model
    assert model.rowCount() == 0


def test_model_when_many_are_in_the_group_then_only_the_first_are_explained(qapp: object) -> None:
    model = RankingModel(Group.MEETS_ALL)

    model.set_match(_crowd(25))

    assert (model.rowCount(), model.in_all) == (STEP, 25)


def test_model_when_more_are_fetched_then_all_come_in_order_and_once(
    qtbot: QtBot,
) -> None:
    found = _crowd(25)
    model = RankingModel(Group.MEETS_ALL)
    model.set_match(found)

    while model.canFetchMore():
        with qtbot.waitSignal(model.rowsInserted):
            model.fetchMore()

    shown = [model.index(row).data(RankingRole.PROFILE_ID) for row in range(model.rowCount())]
    ids = found.evaluation.snapshot.ids
    assert shown == [ids[row] for row in found.order(Group.MEETS_ALL)]


def test_model_when_read_then_each_role_has_its_own(qapp: object) -> None:
    found = sample_match()
    model = RankingModel(Group.MEETS_ALL)
    model.set_match(found)

    index = model.index(0)
    (first,) = found.order(Group.MEETS_ALL, 1)

    assert index.data() == found.result(first).name
    assert index.data(RankingRole.PROFILE_ID) == found.result(first).profile_id
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex(), RankingRole.PROFILE_ID) is None


def test_model_when_a_choice_changes_then_only_that_row_says_so(qtbot: QtBot) -> None:
    model = RankingModel(Group.MEETS_ALL)
    model.set_match(sample_match())
    second = model.index(1).data(RankingRole.PROFILE_ID)

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_chosen((second,))

    assert changed.args[0].row() == changed.args[1].row() == 1
    assert model.index(1).data(RankingRole.CHOSEN) is True
    assert model.index(0).data(RankingRole.CHOSEN) is False
