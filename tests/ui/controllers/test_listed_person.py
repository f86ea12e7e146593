from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match

from ui.controllers.listed_person import Listed, ListedPerson, ask_for, listed_person


def test_person_when_looked_up_then_nobody_has_left_before_there_is_a_match(qtbot: QtBot) -> None:
    name = sample_match().profile(sample_match().evaluation.snapshot.ids[0]).name
    results, _ = make_results(lambda _: sample_match())
    first = sample_match().evaluation.snapshot.ids[0]
    assert listed_person(results, first, name).listed is Listed.UNKNOWN
    with qtbot.waitSignal(results.match_changed):
        ask_for(results)
    person = listed_person(results, first, name)
    assert person.listed is Listed.HERE
    assert person.profile == sample_match().profile(first)
    assert listed_person(results, "gone-9", "Zoe").listed is Listed.LEFT
    assert listed_person(results, first, "Ana Andere") == ListedPerson(Listed.ANOTHER)
