import pytest
from pytestqt.qtbot import QtBot

from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS, FieldKind
from matcher.forms.profile_form import codes_of
from ui.language import Language
from ui.widgets.cell_fields import PROSE, make_cell_field
from ui.widgets.line_cell import LineCell
from ui.widgets.prose_cell import ProseCell

_CELLS = {
    FieldKind.TEXT: "Old Mill; 2",
    FieldKind.STEPS: "-1..1",
    FieldKind.TIMES: "mon-evening;tue 16:00-18:00",
    FieldKind.NUMBER: "12.5",
    FieldKind.DATE: "2026-11-30",
}


def _cell(name: str) -> str:
    field = FIELDS[name]
    if field.kind in _CELLS:
        return _CELLS[field.kind]
    if field.kind is FieldKind.CODE:
        return codes_of(name)[-1]
    first, second = (codes_of(name) or ("US-OR", "US-WA"))[:2]
    return f"{first};{second}:no"


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_field_when_a_cell_is_shown_then_it_is_not_told_as_a_change(
    qtbot: QtBot, name: str, language: str
) -> None:
    made = make_cell_field(FIELDS[name], Language(language))
    qtbot.addWidget(made)
    assert not read_cell(FIELDS[name], _cell(name)).faults

    with qtbot.assertNotEmitted(made.cell_changed):
        made.set_cell(_cell(name))
        made.set_cell("")
    made.set_wrong("Why")
    assert made.first().accessibleDescription() == "Why"
    assert made.settle()


def test_field_when_of_several_lines_then_there_is_room_for_them(
    qtbot: QtBot, words: Language
) -> None:
    made = {name: make_cell_field(FIELDS[name], words) for name in (*PROSE, "name")}
    for each in made.values():
        qtbot.addWidget(each)

    assert all(isinstance(made[name], ProseCell) for name in PROSE)
    assert isinstance(made["name"], LineCell)
