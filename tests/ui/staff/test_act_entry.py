from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import focused, settle, show

from matcher.directory.profile import Fact, Source
from matcher.directory.trail import NOTHING, Act, Change, Deed, DeedKind, Place, Word
from matcher.services.upkeep.history import UndoPreview
from ui.language import Language
from ui.staff.act_entry import ActEntry
from ui.widgets.fact_row import FactRow
from ui.widgets.text import Text

_CHANGE = Change(Place("p-1", "city", "clinic"), NOTHING, Word("Ulm", date(2026, 1, 1)))
_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def _entry(
    qtbot: QtBot, kind: DeedKind = DeedKind.EDIT, *, undone_by: int | None = None, changes: int = 1
) -> ActEntry:
    room = QWidget()
    qtbot.addWidget(room)
    act = Act(7, _AT, Deed(kind, "Kim", "3"), undone_by, changes)
    entry = ActEntry(act, ("Ana Vidal",), (_CHANGE,), Language("en"))
    QVBoxLayout(room).addWidget(entry)
    show(room)
    return entry


def _said(entry: ActEntry) -> list[str]:
    return [text.plain for text in entry.findChildren(Text) if text.isVisible()]


def test_entry_when_shown_then_it_says_what_who_and_when(qtbot: QtBot) -> None:
    entry = _entry(qtbot)

    assert _said(entry)[0] == "Changed: Ana Vidal"
    assert "Kim. 1 change of this person." in _said(entry)[1]
    assert entry.line is not None
    assert entry.line.accessibleName() == "Take it back: Changed: Ana Vidal"


def test_entry_when_its_changes_are_opened_then_before_and_after_are_said(qtbot: QtBot) -> None:
    entry = _entry(qtbot)
    assert entry.fold is not None

    entry.fold.set_open(is_open=True)

    (row,) = entry.findChildren(FactRow)
    assert row.accessibleName().startswith("Town. Ulm (Said by the clinic")
    assert row.accessibleName().endswith("Before: Not stated")
    entry.fold.set_open(is_open=False)
    entry.fold.set_open(is_open=True)
    assert len(entry.findChildren(FactRow)) == 1


def test_entry_when_it_shall_be_taken_back_then_what_that_changes_comes_first(
    qtbot: QtBot,
) -> None:
    entry = _entry(qtbot)
    assert entry.line is not None
    with qtbot.waitSignal(entry.preview_requested) as told:
        entry.line.click()
    assert told.args == [7]
    back = Change(_CHANGE.place, _CHANGE.after, NOTHING)

    entry.show_preview(UndoPreview(7, (back,), 3, 1, {"p-1": "Ana"}))
    settle()

    said = _said(entry)
    assert "This would change 3 things:" in said
    assert "And 2 more." in said
    assert any(line.startswith("1 thing stays as it is") for line in said)
    with qtbot.waitSignal(entry.undo_requested) as told:
        entry.undo.click()
    assert told.args == [7]


def test_entry_when_another_s_word_would_hold_then_that_is_what_the_preview_says(
    qtbot: QtBot,
) -> None:
    entry = _entry(qtbot)
    back = Change(_CHANGE.place, _CHANGE.after, NOTHING)
    older = Fact("Aue", Source.REGISTER, date(2025, 5, 1))

    entry.show_preview(UndoPreview(7, (back,), 1, 0, {"p-1": "Ana"}, {back.place: older}))

    row = entry.findChildren(FactRow)[-1]
    assert row.accessibleName().startswith("Ana: Town. Aue (From a register")
    assert "Now: Ulm" in row.accessibleName()


def test_entry_when_left_as_it_is_then_it_is_closed_again(qtbot: QtBot) -> None:
    entry = _entry(qtbot)
    assert entry.line is not None
    for _ in range(2):
        entry.line.click()
        entry.show_preview(UndoPreview(7, (), 1, 0, {}))
        entry.leave.click()

        assert not entry.room.isVisible()
        assert focused() == "act_7_undo"


def test_entry_when_it_cannot_be_taken_back_then_it_says_why(qtbot: QtBot) -> None:
    entry = _entry(qtbot)
    assert entry.line is not None
    entry.line.click()

    entry.show_error("It was changed since.")

    assert "It was changed since." in _said(entry)


def test_entry_when_it_was_taken_back_then_that_is_said_and_not_offered(qtbot: QtBot) -> None:
    entry = _entry(qtbot, undone_by=9)

    assert "Taken back by no. 9." in _said(entry)
    assert entry.line is None


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        (DeedKind.UNDO, 1, "Do it again …"),
        (DeedKind.EDIT, 1, "Take it back …"),
        (DeedKind.RESTORE, 0, ""),
    ],
)
def test_entry_when_offered_then_by_what_it_was(
    qtbot: QtBot, kind: DeedKind, changes: int, words: str
) -> None:
    entry = _entry(qtbot, kind, changes=changes)

    assert (entry.line.text() if entry.line else "") == words
