from pytestqt.qtbot import QtBot

from ui.widgets.rail_part import RailPart
from ui.widgets.text import Text


def test_part_when_folded_and_opened_then_what_is_inside_is_seen(qtbot: QtBot) -> None:
    part = RailPart("part")
    qtbot.addWidget(part)
    inside = Text("body", "inside")
    part.inside.addWidget(inside)
    inside.set_words("Words")
    part.set_heading("Heading")
    part.show()
    assert inside.isVisible()
    assert part._heading.isVisible()

    part.set_folded(is_folded=True)
    assert not inside.isVisible()
    assert not part._heading.isVisible()
    assert part._fold.line.text() == "Heading"

    part._fold.set_open(is_open=True)
    assert inside.isVisible()

    part.set_folded(is_folded=False)
    assert not part._fold.line.isVisible()
    assert inside.isVisible()
