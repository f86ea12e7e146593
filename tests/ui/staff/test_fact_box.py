from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff_rooms import Room, open_room
from support.window import settle, show

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.errors import Message
from ui.language import Language
from ui.staff.fact_box import FactBox
from ui.widgets.column import Column
from ui.widgets.line_cell import LineCell
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.terms_cell import TermsCell


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        with qtbot.waitSignal(room.person.loaded):
            room.person.request()
        yield room
        settle()


def _box(qtbot: QtBot, room: Room, name: str, words: Language) -> FactBox:
    box = FactBox(FIELDS[name], words, room.person)
    qtbot.addWidget(box)
    return box


def _line(box: FactBox) -> LineCell:
    assert isinstance(box.cell_field, LineCell)
    return box.cell_field


def test_box_when_sources_differ_then_it_says_who_since_when_and_what_else_is_kept(
    qtbot: QtBot, room: Room, words: Language
) -> None:
    box = _box(qtbot, room, "city", words)

    assert _line(box).line.text() == "Aue"
    assert box.source.plain == "Said by the therapist, October 20, 2026. Fresh."
    assert box.others.words == ("From a register, January 5, 2026: Ems. This is kept too.",)
    assert box.states.chosen == ()


@pytest.mark.parametrize(
    ("name", "age"),
    [
        ("fee_max", "Said by the therapist, January 5, 2026. Too old to count: please ask again."),
        ("area", ""),
    ],
)
def test_box_when_a_fact_is_old_or_missing_then_that_is_said(
    qtbot: QtBot, room: Room, words: Language, name: str, age: str
) -> None:
    box = _box(qtbot, room, name, words)

    assert box.source.plain == age
    assert box.states.chosen == (() if age else ("unstated",))


@pytest.mark.parametrize(
    ("state", "cell"), [("unstated", ""), ("none", "-")], ids=["not stated", "stated: none"]
)
def test_box_when_cleared_then_it_is_not_stated_or_stated_to_be_none(
    qtbot: QtBot, room: Room, words: Language, state: str, cell: str
) -> None:
    box = _box(qtbot, room, "issues", words)
    assert isinstance(box.cell_field, TermsCell)

    card = next(card for card in box.states.cards if card.property("code") == state)
    card.click()

    assert room.person.cell("issues") == cell
    assert not box.cell_field.rows
    assert box.note.plain.startswith("Changed, not saved yet.")


def test_box_when_written_in_again_then_it_is_stated(
    qtbot: QtBot, room: Room, words: Language
) -> None:
    box = _box(qtbot, room, "city", words)
    box.states.cards[0].click()
    assert _line(box).line.text() == ""

    _line(box).line.setText("Ulm")

    assert box.states.chosen == ()
    assert room.person.cell("city") == "Ulm"


@pytest.mark.parametrize("name", ["fee_max", "next_opening", "style_steer"])
def test_box_when_the_format_knows_no_none_then_it_is_not_offered(
    qtbot: QtBot, room: Room, words: Language, name: str
) -> None:
    assert len(_box(qtbot, room, name, words).states.cards) == 1


def test_box_when_another_word_would_hold_then_it_says_so_before_saving(
    qtbot: QtBot, room: Room, words: Language
) -> None:
    box = _box(qtbot, room, "city", words)
    room.person.source, room.person.day = Source.CLINIC, "2026-02-01"

    _line(box).line.setText("Ulm")
    assert "this still holds: Aue (Said by the therapist" in box.note.plain

    box.states.cards[0].click()
    assert "This stays: Aue" in box.note.plain

    room.person.day = "2026-11-22"
    _line(box).line.setText("Ulm")
    assert box.note.plain == "Changed, not saved yet."


def test_box_when_something_is_wrong_then_it_is_said_until_it_is_changed(
    qtbot: QtBot, room: Room, words: Language
) -> None:
    box = _box(qtbot, room, "fee_max", words)

    box.show_faults((Message("finding.cell.number", text="much", low=0, high=9),))
    assert box.is_wrong
    assert box.error.plain.startswith("“much” is not a number")
    assert box.first().accessibleDescription() == box.error.plain

    _line(box).line.setText("80")
    assert (box.is_wrong, box.error.plain) == (False, "")


def test_box_when_it_is_wrong_and_gets_the_focus_then_its_name_and_the_problem_are_seen(
    qtbot: QtBot, room: Room, words: Language
) -> None:
    box = FactBox(FIELDS["years"], words, room.person)
    content = Column("content")
    content.column.addSpacing(900)
    content.column.addWidget(box)
    content.column.addSpacing(900)
    area = ScrollArea("area", content)
    area.resize(600, 400)
    qtbot.addWidget(area)
    show(area)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    box.show_faults((Message("editor.overtaken.choose"),))
    box.first().setFocus()
    settle()

    for widget in (box.name, box.error, box.first()):
        assert widget.visibleRegion().boundingRect() == widget.rect()
