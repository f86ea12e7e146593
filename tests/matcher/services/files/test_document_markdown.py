"""Sections as Markdown."""

import pytest

from matcher.document import Bullets, Callout, Fit, Paragraph, Section, Table, Tone
from matcher.services.files.document_markdown import document_markdown


def test_document_markdown_when_written_then_each_block_has_its_form() -> None:
    section = Section(
        "Weights",
        (
            Paragraph("They add up."),
            Paragraph("Like this:", Tone.STRONG),
            Bullets(("one", "two")),
            Fit("Times", "14 points", ("A choice helps.",), "Oldham"),
            Table(("Group", "Points"), (("Times", "14"),)),
        ),
    )

    assert document_markdown("How", "Generated.", (section,)) == (
        "<!-- Generated. -->\n\n"
        "# How\n\n"
        "## Weights\n\n"
        "They add up.\n\n"
        "**Like this:**\n\n"
        "- one\n- two\n\n"
        "**Times**. 14 points\\\nA choice helps.\\\nOldham\n\n"
        "| Group | Points |\n| --- | --- |\n| Times | 14 |\n"
    )


@pytest.mark.parametrize("mark", ["|", "*", "_", "<", "`", "["])
def test_document_markdown_when_a_text_holds_markup_then_it_stays_text(mark: str) -> None:
    section = Section("S", (Table(("A",), ((f"a{mark}b",),)),))

    assert f"a\\{mark}b" in document_markdown("T", "N", (section,))


def test_document_markdown_when_a_block_is_for_paper_only_then_it_is_refused() -> None:
    with pytest.raises(TypeError, match="Callout"):
        document_markdown("T", "N", (Section("S", (Callout("x"),)),))
