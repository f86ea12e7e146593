from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from matcher.directory.trail import Act, Deed, DeedKind
from ui.language import Language
from ui.staff.overtaken_part import OvertakenPart
from ui.widgets.text import Text


@pytest.fixture
def part(qtbot: QtBot) -> OvertakenPart:
    part = OvertakenPart("city", Language("en"))
    qtbot.addWidget(part)
    return part


@pytest.mark.parametrize(
    ("act", "begin"),
    [
        (
            Act(3, datetime(2026, 3, 1, 12, 5, tzinfo=UTC), Deed(DeedKind.EDIT, "Bo")),
            "Bo changed this meanwhile: March 1, 2026, ",
        ),
        (None, "Somebody else changed this meanwhile."),
    ],
    ids=["known", "unknown"],
)
def test_part_when_told_then_it_says_who_when_and_what_stands_there(
    part: OvertakenPart, act: Act | None, begin: str
) -> None:
    assert part.isHidden()

    part.tell("Town", act, "Jena", "Ulm")

    assert not part.isHidden()
    assert part.said.plain.startswith(begin)
    assert {label.plain: label.property("role") for label in part.findChildren(Text)} == {
        part.said.plain: "body",
        "Now:": "body",
        "Jena": "strong",
        "Yours:": "body",
        "Ulm": "strong",
    }
    assert part.mine.accessibleName() == "Town: Keep mine"
    assert part.theirs.accessibleName() == "Town: Take theirs"


@pytest.mark.parametrize("which", ["mine", "theirs"])
def test_part_when_decided_then_it_is_told(part: OvertakenPart, qtbot: QtBot, which: str) -> None:
    part.tell("Town", None, "Jena", "Ulm")

    with qtbot.waitSignal(getattr(part, f"{which}_chosen")):
        getattr(part, which).click()
