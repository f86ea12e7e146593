"""Where a profile is on the map, as far as what it states can be believed."""

import math
from enum import StrEnum

from matcher.directory.area_list import AreaList
from matcher.directory.geography import EARTH_RADIUS_KM, Coordinates
from matcher.directory.profile import Profile

FARTHEST_KM = 200
"""From the middle of its area, nobody who works in it is farther away."""


class Misplaced(StrEnum):
    """Why a stated latitude and longitude are not used."""

    HALF = "half"
    ZERO = "zero"
    FAR = "far_from_area"


def place_of(profile: Profile, areas: AreaList) -> Coordinates | None:
    """Return where somebody works, or ``None`` when that is not stated.

    Parameters
    ----------
    profile
        What is stated: latitude and longitude go first, then the postcode, then the area.
    areas
        The clinic's own.
    """
    position = _position(profile)
    if position is not None and misplaced(profile, areas) is None:
        return position
    postcode = profile.text("postcode")
    found = areas.locate_postcode(postcode, profile.text("country")) if postcode else None
    return found or areas.locate(profile.text("area"))


def misplaced(profile: Profile, areas: AreaList) -> Misplaced | None:
    """Return why the stated latitude and longitude cannot be meant; ``None`` when they can.

    Where an address is not found, programs put down the zero point of the map; and where the two
    numbers changed places, somebody would work in another country than their area is in.
    """
    position = _position(profile)
    if position is None:
        is_begun = any(profile.value(name) is not None for name in ("latitude", "longitude"))
        return Misplaced.HALF if is_begun else None
    if position == (0.0, 0.0):
        return Misplaced.ZERO
    middle = areas.locate(profile.text("area"))
    if middle is not None and apart_km(position, middle) > FARTHEST_KM:
        return Misplaced.FAR
    return None


def apart_km(one: Coordinates, other: Coordinates) -> float:
    """Return the distance between two places as the crow flies, as `distance_km` does for many."""
    (phi, theta), (other_phi, other_theta) = (map(math.radians, place) for place in (one, other))
    chord = (
        math.sin((phi - other_phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin((theta - other_theta) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(chord, 1.0)))


def _position(profile: Profile) -> Coordinates | None:
    latitude, longitude = profile.value("latitude"), profile.value("longitude")
    if latitude is None or longitude is None:
        return None
    return float(latitude), float(longitude)  # type: ignore[arg-type]
