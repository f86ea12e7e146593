# ruff: noqa: E501 - one row of a table on one line

import pytest
from support.builders import make_profile

from matcher.directory.code_column import CODE_FIELDS, highest_state, is_open, state_numbers
from matcher.directory.field import FIELDS
from matcher.directory.levels import DENIED, FIRST_LEVEL, NAMED, NOT_STATED
from matcher.directory.snapshot_builder import build_snapshot


@pytest.mark.parametrize(
    ("cell", "code", "level"),
    [
        pytest.param("", "worry", NOT_STATED, id="empty cell"),
        pytest.param("-", "worry", DENIED, id="stated none"),
        pytest.param("worry", "worry", NAMED, id="named"),
        pytest.param("worry:no", "worry", DENIED, id="named as no"),
        pytest.param("worry:training", "worry", FIRST_LEVEL, id="lowest level"),
        pytest.param("worry:focus", "worry", FIRST_LEVEL + 3, id="highest level"),
        pytest.param("sleep", "worry", DENIED, id="unnamed in a closed list"),
        pytest.param("sleep", "nothing", DENIED, id="a term nobody names"),
    ],
)
def test_levels_when_a_closed_list_is_read_then_what_it_does_not_name_is_a_no(
    cell: str, code: str, level: int
) -> None:
    snapshot = build_snapshot([make_profile("p", issues=cell)])

    assert snapshot.codes["issues"].levels(code).tolist() == [level]


@pytest.mark.parametrize(
    ("cell", "level"),
    [("", NOT_STATED), ("-", DENIED), ("lift", NAMED), ("lift:no", DENIED), ("low_scent", NOT_STATED)],
)  # fmt: skip
def test_levels_when_an_open_list_is_read_then_what_it_does_not_name_is_not_stated(
    cell: str, level: int
) -> None:
    snapshot = build_snapshot([make_profile("p", access=cell)])

    assert snapshot.codes["access"].levels("lift").tolist() == [level]


def test_levels_when_written_to_then_the_column_stays_as_it_is() -> None:
    column = build_snapshot([make_profile("p", issues="worry")]).codes["issues"]
    column.levels("worry")[0] = NOT_STATED

    assert column.levels("worry").tolist() == [NAMED]


@pytest.mark.parametrize("field", CODE_FIELDS)
def test_field_when_kept_as_codes_then_its_states_are_small_and_its_name_has_no_dot(
    field: str,
) -> None:
    assert FIELDS[field].name.isidentifier()
    assert NAMED <= highest_state(field) == max(NAMED, *state_numbers(field).values()) < 8


def test_lists_when_open_then_those_the_model_says() -> None:
    assert {field for field in CODE_FIELDS if is_open(field)} == {
        "access", "adjustments", "affirming", "communities", "shares"
    }  # fmt: skip
