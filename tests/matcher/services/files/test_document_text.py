"""Sections as lines of a terminal."""

import pytest

from matcher.document import Bullets, Callout, Fit, Paragraph, Section, Table, Tone
from matcher.i18n import Catalogue, languages
from matcher.services.files.document_text import WIDTH, document_text
from matcher.services.model_card.card import load_model_card
from matcher.services.model_card.words import model_card_sections


def test_document_text_when_written_then_headings_are_underlined_and_blocks_set_apart() -> None:
    section = Section(
        "Weights",
        (
            Paragraph("They add up."),
            Paragraph("Like this:", Tone.STRONG),
            Bullets(("one", "two")),
            Fit("Times", "14 points", ("A choice helps.",), "Oldham"),
            Table(("Group", "Points"), (("Times", "14"), ("Style", "24"))),
        ),
    )

    assert document_text("How", (section,)).splitlines() == [
        "How",
        "===",
        "",
        "Weights",
        "-------",
        "They add up.",
        "",
        "Like this:",
        "-  one",
        "-  two",
        "",
        "Times. 14 points",
        "   A choice helps.",
        "   Oldham",
        "",
        "Group  Points",
        "Times  14",
        "Style  24",
    ]


def test_document_text_when_cells_are_long_then_they_go_on_below_in_their_column() -> None:
    table = Table(("A", "B"), (("a " * 40, "b " * 40),))

    lines = document_text("T", (Section("S", (table,)),)).splitlines()[6:]

    assert len(lines) == 3
    assert {line.index("b") for line in lines[1:]} == {lines[0].index("B")}


@pytest.mark.parametrize("language", languages())
def test_document_text_when_the_card_is_written_then_no_line_is_wider_than_a_terminal(
    language: str,
) -> None:
    text = document_text("T", model_card_sections(load_model_card(), Catalogue(language)))

    wide = [line for line in text.splitlines() if len(line) > WIDTH]
    assert [line for line in wide if " " in line.strip()] == []


def test_document_text_when_a_block_is_for_paper_only_then_it_is_refused() -> None:
    with pytest.raises(TypeError, match="Callout"):
        document_text("T", (Section("S", (Callout("x"),)),))
