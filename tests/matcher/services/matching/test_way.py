from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.questionnaire.response import Place, Response
from matcher.region import Distance
from matcher.services.matching.match import match
from matcher.services.matching.way import way_to

_HERE = Place(latitude=45.0, longitude=-122.0, max_km=Decimal(20))


@pytest.mark.parametrize(
    ("place", "cells", "expected"),
    [
        pytest.param(_HERE, {"latitude": "45.1", "longitude": "-122"}, "11.1", id="known"),
        pytest.param(_HERE, {"latitude": "45.001", "longitude": "-122"}, None, id="near"),
        pytest.param(_HERE, {}, None, id="not-stated"),
        pytest.param(
            Place(area="Old Mill", max_km=Decimal(5)), {"area": "Old Mill"}, None, id="same-area"
        ),
        pytest.param(None, {"latitude": "45.1", "longitude": "-122"}, None, id="not-asked"),
    ],
)
def test_way_to_when_both_places_are_known_then_it_is_told(
    place: Place | None, cells: dict[str, str], expected: str | None
) -> None:
    answers = make_answers({} if place is None else {"place": Response(place)})
    found = match(MemoryDirectory([make_profile("p-1", accepting="yes", **cells)]), answers, seed=1)

    way = way_to(found, "p-1")

    assert way == (None if expected is None else Distance(Decimal(expected)))
