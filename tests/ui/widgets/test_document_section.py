import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from matcher.document import Bullets, Callout, Fit, Paragraph, Section, Table
from ui.widgets.document_section import DocumentSection
from ui.widgets.document_table import DocumentTable
from ui.widgets.text import Text

_SECTION = Section(
    "What goes in",
    (
        Paragraph("Your answers."),
        Bullets(("One.", "Two.")),
        Fit("Times", "", ("How much fits.",)),
        Table(("Wish", "Value"), tuple((f"Wish {n}", str(n)) for n in range(10))),
    ),
)


def _section(section: Section, qtbot: QtBot) -> DocumentSection:
    made = DocumentSection("section_1", section, "{}: {}".format)
    qtbot.addWidget(made)
    return made


def test_section_when_made_step_by_step_then_every_block_is_there_in_order(qtbot: QtBot) -> None:
    section = _section(_SECTION, qtbot)
    steps = 0
    while not section.is_complete:
        section.add_next()
        steps += 1

    assert steps > len(_SECTION.blocks)
    said = [text.plain for text in section.findChildren(Text) if text.plain != "•"]
    assert said[:6] == ["What goes in", "Your answers.", "One.", "Two.", "Times", "How much fits."]
    table = section.findChild(DocumentTable)
    assert table is not None
    assert table.is_complete


def test_section_when_its_first_block_is_there_then_it_is_seen(qtbot: QtBot) -> None:
    section = _section(_SECTION, qtbot)
    assert section.isHidden()

    section.add_next()

    assert not section.isHidden()
    assert not section.is_complete


def test_section_when_a_screen_reader_asks_then_its_heading_is_one(qtbot: QtBot) -> None:
    section = _section(_SECTION, qtbot)

    interface = QAccessible.queryAccessibleInterface(section.heading)

    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == "What goes in"


def test_section_when_a_block_is_to_be_written_in_then_it_is_a_fault(qtbot: QtBot) -> None:
    section = _section(Section("", (Callout("Write here."),)), qtbot)

    with pytest.raises(TypeError, match="Callout"):
        section.add_next()
