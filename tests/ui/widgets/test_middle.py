from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.middle import Middle
from ui.widgets.text import Text


def test_middle_when_the_window_is_large_then_its_column_stands_in_the_middle(
    qtbot: QtBot,
) -> None:
    middle = Middle("scroll", 500)
    text = Text("body", "text")
    text.set_words("One line")
    middle.column.addWidget(text)
    qtbot.addWidget(middle)

    show(middle, 1000, 600)
    settle()

    centre = text.mapTo(middle, text.rect().center())
    assert text.width() <= 500
    assert abs(centre.x() - 500) < 20
    assert abs(centre.y() - 300) < 40
