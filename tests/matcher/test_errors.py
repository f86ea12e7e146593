import pytest

from matcher.errors import (
    AnswersError,
    ImportFileError,
    MatcherError,
    Message,
    OutputError,
    ResourceError,
    StoreError,
)


def test_message_when_key_and_parameters_are_equal_then_messages_are() -> None:
    message = Message("finding.row", n=3)

    assert message == Message("finding.row", n=3)
    assert hash(message) == hash(Message("finding.row", n=3))


@pytest.mark.parametrize(
    "other",
    [Message("finding.row", n=4), Message("finding.other", n=3), Message("finding.row"), "a text"],
    ids=["parameter", "key", "no parameter", "no message"],
)
def test_message_when_something_differs_then_it_is_not_equal(other: object) -> None:
    assert Message("finding.row", n=3) != other


def test_message_when_made_then_its_parameters_cannot_be_changed() -> None:
    params = Message("finding.row", n=3).params

    with pytest.raises(TypeError):
        params["n"] = 4  # type: ignore[index]


def test_message_when_a_parameter_is_called_key_then_both_are_kept() -> None:
    message = Message("finding.row", key="name")

    assert (message.key, message.params["key"]) == ("finding.row", "name")


def test_message_when_written_out_then_key_and_parameters_are_seen() -> None:
    assert repr(Message("finding.row", n=3)) == "Message('finding.row', n=3)"


def test_error_when_raised_then_it_carries_every_message() -> None:
    first, second = Message("finding.row", n=1), Message("finding.row", n=2)

    assert MatcherError(first, second).messages == (first, second)


@pytest.mark.parametrize(
    "kind", [AnswersError, ImportFileError, OutputError, ResourceError, StoreError]
)
def test_error_of_each_kind_when_raised_then_one_except_clause_meets_it(
    kind: type[MatcherError],
) -> None:
    with pytest.raises(MatcherError, match="finding"):
        raise kind(Message("finding.row"))
