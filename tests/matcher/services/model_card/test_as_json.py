"""The card for other programs: codes and numbers, no words, and nothing JSON does not know."""

import json

from matcher.services.model_card.as_json import FORMAT, model_card_json
from matcher.services.model_card.card import load_model_card

DOCUMENT = model_card_json(load_model_card())


def test_model_card_json_when_written_and_read_then_it_is_the_same() -> None:
    assert json.loads(json.dumps(DOCUMENT)) == DOCUMENT
    assert DOCUMENT["format"] == FORMAT


def test_model_card_json_when_made_then_it_holds_weights_evidence_and_examples() -> None:
    groups = DOCUMENT["groups"]
    values = DOCUMENT["values"]
    assert isinstance(groups, list)
    assert isinstance(values, list)

    assert groups[0]["id"] == "style"
    assert (groups[0]["points"], groups[0]["grade"]) == (24, "B")
    assert DOCUMENT["importance"] == {"a_little": 0.5, "matters": 1.0, "matters_a_lot": 2.0}
    assert values[1]["examples"][0]["asked"] == ["worry"]
    assert DOCUMENT["sources"]["swift_2018"]["numbers"]["odds"] == 1.79  # type: ignore[index]
