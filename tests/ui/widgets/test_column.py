from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.text import Text


def test_column_when_words_wrap_then_it_asks_for_no_height_beforehand(qtbot: QtBot) -> None:
    column = Column("list")
    qtbot.addWidget(column)
    for _ in range(20):
        text = Text("body")
        column.column.addWidget(text)
        text.set_words("Some words that go on for longer than one narrow line. " * 3)

    assert column.minimumSizeHint().height() == 0
    assert column.heightForWidth(900) < column.heightForWidth(300)


def test_make_room_when_something_grows_then_nothing_is_squeezed_before_it_is_painted(
    qtbot: QtBot,
) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    outer, inner = Column("outer"), Column("inner")
    outer.column.addWidget(inner)
    outer.column.addStretch(1)
    area.setWidget(outer)
    area.resize(300, 200)
    area.show()
    lines = []
    for _ in range(12):
        line = Text("body")
        inner.column.addWidget(line)
        line.set_words("Some words that go on for longer than one narrow line. " * 3)
        line.show()
        lines.append(line)

    make_room(inner)

    for line in lines:
        assert line.height() >= line.heightForWidth(line.width())


def test_take_out_all_when_called_then_nothing_is_left_or_seen(qtbot: QtBot) -> None:
    column = Column("list")
    qtbot.addWidget(column)
    texts = [Text("body"), Text("body")]
    for text in texts:
        column.column.addWidget(text)
        column.column.addSpacing(8)
    column.show()

    take_out_all(column.column)

    assert column.column.count() == 0
    assert not any(text.isVisible() for text in texts)
    qtbot.waitUntil(lambda: not column.findChildren(QWidget))
