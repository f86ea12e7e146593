import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matcher.document import Fit, Tone
from ui.widgets.copy_button import CopyButton, CopyWords
from ui.widgets.document_block import BulletsBlock, FitBlock, ParagraphBlock, ScriptBlock
from ui.widgets.text import Text


def _said(widget: QWidget) -> list[str]:
    return [text.plain for text in widget.findChildren(Text)]


@pytest.mark.parametrize(
    ("tone", "role"), [(Tone.BODY, "body"), (Tone.STRONG, "strong"), (Tone.QUIET, "quiet")]
)
def test_paragraph_when_made_then_its_tone_is_its_look(qtbot: QtBot, tone: Tone, role: str) -> None:
    block = ParagraphBlock("Nobody is dropped.", tone)
    qtbot.addWidget(block)

    assert (block.plain, block.property("role")) == ("Nobody is dropped.", role)


def test_bullets_when_made_then_the_sign_is_not_read_aloud(qtbot: QtBot) -> None:
    block = BulletsBlock(("One.", "Two."))
    qtbot.addWidget(block)

    assert [said for said in _said(block) if said != "•"] == ["One.", "Two."]
    names = [text.accessibleName() for text in block.findChildren(Text)]
    assert "•" not in names


def test_fit_when_parts_are_empty_then_only_the_others_are_said(qtbot: QtBot) -> None:
    whole = FitBlock(Fit("Times", "Points: 8.", ("How much fits.",), "Source: a study."))
    short = FitBlock(Fit("Times", "", ("How much fits.",)))
    for block in (whole, short):
        qtbot.addWidget(block)

    assert _said(whole) == ["Times", "Points: 8.", "How much fits.", "Source: a study."]
    assert whole.accessibleName() == "Times. Points: 8. How much fits. Source: a study"
    assert _said(short) == ["Times", "How much fits."]


def test_script_when_it_has_a_label_alone_then_that_is_all_there_is(qtbot: QtBot) -> None:
    block = ScriptBlock("To say", (), CopyWords("Copy", "Copied", "Copy: {words}"))
    qtbot.addWidget(block)

    assert _said(block) == ["To say"]
    assert block.findChild(CopyButton) is None
