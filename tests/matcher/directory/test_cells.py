from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from matcher.directory.cells import NONE, read_cell, read_text, write_cell
from matcher.directory.field import FIELDS, Field, FieldKind
from matcher.directory.profile import FactValue
from matcher.directory.vocabulary import Vocabulary, load_vocabulary
from matcher.directory.week import CELLS, DAYS
from matcher.i18n import Catalogue


def _read(field: str, text: str) -> tuple[FactValue | None, list[str]]:
    reading = read_cell(FIELDS[field], text)
    for fault in reading.faults:
        assert all(Catalogue(language).render(fault) for language in ("en", "es"))
    return reading.value, [fault.key.rsplit(".", 1)[-1] for fault in reading.faults]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        pytest.param("name", "  Ana Vidal ", "Ana Vidal", id="text"),
        pytest.param("name", "", None, id="not stated"),
        pytest.param("name", "-", "", id="no text"),
        pytest.param("accepting", "waitlist", "waitlist", id="code"),
        pytest.param("accepting", " YES ", "yes", id="code in capitals"),
        pytest.param("faith_stance", "Keep_Out", "keep_out", id="of a vocabulary, in capitals"),
        pytest.param("approaches", "CBT:Certified; Act:NO", ("cbt:certified", "act:no"), id="list"),
        pytest.param(
            "communities", "Refugee:Worked:10", ("refugee:worked:10",), id="kind, capitals"
        ),
        pytest.param("licensed_areas", "us-OR", ("us-OR",), id="a free code stays as it is"),
        pytest.param("times", "Mon-Evening", ("mon-evening",), id="times in capitals"),
        pytest.param("qualification", "supervised", "supervised", id="code of a vocabulary"),
        pytest.param("faith_stance", "-", "", id="no code"),
        pytest.param("formats", "video;in_person", ("video", "in_person"), id="codes"),
        pytest.param("formats", " video ; ;video", ("video",), id="codes with spaces, twice"),
        pytest.param("formats", "-", (), id="no codes"),
        pytest.param("formats", " ; ", None, id="nothing in it"),
        pytest.param("access", "lift:no", ("lift:no",), id="a stated no"),
        pytest.param("languages", "en : native;ase", ("en:native", "ase"), id="level"),
        pytest.param("communities", "refugee:worked:10", ("refugee:worked:10",), id="kind"),
        pytest.param("payers", "Plan_7+", ("Plan_7+",), id="the clinic's own code"),
        pytest.param("licensed_areas", "US-OR;AT", ("US-OR", "AT"), id="free codes"),
        pytest.param("style_steer", "-2..1", (-2, 1), id="steps"),
        pytest.param("style_steer", "1 .. -2", (-2, 1), id="steps the other way round"),
        pytest.param("style_steer", "0", (0, 0), id="one step"),
        pytest.param(
            "times", "mon-evening;mon 17:00-20:00", ("mon-evening", "mon 17:00-20:00"), id="times"
        ),
        pytest.param("times", "-", (), id="no times"),
        pytest.param("fee_max", "120.50", Decimal("120.5"), id="money"),
        pytest.param("fee_max", "100", Decimal(100), id="round money"),
        pytest.param("fee_max", "0.00", Decimal(0), id="free"),
        pytest.param("latitude", "-45.1234567890123", Decimal("-45.123457"), id="many decimals"),
        pytest.param("next_opening", "2026-12-01", date(2026, 12, 1), id="day"),
    ],
)
def test_cell_when_good_then_its_value_is_read(
    field: str, text: str, expected: FactValue | None
) -> None:
    assert _read(field, text) == (expected, [])


@pytest.mark.parametrize(
    ("field", "text", "expected", "fault"),
    [
        pytest.param("accepting", "maybe", None, "code", id="unknown code"),
        pytest.param("formats", "video;teleport", ("video",), "code", id="one of two"),
        pytest.param("payers", "N/A", None, "code", id="not available"),
        pytest.param("payers", "a" * 81, None, "code", id="endless code"),
        pytest.param("languages", "es:perfectly", ("es",), "detail", id="unknown level"),
        pytest.param("languages", "es:native:5", ("es",), "detail", id="too many details"),
        pytest.param("formats", "video:often", ("video",), "detail", id="no levels"),
        pytest.param("communities", "refugee:worked:<b>", ("refugee",), "detail", id="signs"),
        pytest.param("style_steer", "3", None, "steps", id="outside"),
        pytest.param("style_steer", "0.5", None, "steps", id="half a step"),
        pytest.param("times", "mon-noon", None, "times", id="no part of the day"),
        pytest.param("times", "mon 20:00-17:00", None, "times", id="backwards"),
        pytest.param("times", "mon \u0661\u0667:00-20:00", None, "times", id="other digits"),
        pytest.param("fee_max", "-1", None, "number", id="negative"),
        pytest.param("fee_max", "1,200", None, "number", id="comma"),
        pytest.param("fee_max", "NaN", None, "number", id="no number"),
        pytest.param("fee_max", "1e5", None, "number", id="power"),
        pytest.param("fee_max", "1e-999999", None, "number", id="endless decimals"),
        pytest.param("fee_max", "1_000", None, "number", id="underscore"),
        pytest.param("fee_max", "999999999", None, "number", id="too much"),
        pytest.param("latitude", "90.1", None, "number", id="beyond the pole"),
        pytest.param("years", "200", None, "number", id="too long"),
        pytest.param("next_opening", "01/12/2026", None, "date", id="another order"),
        pytest.param("next_opening", "2026-02-30", None, "date", id="no such day"),
    ],
)
def test_cell_when_partly_wrong_then_the_rest_counts_and_it_is_said(
    field: str, text: str, expected: FactValue | None, fault: str
) -> None:
    assert _read(field, text) == (expected, [fault])


def _tokens(vocabulary: Vocabulary | None) -> SearchStrategy[tuple[str, ...]]:
    if vocabulary is None:
        token = st.from_regex(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", fullmatch=True)
    else:
        codes = [term.code for term in vocabulary if not term.answer_only]
        details = ["", ":no", *(f":{level}" for level in vocabulary.levels)]
        details += [f":{kind}:{more}" for kind in vocabulary.kinds for more in ("10", "2019")]
        token = st.tuples(st.sampled_from(codes), st.sampled_from(details)).map("".join)
    return st.lists(token, unique_by=lambda token: token.partition(":")[0]).map(tuple)


def _numbers(field: Field) -> SearchStrategy[Decimal]:
    low = {"latitude": -90, "longitude": -180}.get(field.name, 0)
    high = {"latitude": 90, "longitude": 180, "years": 80}.get(field.name, 10**8)
    return st.decimals(low, high, places=6)


def _hours() -> SearchStrategy[str]:
    minutes = st.lists(st.integers(0, 1440), min_size=2, max_size=2, unique=True).map(sorted)
    return st.builds(
        lambda day, span: f"{day} " + "-".join(f"{m // 60:02}:{m % 60:02}" for m in span),
        st.sampled_from(DAYS),
        minutes,
    )


def _values(field: Field) -> SearchStrategy[FactValue]:  # noqa: PLR0911 - one a kind
    """Return everything a field may hold."""
    vocabulary = load_vocabulary(field.vocabulary) if field.vocabulary else None
    match field.kind:
        case FieldKind.TEXT:
            return st.text().map(str.strip).filter(lambda text: text != NONE)
        case FieldKind.CODE:
            stated = [term.code for term in vocabulary or () if not term.answer_only]
            return st.sampled_from(["", *(stated or field.codes)])
        case FieldKind.CODES:
            return _tokens(vocabulary)
        case FieldKind.STEPS:
            return st.tuples(st.integers(-2, 2), st.integers(-2, 2)).filter(lambda s: s[0] <= s[1])
        case FieldKind.TIMES:
            return st.lists(st.sampled_from(CELLS) | _hours(), unique=True).map(tuple)
        case FieldKind.NUMBER:
            return _numbers(field)
        case FieldKind.DATE:
            return st.dates()


@given(st.data())
def test_value_when_written_and_read_then_it_is_the_same(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from([*FIELDS.values()]), label="field")
    value = data.draw(_values(field), label="value")

    assert write_cell(value) != "", "an empty cell would say not stated"
    reading = read_cell(field, write_cell(value))
    assert reading.value == value
    assert type(reading.value) is type(value)
    assert reading.faults == ()


@given(st.sampled_from([*FIELDS]), st.text() | st.text(st.sampled_from("-;:.0129eNaonmd \u0663")))
def test_cell_when_it_is_anything_then_what_was_read_stays_the_same(field: str, text: str) -> None:
    value, _ = _read(field, text)

    if value is not None:
        assert read_cell(FIELDS[field], write_cell(value)).value == value


@given(st.text() | st.sampled_from(["", "-", " - ", "\u00a0Ana "]))
def test_words_when_read_alone_then_they_are_what_the_cell_says(text: str) -> None:
    assert read_text(text) == (read_cell(FIELDS["name"], text).value or "")
