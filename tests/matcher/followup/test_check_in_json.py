"""Check-ins as JSON: the same again, and what is damaged costs only itself."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from support.followup import CHECK_IN_CHANGES, JSON, after

from matcher.checklist.statements import Step
from matcher.followup.check_in import Answer, CheckIn, CheckInBook
from matcher.followup.check_in_json import check_ins_from_json, check_ins_to_json

_ONE = CheckIn(date(2026, 3, 2), "p-1", "Ana", (Answer("heard", Step.PARTLY, "it took long"),))
_WHOLE = check_ins_to_json(CheckInBook((_ONE,)))


def _again(document: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(json.dumps(document, allow_nan=False))
    return found


@given(st.lists(CHECK_IN_CHANGES, max_size=8))
def test_book_when_written_and_read_then_it_is_the_same(changed: list[object]) -> None:
    book = after(CheckInBook(), changed)  # type: ignore[arg-type]

    assert check_ins_from_json(_again(check_ins_to_json(book))) == book


@given(st.dictionaries(st.sampled_from(("check_ins", "unread", "else")), JSON))
def test_book_when_json_is_anything_then_it_is_read_and_written_and_stays_so(
    document: dict[str, object],
) -> None:
    book = check_ins_from_json(document)

    assert check_ins_from_json(_again(check_ins_to_json(book))) == book


@given(JSON)
def test_entry_when_it_cannot_be_read_then_all_others_can(damaged: object) -> None:
    document = {"check_ins": [*_WHOLE["check_ins"], damaged]}

    assert _ONE in check_ins_from_json(document).check_ins


def test_answer_when_its_step_is_not_known_then_its_line_stays() -> None:
    entry = {**_WHOLE["check_ins"][0]}
    entry["answers"] = [{"statement": "heard", "step": 3, "line": "it took long"}]
    (read,) = check_ins_from_json({"check_ins": [entry]}).check_ins

    assert read.answer("heard") == Answer("heard", None, "it took long")


def test_statement_when_nobody_asks_it_any_more_then_what_was_said_stays() -> None:
    one = _ONE.with_answer(Answer("weather", Step.FULLY, "sun"))

    assert check_ins_from_json(check_ins_to_json(CheckInBook((one,)))).check_ins == (one,)


def test_entry_when_it_has_no_day_or_comes_twice_then_it_is_written_back_as_it_was() -> None:
    entries = [*_WHOLE["check_ins"], {"profile": "p-1"}, {**_WHOLE["check_ins"][0], "name": "B"}]
    book = check_ins_from_json({"check_ins": entries})

    assert book.check_ins == (_ONE,)
    assert len(check_ins_to_json(book)["unread"]) == 2
