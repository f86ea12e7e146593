"""``rapport questionnaire``: what can be answered, for other programs."""

from support.commands import Rapport

from matcher.questionnaire.loader import load_questionnaire


def test_schema_when_asked_then_it_names_every_item_and_code(rapport: Rapport) -> None:
    done = rapport("questionnaire", "--schema")

    assert (done.code, done.err) == (0, "")
    responses = done.document["properties"]["responses"]["properties"]
    assert [*responses] == [item.id for item in load_questionnaire()]
    assert '"worry"' in done.out
