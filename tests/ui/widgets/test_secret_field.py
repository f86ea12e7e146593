from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.secret_field import SecretFields


def test_fields_when_shown_then_what_is_typed_can_be_read_until_they_forget(
    qtbot: QtBot, words: Language
) -> None:
    fields = SecretFields(words, "one", "two")
    qtbot.addWidget(fields)
    fields.set_words(("One", "Two"), "Hint")
    fields.first.field.setText("typed")
    hidden = fields.show_button.text()
    assert {each.field.echoMode() for each in fields.fields} == {QLineEdit.EchoMode.Password}
    fields.show_button.click()
    assert {each.field.echoMode() for each in fields.fields} == {QLineEdit.EchoMode.Normal}
    assert fields.show_button.text() != hidden
    assert fields.text == "typed"

    fields.forget()
    assert fields.text == ""
    assert fields.first.field.echoMode() is QLineEdit.EchoMode.Password
    assert fields.fields[1].field.accessibleName() == "Two"
