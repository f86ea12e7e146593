from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.script_lines import ScriptLines

_LINES = ("rapport import list.csv --mapping map.json --dry-run", "ls  -l")


def _made(qtbot: QtBot, width: int) -> ScriptLines:
    lines = ScriptLines(_LINES)
    qtbot.addWidget(lines)
    show(lines, width, 300)
    return lines


def test_lines_when_read_aloud_then_they_are_said_as_they_are_typed(qtbot: QtBot) -> None:
    lines = _made(qtbot, 900)

    interface = QAccessible.queryAccessibleInterface(lines)

    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == lines.plain == "\n".join(_LINES)


def test_lines_when_narrower_then_they_are_higher_and_nothing_goes_over_the_edge(
    qtbot: QtBot,
) -> None:
    wide, narrow = (_made(qtbot, width) for width in (900, 260))

    assert narrow.heightForWidth(260) > wide.heightForWidth(900)
    assert "--dry-run" in [piece.words for piece in narrow.pieces(260)]
    assert narrow.grab().toImage() != wide.grab().toImage()


def test_lines_when_letters_grow_then_they_take_more_room(qtbot: QtBot) -> None:
    lines = _made(qtbot, 600)
    before = lines.heightForWidth(600)
    font = lines.font()

    font.setPixelSize(2 * font.pixelSize())
    lines.setFont(font)

    assert lines.heightForWidth(600) > before
