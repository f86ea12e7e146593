from support.builders import make_statement

from matcher.directory.profile import Source
from matcher.directory.statement import Statement


def test_statement_when_a_cell_is_empty_then_it_is_withdrawn_and_not_left_alone() -> None:
    statement = make_statement(city="", name="Ana")

    assert statement.values == {"city": None, "name": "Ana"}
    assert "bio" not in statement.values


def test_statement_when_it_does_not_speak_of_it_then_publishing_stays() -> None:
    assert Statement("p-1", Source.CLINIC, None, {}).published is None
