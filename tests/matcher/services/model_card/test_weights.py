"""The weights in words: every group with its reasons, the presets side by side."""

from matcher.document import Bullets, Fit, Table
from matcher.i18n import Catalogue
from matcher.services.model_card.card import load_model_card
from matcher.services.model_card.weights import weight_blocks

CARD = load_model_card()
BLOCKS = [*weight_blocks(CARD, Catalogue("en"))]


def test_groups_when_told_then_each_has_points_grade_reason_shares_and_sources() -> None:
    groups = {block.name: block for block in BLOCKS if isinstance(block, Fit)}

    assert len(groups) == len(CARD.groups)
    assert groups["Goals, feedback, limits, contact"] == Fit(
        "Goals, feedback, limits, contact",
        "Points: 10. Grade: B.",
        (
            "Agreed goals, working together and feedback go with better results.",
            (
                "Inside the group: Goals\u00a03, Checking how it goes\u00a03, Limits\u00a02, "
                "Contact between meetings\u00a02."
            ),
        ),
        "Sources: Tryon et al., 2018; de Jong et al., 2021.",
    )


def test_presets_when_told_then_they_stand_side_by_side_balanced_first() -> None:
    (table,) = (block for block in BLOCKS if isinstance(block, Table))

    assert table.headings[1:] == (
        "Balanced",
        "The same each",
        "Practical first",
        "Relationship first",
    )
    assert table.rows[3] == ("Times, place, access, money", "14", "1", "30", "5")
    assert len(table.rows) == len(CARD.groups)


def test_importance_when_told_then_each_answer_with_what_it_counts() -> None:
    (bullets,) = (block for block in BLOCKS if isinstance(block, Bullets))

    assert bullets.items == (
        "“Matters a little” counts 0.5.",
        "“Matters” counts 1.",
        "“Matters a lot” counts 2.",
        "“Must have” makes it a must-have. Then it has no weight.",
    )
