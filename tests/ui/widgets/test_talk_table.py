from pytestqt.qtbot import QtBot
from support.followup_paper import SUBJECTS, profiles, talks
from support.window import english, show

from matcher.services.followup.talks_sheet import MetPerson
from ui.widgets.talk_table import TalkTable


def test_table_when_two_were_met_then_each_thing_stands_beside_what_was_stated(
    qtbot: QtBot,
) -> None:
    people = [MetPerson(talk, profiles()[talk.profile_id]) for talk in talks()]
    table = TalkTable(people, SUBJECTS, english())
    qtbot.addWidget(table)
    show(table, 1100, 800)
    said = [cell.accessibleName() for row in table.rows for cell in row.cells]
    (fee,) = [each for each in said if each.startswith("Ana Vidal, Cost: ")]
    assert "Profile: " in fee
    assert "It is 110 since January" in fee
    assert any("Nothing noted" in each for each in said)
    assert any(each.endswith("Easier than I thought") for each in said)
