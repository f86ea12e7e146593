"""In which states people can see somebody: silence, and whatever is unclear, leaves nobody out."""

import pytest

from matcher.directory import reach
from matcher.directory.reach import ANYWHERE, reach_of, reach_rules

_PORTLAND, _BOISE = ("postcode", "97201"), ("postcode", "83702")
_USA = ("country", "US")
_OR, _ID = ("licensed_areas", "US-OR"), ("licensed_areas", "US-ID;US-WA")


@pytest.mark.parametrize(
    ("words", "areas"),
    [
        pytest.param([_PORTLAND, _USA, _OR], ["US-OR"], id="office and license in one state"),
        pytest.param(
            [_PORTLAND, _USA, _ID], ["US-ID", "US-OR", "US-WA"], id="office here, licenses there"
        ),
        pytest.param(
            [_PORTLAND, _BOISE, _USA, _ID, _OR],
            ["US-ID", "US-OR", "US-WA"],
            id="each source is heard",
        ),
        pytest.param([_PORTLAND, _USA, ("licensed_areas", "us-or")], ["US-OR"], id="small letters"),
        pytest.param(
            [_PORTLAND, _USA, ("licensed_areas", "US-ID;US-OR:no")],
            ["US-ID", "US-OR"],
            id="a license denied is none",
        ),
        pytest.param([], [ANYWHERE], id="nothing stated"),
        pytest.param([_PORTLAND, _USA], [ANYWHERE], id="no license stated"),
        pytest.param([_OR], [ANYWHERE], id="no office stated"),
        pytest.param([_PORTLAND, _OR], [ANYWHERE], id="a postcode of no country"),
        pytest.param([("postcode", "-"), _USA, _OR], [ANYWHERE], id="no postcode at all"),
        pytest.param([("postcode", "00000"), _USA, _OR], [ANYWHERE], id="a postcode nobody knows"),
        pytest.param(
            [("postcode", "1010"), ("country", "AT"), _OR], [ANYWHERE], id="another country"
        ),
        pytest.param(
            [_PORTLAND, _USA, ("country", "CA"), _OR], [ANYWHERE], id="sources name two countries"
        ),
        pytest.param(
            [_PORTLAND, _USA, ("licensed_areas", "US")], [ANYWHERE], id="the whole country"
        ),
        pytest.param([_PORTLAND, _USA, ("licensed_areas", "-")], [ANYWHERE], id="no license"),
        pytest.param(
            [_PORTLAND, _USA, ("licensed_areas", "US-ID:no")], [ANYWHERE], id="denials alone"
        ),
        pytest.param(
            [_PORTLAND, _USA, _OR, ("licensed_areas", "Oregon")], [ANYWHERE], id="a word of one"
        ),
    ],
)
def test_reach_when_told_from_what_is_stated_then_only_who_states_both_is_in_some_states_alone(
    words: list[tuple[str, str]], areas: list[str]
) -> None:
    assert sorted(reach_of(words)) == areas
    assert reach_of(reversed(words)) == reach_of(words)


def test_rules_when_the_program_or_its_table_of_postcodes_is_another_then_they_are_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = reach_rules.__wrapped__
    found = [here(), here()]
    monkeypatch.setattr(reach, "__version__", "0.0.9")
    found.append(here())
    monkeypatch.setattr(reach, "table_version", lambda: "another")
    found.append(here())

    assert found[0] == found[1] == reach_rules()
    assert len({*found}) == 3
