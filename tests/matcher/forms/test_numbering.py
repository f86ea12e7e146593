"""The numbers on a form stay the same, whoever prints it."""

import pytest

from matcher.forms.numbering import chunks, form_items, numbered_options
from matcher.questionnaire.loader import load_questionnaire
from matcher.region import load_region


def test_form_items_when_short_then_they_are_the_beginning_of_the_full_form() -> None:
    questionnaire = load_questionnaire()
    short, full = form_items(questionnaire), form_items(questionnaire, is_full=True)

    assert full[: len(short)] == short
    assert [item.id for item in short] == [
        item for page in questionnaire.pages for item in page.items
    ]
    assert {item.id for item in full} == {item.id for item in questionnaire} - {"answered_by"}


def test_numbers_when_payers_of_other_countries_are_left_out_then_the_rest_keeps_its_own() -> None:
    payers = load_questionnaire().item("payers")
    here, there = (numbered_options(payers, load_region(region)) for region in ("us", "de"))

    assert "medicaid" in here
    assert "medicaid" not in there
    assert "harbor_health_ppo" not in here
    assert here["self_pay"] == there["self_pay"] == 1
    assert here["health_card"] == there["health_card"] == payers.options.index("health_card") + 1


@pytest.mark.parametrize("name", ["languages", "issues", "communities", "approaches"])
def test_chunks_when_put_together_then_every_code_is_there_once_and_no_piece_is_long(
    name: str,
) -> None:
    codes = load_questionnaire().item(name).options
    pieces = [piece for _, piece in chunks(name, codes)]

    assert [code for piece in pieces for code in piece] == [*codes]
    assert max(map(len, pieces)) <= 8
