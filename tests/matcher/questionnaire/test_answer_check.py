from datetime import date
from decimal import Decimal

import pytest

from matcher.errors import Message
from matcher.questionnaire.answer_check import FORMS, LONGEST_TEXT, AnswerCheck


@pytest.fixture
def check() -> AnswerCheck:
    return AnswerCheck()


def _faults(check: AnswerCheck) -> list[str]:
    return [fault.key.removeprefix("error.answers.") for fault in check.faults]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("area", "North Side"),
        ("country", "US"),
        ("currency", "EUR"),
        ("date", "2026-11-21"),
        ("language", "en"),
        ("language", "es-419"),
        ("language", "zh-Hant-TW"),
        ("licence_area", "US-OR"),
        ("licence_area", "GB-ENG"),
        ("own_code", "cedar_plan-2+"),
        ("person", "p-009"),
        ("postcode", "97201"),
        ("postcode", "SW1A 1AA"),
    ],
)
def test_form_when_a_text_has_it_then_it_is_taken(form: str, text: str, check: AnswerCheck) -> None:
    assert check.form("x", text, form) == text
    assert check.faults == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("area", ""),
        ("area", "a\nb"),
        ("area", "a\u202eb"),
        ("country", "us"),
        ("country", "USA"),
        ("currency", "$"),
        ("date", "2026-1-2"),
        ("date", "20261121"),
        ("date", "1026-11-21"),
        ("language", "English please"),
        ("language", "../en"),
        ("licence_area", "US"),
        ("licence_area", "Oregon"),
        ("own_code", "two words"),
        ("own_code", "x" * 81),
        ("person", " "),
        ("person", "p\x00"),
        ("postcode", "97201; drop"),
        ("postcode", "97201\n"),
    ],
)
def test_form_when_a_text_lacks_it_then_what_was_expected_is_named(
    form: str, text: str, check: AnswerCheck
) -> None:
    assert check.form("place.x", text, form) is None
    (fault,) = check.faults
    assert fault.params["item"] == "place.x"
    assert fault.params["expected"] == Message(f"error.form.{form}")


def test_forms_when_listed_then_the_tests_know_each() -> None:
    assert {*FORMS} == {
        "area", "country", "currency", "date", "language", "licence_area", "own_code", "person",
        "postcode",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "2025-02-29"])
def test_day_when_the_calendar_lacks_it_then_it_is_a_fault(text: str, check: AnswerCheck) -> None:
    assert check.day("today", text) is None
    assert _faults(check) == ["form"]


def test_day_when_the_calendar_has_it_then_it_is_taken(check: AnswerCheck) -> None:
    assert check.day("today", "2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [(0, "0"), (10, "10"), (Decimal("0.125"), "0.125"), (0.1, "0.1"), (Decimal("1E+1"), "10")],
)
def test_number_when_within_limits_then_it_is_exact(
    raw: object, expected: str, check: AnswerCheck
) -> None:
    assert check.number("x", raw, 0, 10) == Decimal(expected)
    assert check.faults == []


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (-1, "range"),
        (Decimal("10.001"), "range"),
        (Decimal("NaN"), "range"),
        (Decimal("Infinity"), "range"),
        (float("nan"), "range"),
        pytest.param(10**5000, "range", id="vast"),
        (Decimal("1e999999"), "range"),
        (Decimal("0.0001"), "decimals"),
        (Decimal("1e-999999"), "decimals"),
        (True, "wrong_type"),
        ("5", "wrong_type"),
        (None, "wrong_type"),
        ([5], "wrong_type"),
    ],
)
def test_number_when_it_is_none_or_beyond_then_it_is_a_fault(
    raw: object, fault: str, check: AnswerCheck
) -> None:
    assert check.number("x", raw, 0, 10) is None
    assert _faults(check) == [fault]


@pytest.mark.parametrize("raw", [True, 1.0, Decimal(1), "1", None, 3, -3])
def test_whole_when_it_is_no_step_then_it_is_a_fault(raw: object, check: AnswerCheck) -> None:
    assert check.whole("x", raw, -2, 2) is None
    assert len(check.faults) == 1


@pytest.mark.parametrize("raw", ["a\nb", "tab\there", "Añil, 東京, नमस्ते, 👩‍💻", ""])
def test_words_when_they_are_a_persons_own_then_they_are_taken_as_they_are(
    raw: str, check: AnswerCheck
) -> None:
    assert check.words("x", raw) == raw


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ("secret\x00", "control_signs"),
        ("secret\x1b[31m", "control_signs"),
        ("secret\u202e", "control_signs"),
        ("secret\ud800", "control_signs"),
        ("secret " * LONGEST_TEXT, "long_text"),
        (["secret"], "wrong_type"),
    ],
    ids=["nul", "escape", "turned", "surrogate", "long", "list"],
)
def test_words_when_they_cannot_be_printed_then_they_are_never_repeated(
    raw: object, fault: str, check: AnswerCheck
) -> None:
    assert check.words("first_meetings", raw) is None
    assert _faults(check) == [fault]
    assert "secret" not in repr(check.faults)


def test_table_when_keys_are_unknown_or_missing_then_all_are_named(check: AnswerCheck) -> None:
    assert check.table("fee", {"min": 1, 2: 3}, ("max", "currency"), ("max",)) is None
    assert _faults(check) == ["unknown_key", "unknown_key", "needs_key"]


def test_table_when_a_key_is_unknown_then_the_others_are_still_read(check: AnswerCheck) -> None:
    assert check.table("fee", {"b": 1, "min": 2, "a": 3}, ("a", "b")) == {"a": 3, "b": 1}


def test_code_when_the_list_is_long_then_the_message_says_where_to_look(
    check: AnswerCheck,
) -> None:
    check.code("issues", "dragons", [str(number) for number in range(50)])
    check.code("start", "dragons", ["now", "later"])

    long, short = (fault.params["expected"] for fault in check.faults)
    assert long == Message("error.answers.one_of_many", command="rapport questionnaire --schema")
    assert short == Message("error.answers.one_of", codes="now, later")


def test_each_when_an_entry_stands_twice_then_it_is_named(check: AnswerCheck) -> None:
    assert check.each("issues", ["worry", "sleep", "worry"]) is not None
    assert check.faults == [Message("error.answers.repeated_code", item="issues", code="worry")]


@pytest.mark.parametrize("raw", ["worry", {"worry": 1}, [1], [["worry"]], [None], None])
def test_each_when_it_is_no_list_of_texts_then_it_is_a_fault(
    raw: object, check: AnswerCheck
) -> None:
    assert check.each("issues", raw) is None
    assert _faults(check) == ["wrong_type"]
