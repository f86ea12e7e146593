import pytest

from matcher.directory.unsorted import (
    BESIDE_FIELDS,
    has_all,
    label,
    line,
    of_both,
    said_anew,
    without,
)
from matcher.importers.mapping import TARGETS

_HELD = "as it came\nissues (Areas): Blue; Red\ntimes: by luck"


def test_labels_when_of_any_target_then_they_are_known() -> None:
    assert TARGETS > BESIDE_FIELDS
    for target in TARGETS - {""}:
        for name in (label(target), label(target, "Areas (old)")):
            assert said_anew(line(name, ["x"]), "", [name]) == ""


@pytest.mark.parametrize(
    ("said", "columns", "held"),
    [
        ("", (), _HELD),
        ("", ("times",), "as it came\nissues (Areas): Blue; Red"),
        ("", ("(Areas)",), "as it came\ntimes: by luck"),
        ("", ("",), "issues (Areas): Blue; Red\ntimes: by luck"),
        ("times: late", ("times", "access"), "as it came\nissues (Areas): Blue; Red\ntimes: late"),
        ("access: ramp", ("access",), f"{_HELD}\naccess: ramp"),
        ("call first", ("",), "call first\nissues (Areas): Blue; Red\ntimes: by luck"),
    ],
)
def test_words_when_a_list_speaks_of_some_columns_then_those_of_others_stay(
    said: str, columns: tuple[str, ...], held: str
) -> None:
    assert said_anew(_HELD, said, columns) == held
    assert said_anew(held, said, columns) == held


def test_words_when_they_may_not_take_a_place_then_only_those_of_new_columns_come_in() -> None:
    assert said_anew("times: late", "times: early\naccess: ramp", (), over=False) == (
        "times: late\naccess: ramp"
    )


def test_words_when_of_two_who_are_one_then_each_is_kept_once() -> None:
    other = "call first\naccess: ramp\nissues (Areas): Red; Grey"

    assert of_both(_HELD, other) == (
        "as it came\ncall first\nissues (Areas): Blue; Red; Grey\ntimes: by luck\naccess: ramp"
    )
    assert of_both(_HELD, _HELD) == _HELD
    assert has_all(of_both(_HELD, "times: by luck"), "times: by luck")
    assert not has_all(_HELD, "times: late")


def test_words_when_those_of_a_field_go_then_all_lines_under_it_go_and_no_others() -> None:
    text = "kind\ntimes: soon\nor later\ntimes (Hours): Sat\nformats: some"

    assert without(text, {"times"}) == "kind\nformats: some"
    assert without("times: soon", {"times"}) == ""
