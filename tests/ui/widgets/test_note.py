from pytestqt.qtbot import QtBot

from ui.widgets.note import Note


def test_note_when_lines_are_fewer_then_only_they_are_shown(qtbot: QtBot) -> None:
    note = Note("note")
    qtbot.addWidget(note)
    note.set_lines(["One.", "Two."])

    note.set_lines(["Three."])

    assert note.words == ("Three.",)


def test_note_when_there_is_nothing_to_say_then_it_is_hidden(qtbot: QtBot) -> None:
    note = Note("note")
    qtbot.addWidget(note)
    note.set_lines(["One."])

    note.set_lines([])

    assert note.isHidden()
