from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.upkeep import TODAY
from support.window import show

from matcher.directory.fact_age import FactAge
from ui.controllers.asked_person import AskedFact, AskedPerson
from ui.language import Language
from ui.staff.asked_fact_row import AskedFactRow

_DAY = TODAY - timedelta(days=100)


def _row(qtbot: QtBot, *, is_settled: bool = False) -> AskedFactRow:
    profile = make_profile(name="Ana", accepting="no", confirmed_on=_DAY)
    fact = profile.facts["accepting"]
    asked = AskedFact("accepting", FactAge.AGEING, fact, fact)
    if is_settled:
        asked = replace(asked, now=replace(fact, confirmed_on=TODAY))
    row = AskedFactRow("p-001", "accepting")
    qtbot.addWidget(row)
    row.show_fact(asked, AskedPerson(profile, (asked,)), TODAY, Language("en"))
    show(row)
    return row


def test_row_when_open_then_its_answers_name_the_field_and_the_person(qtbot: QtBot) -> None:
    row = _row(qtbot)

    assert row.is_open
    assert row.same.accessibleName() == "Still so: Taking new people, Ana"
    assert row.accessibleName() == (
        "Taking new people. No. Said by the therapist, August 14, 2026: 3 months ago. "
        "It is getting old"
    )
    with qtbot.waitSignal(row.confirmed) as told:
        row.same.click()
    assert told.args == ["accepting"]
    with qtbot.waitSignal(row.changed):
        row.other.click()


def test_row_when_settled_then_it_has_nothing_to_press(qtbot: QtBot) -> None:
    row = _row(qtbot, is_settled=True)

    assert not row.is_open
    assert row.says[2] == "Confirmed: Said by the therapist, November 22, 2026"


def test_row_when_narrow_then_the_answers_stand_below(qtbot: QtBot) -> None:
    row = _row(qtbot)
    row.resize(900, 200)
    qtbot.waitUntil(lambda: row.same.mapTo(row, row.same.rect().topLeft()).y() < 20)
    row.resize(320, 300)
    qtbot.waitUntil(lambda: row.same.mapTo(row, row.same.rect().topLeft()).y() > 40)
