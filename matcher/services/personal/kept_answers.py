"""What is kept of a sitting, and the JSON it is kept as."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from matcher.errors import Message, PersonalError
from matcher.questionnaire.answers_file import parse_answers, write_answers
from matcher.questionnaire.answers_json import decode, encode
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet

VERSION = 1

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """Where a person was when they saved.

    Attributes
    ----------
    answers
        All answers so far, with language and region.
    chosen
        Ids of the profiles they chose, in order.
    page
        Id of the page they were on; ``""`` when it does not matter.
    marks
        Codes of what else the window wants to know again.
    at
        When they saved, in UTC.
    """

    answers: ResponseSet
    chosen: tuple[str, ...] = ()
    page: str = ""
    marks: tuple[str, ...] = ()
    at: datetime = _NEVER


def to_body(kept: KeptAnswers) -> str:
    """Return the JSON; the answers in it are those of an answers file."""
    answers, _ = decode(write_answers(kept.answers))
    document = {
        "answers": answers,
        "chosen": [*kept.chosen],
        "page": kept.page,
        "marks": [*kept.marks],
    }
    return encode(document).decode()


def from_body(body: str, at: str) -> KeptAnswers:
    """Return what the JSON says.

    Raises
    ------
    AnswersError
        When answers are not those of this questionnaire.
    PersonalError
        When it is something else.
    """
    document, _ = decode(body.encode())
    try:
        return KeptAnswers(
            parse_answers(document["answers"], load_questionnaire()),
            _texts(document["chosen"]),
            str(document["page"]),
            _texts(document["marks"]),
            datetime.fromisoformat(at),
        )
    except (TypeError, KeyError, ValueError):
        raise PersonalError(Message("personal.error.not_readable")) from None


def _texts(found: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(each) for each in found)
