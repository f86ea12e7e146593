from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match

from ui.controllers.listed_person import Listed, ask_for, listed_person


def test_person_when_looked_up_then_nobody_has_left_before_there_is_a_match(qtbot: QtBot) -> None:
    results, _ = make_results(lambda _: sample_match())
    first = sample_match().evaluation.snapshot.ids[0]
    assert listed_person(results, first).listed is Listed.UNKNOWN
    with qtbot.waitSignal(results.match_changed):
        ask_for(results)
    person = listed_person(results, first)
    assert person.listed is Listed.HERE
    assert person.profile == sample_match().profile(first)
    assert listed_person(results, "gone-9").listed is Listed.LEFT
