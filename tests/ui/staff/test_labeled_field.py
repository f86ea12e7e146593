from pytestqt.qtbot import QtBot

from ui.staff.labeled_field import LabeledField


def test_field_when_something_is_wrong_then_it_says_so_in_place_of_the_hint(qtbot: QtBot) -> None:
    field = LabeledField("day", 10)
    qtbot.addWidget(field)
    field.set_words("Which day?", "Such as 2026-11-21.")
    field.field.setText("  soon ")

    assert (field.text, field.field.accessibleName()) == ("soon", "Which day?")
    assert field.field.accessibleDescription() == "Such as 2026-11-21."
    field.show_error("That is no day.")
    assert field.error.plain == field.field.accessibleDescription() == "That is no day."
    field.show_error("")
    assert field.field.accessibleDescription() == "Such as 2026-11-21."
