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


def test_middle_when_the_words_are_long_then_no_air_is_scrolled(qtbot: QtBot) -> None:
    middle = Middle("scroll", 700)
    text = Text("body", "text")
    text.set_words("Words that go on for more than a line of it. " * 40)
    middle.column.addWidget(text)
    qtbot.addWidget(middle)

    show(middle, 800, 300)
    settle()

    assert text.mapTo(middle, text.rect().topLeft()).y() < 40
