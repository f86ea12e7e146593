import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from support.window import focused, show

from ui.widgets.form_field import FormField


@pytest.fixture
def field(qtbot: QtBot) -> FormField:
    field = FormField("secret", is_secret=True)
    qtbot.addWidget(field)
    field.set_words("Your passphrase", "15 signs or more")
    show(field)
    return field


def test_field_when_named_then_a_screen_reader_knows_what_it_is_for(field: FormField) -> None:
    assert field.field.accessibleName() == "Your passphrase"
    assert field.field.accessibleDescription() == "15 signs or more"


def test_field_when_secret_then_dots_are_shown_until_it_is_to_be_seen(field: FormField) -> None:
    assert field.field.echoMode() is QLineEdit.EchoMode.Password
    field.set_seen(is_seen=True)
    assert field.field.echoMode() is QLineEdit.EchoMode.Normal


def test_field_when_something_is_wrong_then_it_is_said_there_and_what_is_written_stays(
    field: FormField,
) -> None:
    field.field.setText("short")
    field.show_error("Too short.")

    assert (field.text, focused()) == ("short", "secret")
    assert field.error.isVisible()
    assert field.field.accessibleDescription() == "Too short."
    field.show_error("")
    assert not field.error.isVisible()
    assert field.field.accessibleDescription() == "15 signs or more"


def test_field_when_forgotten_then_undoing_brings_nothing_back(
    field: FormField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.field, "violet")
    field.forget()
    field.field.undo()

    assert field.text == ""
