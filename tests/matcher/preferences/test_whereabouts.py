from dataclasses import replace
from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.preferences.whereabouts import fit_place
from matcher.questionnaire.response import Place
from matcher.scoring.result import Group, RequirementStatus
from matcher.services.matching.match import match
from matcher.services.sheets.checklist import suggest

_PORTLAND = Place(postcode="97201", country="US", max_km=Decimal(16))
_OREGON = Place(postcode="97201", country="US", licence_area="US-OR")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(_PORTLAND, _OREGON, id="state_of_the_zip_code"),
        pytest.param(
            Place(licence_area="DE-BY"), Place(licence_area="DE-BY"), id="an_area_that_was_chosen"
        ),
        pytest.param(
            Place(postcode="80331", country="DE", max_km=Decimal(5)),
            Place(postcode="80331", country="DE"),
            id="no_table_of_the_country",
        ),
        pytest.param(Place(postcode="97201"), Place(postcode="97201"), id="no_country"),
    ],
)
def test_place_when_nobody_travels_then_a_license_is_asked_and_no_distance(
    place: Place, expected: Place
) -> None:
    assert fit_place(place, is_online_only=True) == expected
    assert fit_place(expected, is_online_only=True) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(_PORTLAND, _PORTLAND, id="a_distance"),
        pytest.param(
            replace(_PORTLAND, licence_area="US-OR"),
            replace(_PORTLAND, licence_area="US-OR"),
            id="both_were_wished",
        ),
        pytest.param(_OREGON, Place(postcode="97201", country="US"), id="met_online_before"),
        pytest.param(Place(licence_area="DE-BY"), Place(), id="nothing_else_was_said"),
    ],
)
def test_place_when_somebody_may_travel_then_only_what_they_wished_is_asked(
    place: Place, expected: Place
) -> None:
    assert fit_place(place, is_online_only=False) == expected


def test_license_when_somebody_meets_online_from_portland_then_by_hand() -> None:
    """97201 is in Oregon. Washington alone will not do; the whole country would, silence asks."""
    licensed = {"oregon": "US-OR", "both": "US-OR;US-WA", "all": "US", "washington": "US-WA"}
    profiles = [
        make_profile(name, accepting="yes", formats="video", licensed_areas=areas)
        for name, areas in licensed.items()
    ]
    profiles.append(make_profile("silent", accepting="yes", formats="video"))
    place = fit_place(_PORTLAND, is_online_only=True)

    found = match(MemoryDirectory(profiles), make_answers(place=place, formats=("video",)), seed=1)

    said = {
        result.profile_id: (
            result.group,
            {need.item: need.status for need in result.requirements}.get("licence"),
        )
        for result in (found.result_for(profile.id) for profile in profiles)
    }
    assert said == {
        "oregon": (Group.MEETS_ALL, RequirementStatus.MET),
        "both": (Group.MEETS_ALL, RequirementStatus.MET),
        "all": (Group.MEETS_ALL, RequirementStatus.MET),
        "washington": (Group.OTHER, RequirementStatus.NOT_MET),
        "silent": (Group.MEETS_ALL, None),
    }
    offered = suggest(found, "silent")
    asked = {one.id for one in (*offered.suggested, *offered.before_booking)}
    assert "L1" in asked
