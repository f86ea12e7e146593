"""The document is made of values: nothing in it can change under a printer's hands."""

from dataclasses import FrozenInstanceError

import pytest

from matcher.document import Ask, Paragraph, Section, Sheet


def test_sheet_when_made_twice_from_the_same_then_equal() -> None:
    def sheet() -> Sheet:
        return Sheet("T", (), (Section("H", (Paragraph("p"), Ask(1, "q?"))),), "F")

    assert sheet() == sheet()
    assert hash(sheet()) == hash(sheet())


def test_sheet_when_written_to_then_it_refuses() -> None:
    with pytest.raises(FrozenInstanceError):
        Paragraph("p").text = "other"  # type: ignore[misc]
