import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.window import english, show

from matcher.followup.first_talk import Met, TalkNote
from ui.widgets.talk_row import TalkRow, TalkThing


def _row(qtbot: QtBot, *, is_stated: bool) -> TalkRow:
    row = TalkRow("fee", is_stated=is_stated)
    qtbot.addWidget(row)
    note = TalkNote("fee")
    row.say(TalkThing("Cost", "Profile: $60.", is_stated=is_stated, note=note), english())
    row.show_note(TalkNote("fee"))
    show(row, 900, 300)
    return row


def test_row_when_it_was_otherwise_then_that_and_the_line_are_told(qtbot: QtBot) -> None:
    row = _row(qtbot, is_stated=True)
    told: list[tuple[Met | None, str]] = []
    row.noted.connect(lambda met, line: told.append((met, line)))
    assert row.line.isHidden()
    row.met.cards[1].click()
    QTest.keyClicks(row.line.field, "90")
    assert told[-1] == (Met.OTHERWISE, "90")
    row.met.cards[2].click()
    assert told[-1] == (Met.NOT_TALKED, "90")
    row.back.click()
    assert told[-1] == (None, "90")
    assert not row.line.isHidden()  # what is written is not hidden away


def test_row_when_nothing_is_chosen_then_nothing_is_prefilled_and_a_choice_can_be_taken_back(
    qtbot: QtBot,
) -> None:
    row = _row(qtbot, is_stated=True)
    assert row.met.chosen == ()
    assert row.back.isHidden()
    row.met.cards[2].click()
    assert not row.line.isHidden()
    row.back.setFocus()
    row.back.click()
    assert row.met.chosen == ()
    assert row.line.isHidden()
    assert row.back.isHidden()
    assert row.met.cards[0].hasFocus()


@pytest.mark.parametrize(
    ("is_stated", "words"),
    [
        (True, ["As the profile says", "Otherwise", "Not talked about"]),
        (False, ["They told me", "Not talked about"]),
    ],
)
def test_row_when_the_profile_says_nothing_then_it_is_told_and_not_as_stated(
    qtbot: QtBot, is_stated: bool, words: list[str]
) -> None:
    row = _row(qtbot, is_stated=is_stated)
    assert [card.accessibleName() for card in row.met.cards] == words
    assert all("Cost" in card.accessibleDescription() for card in row.met.cards)
    assert row.line.field.accessibleName() == "In my own words: Cost"


def test_row_when_the_profile_says_another_thing_by_now_then_what_was_met_is_what_it_said(
    qtbot: QtBot,
) -> None:
    row = _row(qtbot, is_stated=True)
    note = TalkNote("fee", Met.AS_STATED, "Yes", "60")
    row.say(TalkThing("Cost", "Then.", is_stated=True, note=note, was_stated=True), english())
    row.show_note(note)
    assert row.met.chosen == (Met.AS_STATED,)
    assert row.met.cards[0].accessibleName() == "As the profile said then"
    told: list[tuple[Met | None, str]] = []
    row.noted.connect(lambda met, line: told.append((met, line)))
    QTest.keyClicks(row.line.field, "x")
    assert told[-1] == (Met.AS_STATED, "Yesx")
