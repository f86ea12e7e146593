import pytest
from pytestqt.qtbot import QtBot
from support.window import english

from matcher.checklist.statements import Step
from matcher.followup.check_in import Change, ChangeKind
from ui.widgets.change_row import ChangeRow, change_text


def test_row_when_something_is_less_then_words_and_picture_say_the_same(qtbot: QtBot) -> None:
    change = Change("hope", ChangeKind.LESS, Step.MOSTLY, Step.A_LITTLE)
    row = ChangeRow(change, english())
    qtbot.addWidget(row)
    said = "Less than last time. Last time: Mostly. Now: A little."
    assert change_text(change, english()) == said
    assert row.picture.marks == (3, 1)
    assert row.picture.accessibleName().endswith(said)
    assert row.picture.accessibleName().startswith("I left with a bit more hope")


@pytest.mark.parametrize(
    ("language", "least", "most"), [("en", "Not at all", "Fully"), ("es", "Nada", "Del todo")]
)
def test_picture_when_heard_then_it_names_its_two_ends(
    qtbot: QtBot, language: str, least: str, most: str
) -> None:
    words = english()
    words.set_code(language)
    row = ChangeRow(Change("hope", ChangeKind.LESS, Step.MOSTLY, Step.A_LITTLE), words)
    qtbot.addWidget(row)
    said = row.picture.accessibleDescription()
    assert f"“{least}”" in said
    assert f"“{most}”" in said


def test_text_when_nothing_was_said_last_time_then_it_says_so() -> None:
    change = Change("hope", ChangeKind.NEW, None, Step.FULLY)
    said = change_text(change, english())
    assert said == "New since last time. Last time: not answered. Now: Fully."
