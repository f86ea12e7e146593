from pytestqt.qtbot import QtBot
from support.window import settle, show

from matcher.document import Bullets, Paragraph, Script, Section
from ui.widgets.copy_button import CopyButton, CopyWords
from ui.widgets.document_section import DocumentSection
from ui.widgets.long_document import LongDocument
from ui.widgets.script_lines import ScriptLines
from ui.widgets.text import Text

_SECTIONS = (
    Section("", (Paragraph("Before."),)),
    Section("One", (Paragraph("First."), Bullets(("a", "b")))),
    Section("Two", (Script("", ("ls  -l", "rm x")),)),
)


def _shown(qtbot: QtBot) -> LongDocument:
    document = LongDocument("text", lambda heading, cell: f"{heading}: {cell}")
    qtbot.addWidget(document)
    show(document, 600, 500)
    document.show_sections(_SECTIONS)
    return document


def _said(document: LongDocument) -> list[str]:
    settle()
    return [text.plain for text in document.findChildren(Text) if text.isVisible()]


def test_document_when_shown_then_all_of_it_comes_in_its_order(qtbot: QtBot) -> None:
    document = _shown(qtbot)
    assert not document.is_complete
    qtbot.waitUntil(lambda: document.is_complete)

    said = [words for words in _said(document) if words not in {"•", ""}]
    assert said == ["Before.", "One", "First.", "a", "b", "Two"]
    assert [lines.plain for lines in document.findChildren(ScriptLines)] == ["ls  -l\nrm x"]
    assert document.findChild(CopyButton) is None
    assert [button.text() for button in document.contents.buttons] == ["One", "Two"]


def test_document_when_it_may_be_copied_then_what_is_to_be_typed_has_a_button(
    qtbot: QtBot,
) -> None:
    document = _shown(qtbot)

    document.copying = CopyWords("Copy", "Copied", "Copy: {words}")
    document.show_sections(_SECTIONS)
    qtbot.waitUntil(lambda: document.is_complete)

    button = document.findChild(CopyButton)
    assert button is not None
    assert button.accessibleName() == "Copy: ls  -l"


def test_document_when_a_heading_is_pressed_then_it_is_made_up_to_there_and_told(
    qtbot: QtBot,
) -> None:
    document = _shown(qtbot)

    with qtbot.waitSignal(document.section_reached) as told:
        document.contents.buttons[1].click()

    (section,) = told.args
    assert isinstance(section, DocumentSection)
    assert section.heading.plain == "Two"
    assert section.is_complete


def test_document_when_another_is_shown_then_nothing_of_the_first_is_left(qtbot: QtBot) -> None:
    document = _shown(qtbot)
    qtbot.waitUntil(lambda: document.is_complete)

    document.show_sections((Section("", (Paragraph("Other."),)),), with_contents=False)
    qtbot.waitUntil(lambda: document.is_complete)

    assert [words for words in _said(document) if words] == ["Other."]
    assert document.contents.isHidden()


def test_document_when_there_is_nothing_to_say_then_it_does_not_wait(qtbot: QtBot) -> None:
    document = _shown(qtbot)

    document.show_sections(())

    settle()
    assert _said(document) == []
    assert not document.is_complete
