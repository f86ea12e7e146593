"""What every field with a button beside it has in common."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.widgets.entry_field import EntryField


class _Field(EntryField):
    def __init__(self) -> None:
        super().__init__("something", 10)
        self.taken: list[str] = []
        self.entry_requested.connect(self._take)

    def _take(self) -> None:
        self.taken.append(self.field.text())


@pytest.fixture
def field(qtbot: QtBot) -> _Field:
    field = _Field()
    qtbot.addWidget(field)
    show(field)
    return field


def test_field_when_return_is_pressed_then_what_is_written_is_taken(field: _Field) -> None:
    field.field.setFocus()
    field.field.setText("words")

    press(Qt.Key.Key_Return)

    assert field.taken == ["words"]


def test_field_when_its_button_is_pressed_then_the_field_has_the_focus(field: _Field) -> None:
    field.add_button.click()

    assert field.taken == [""]
    assert field.field.hasFocus()


def test_error_when_shown_then_the_field_is_described_by_it_until_it_is_gone(
    field: _Field,
) -> None:
    field.show_error("From A to Z")
    assert field.error.plain == field.field.accessibleDescription() == "From A to Z"

    field.show_error("")
    assert field.error.plain == field.field.accessibleDescription() == ""
