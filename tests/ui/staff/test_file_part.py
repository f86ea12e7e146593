import pytest
from pytestqt.qtbot import QtBot

from matcher.errors import Message, OutputError
from ui.language import Language
from ui.staff.file_part import FilePart
from ui.widgets.text import Text


@pytest.fixture
def part(qtbot: QtBot, words: Language) -> FilePart:
    part = FilePart("areas", "bring")
    qtbot.addWidget(part)
    part.retranslate(words)
    return part


def test_part_when_made_then_it_says_what_it_is_for_and_nothing_of_how_it_went(
    part: FilePart,
) -> None:
    assert part.heading.plain == "The clinic’s areas"
    assert part.button.text() == "Bring in a list of areas"
    assert (part.done.words, part.problem.plain) == ((), "")


def test_part_when_told_and_refused_then_one_takes_the_place_of_the_other(
    part: FilePart, words: Language
) -> None:
    part.tell(["One moment"])
    part.refuse(OutputError(Message("error.output.full", file="a.csv")), words)
    assert part.done.words == ()
    assert part.problem.plain.startswith("There is no room left where a.csv")

    part.tell(["Two areas", "Kept"])
    assert (part.done.words, part.problem.plain) == (("Two areas", "Kept"), "")


def test_part_when_something_is_asked_then_it_stands_above_the_button(part: FilePart) -> None:
    asked = Text("body", "asked")
    part.add(asked)

    assert part.column.indexOf(asked) == part.column.indexOf(part.button) - 1
