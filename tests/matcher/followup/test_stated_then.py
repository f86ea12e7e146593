"""What a note keeps of a profile, and the profile as it was by that."""

import pytest
from support.builders import make_profile

from matcher.directory.profile import Profile
from matcher.followup.stated_then import profile_then, stated_now, states_another

_FEE = make_profile("p-1", fee_min="60", fee_max="90", currency="USD", reduced_fee="yes")


def test_thing_of_one_field_when_kept_then_it_is_a_cell() -> None:
    profile = make_profile("p-1", languages="en;es:fluent", times="-")

    assert stated_now("languages", profile) == "en;es:fluent"
    assert stated_now("times", profile) == "-"
    assert stated_now("goals", profile) == ""
    assert stated_now("no_such_thing", profile) == ""
    assert stated_now("fee", None) == ""


@pytest.mark.parametrize("now", [None, make_profile("p-1", fee_max="200", languages="fr")])
def test_thing_of_several_fields_when_kept_then_the_whole_of_it_comes_back(
    now: Profile | None,
) -> None:
    then = profile_then("fee", stated_now("fee", _FEE), now)

    for field in ("fee_min", "fee_max", "currency", "reduced_fee"):
        assert then.value(field) == _FEE.value(field)
    assert then.value("languages") == (None if now is None else ("fr",))


def test_thing_when_any_of_its_fields_is_another_then_another_thing_is_stated() -> None:
    stated = stated_now("fee", _FEE)

    assert not states_another("fee", stated, _FEE)
    for field, cell in (("fee_min", "50"), ("currency", "CAD"), ("reduced_fee", "no")):
        cells = {"fee_min": "60", "fee_max": "90", "currency": "USD", "reduced_fee": "yes"}
        assert states_another("fee", stated, make_profile("p-1", **cells | {field: cell}))


def test_thing_when_an_earlier_version_kept_the_telling_cell_then_that_is_compared() -> None:
    assert not states_another("fee", "90", _FEE)
    assert states_another("fee", "80", _FEE)
    assert states_another("fee", "80", make_profile("p-1"))
    then = profile_then("fee", "80", _FEE)
    assert [str(then.value(name)) for name in ("fee_min", "fee_max", "currency")] == [
        "None",
        "80",
        "USD",
    ]


@pytest.mark.parametrize("stated", ["", "?", "fee_max=?", "fee_max=1\nname=x", "=", "\n"])
def test_profile_when_what_was_kept_cannot_be_read_then_it_states_nothing_of_it(
    stated: str,
) -> None:
    then = profile_then("fee", stated, _FEE)

    assert then.value("fee_max") is None
    assert then.value("name") is None
    assert profile_then("no_such_thing", stated).facts == {}
