import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.wrapping_button import WrappingButton, WrappingLink

_WORDS = "Clear my answers & start again"


@pytest.fixture
def button(qtbot: QtBot) -> WrappingButton:
    button = WrappingButton("primary", "again")
    qtbot.addWidget(button)
    button.set_words(_WORDS)
    return button


def test_button_when_there_is_room_then_its_words_stand_in_one_line(
    button: WrappingButton,
) -> None:
    show(button, 800, 60)

    assert button.text() == _WORDS.replace("&", "&&")


def test_button_when_it_is_narrow_then_its_words_go_on_in_a_new_line_and_it_asks_for_the_height(
    button: WrappingButton,
) -> None:
    narrow = button.minimumSizeHint().width() + 40
    show(button, narrow, 200)

    lines = button.text().replace("&&", "&").split("\n")
    assert len(lines) > 1
    assert " ".join(lines) == _WORDS
    assert button.accessibleName() == _WORDS
    assert button.heightForWidth(narrow) > button.heightForWidth(800)


def test_button_when_its_words_change_then_they_are_broken_anew(button: WrappingButton) -> None:
    show(button, button.minimumSizeHint().width() + 40, 200)

    button.set_words("Yes")

    assert button.text() == "Yes"


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_link_when_its_column_is_narrow_then_it_breaks_and_else_it_is_as_wide_as_its_words(
    direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.setLayoutDirection(direction)
    link = WrappingLink("kept")
    link.set_words(_WORDS)
    QVBoxLayout(room).addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    show(room, 800, 100)
    assert "\n" not in link.text()
    one_line = link.width()
    assert one_line == link.sizeHint().width() < 700

    show(room, one_line, 200)
    assert "\n" in link.text()
    assert room.rect().contains(link.geometry())
