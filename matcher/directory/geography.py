"""Where things are, offline: postcodes to places, and the distance between two places."""

import math
from bisect import bisect_left
from functools import cache

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0

Coordinates = tuple[float, float]
"""Latitude and longitude in degrees."""


_NO_STATE = frozenset({"AA", "AE", "AP", "FM", "MH", "PW"})
"""Post of the armed forces and of countries of their own: no area that gives licenses."""


@cache
def _united_states() -> list[str]:
    """Return ``ZIP code,latitude,longitude,state``, sorted.

    A line of text takes a tenth of what the library's own entry does. They are asked for in
    pieces, because the library lets nothing else run while it makes a list.
    """
    import zipcodes

    return [
        f"{entry['zip_code']},{entry['lat']},{entry['long']},{entry['state']}"
        for beginning in range(100)
        for entry in zipcodes.similar_to(f"{beginning:02}")  # type: ignore[no-untyped-call]
    ]


def table_version() -> str:
    """Return which table of postcodes is shipped."""
    import zipcodes

    return str(zipcodes.__version__)


def _entry(postcode: str, country: str) -> tuple[Coordinates, str] | None:
    if country.upper() not in {"US", "USA"}:
        return None
    lines, wanted = _united_states(), f"{postcode.strip()[:5]},"
    place = bisect_left(lines, wanted)
    if place == len(lines) or not lines[place].startswith(wanted):
        return None
    _, latitude, longitude, state = lines[place].split(",")
    return (float(latitude), float(longitude)), state


def locate_postcode(postcode: str, country: str) -> Coordinates | None:
    """Return the middle of a postcode area, or ``None`` when the shipped table lacks it.

    Parameters
    ----------
    postcode
        For the United States five digits, or nine with or without a hyphen.
    country
        ISO 3166 code. Without one nothing is guessed: other countries have postcodes like these.
    """
    found = _entry(postcode, country)
    return None if found is None or found[0] == (0.0, 0.0) else found[0]


def is_postcode_there(postcode: str, country: str) -> bool:
    """Tell whether the shipped table has a postcode, be its place known or not.

    Parameters
    ----------
    postcode, country
        As for `locate_postcode`.
    """
    return _entry(postcode, country) is not None


def locate_licence_area(postcode: str, country: str) -> str:
    """Return the area in which a postcode is that gives licenses, or ``""`` when not known.

    Parameters
    ----------
    postcode, country
        As for `locate_postcode`.

    Returns
    -------
    str
        ISO 3166-2, such as ``"US-OR"``.
    """
    found = _entry(postcode, country)
    return "" if found is None or found[1] in _NO_STATE else f"US-{found[1]}"


def distance_km(
    latitude: NDArray[np.float64], longitude: NDArray[np.float64], home: Coordinates
) -> NDArray[np.float64]:
    """Return great-circle distances from `home`.

    Parameters
    ----------
    latitude, longitude
        Degrees, shape (profiles,); NaN where the place is not stated.
    home
        Where the client is.

    Returns
    -------
    ndarray
        Kilometres rounded to 0.1, NaN where the place is not stated. Haversine on a sphere of
        6371 km.
    """
    phi, theta = np.radians(latitude), np.radians(longitude)
    home_phi, home_theta = math.radians(home[0]), math.radians(home[1])
    chord = (
        np.sin((phi - home_phi) / 2) ** 2
        + np.cos(phi) * math.cos(home_phi) * np.sin((theta - home_theta) / 2) ** 2
    )
    km: NDArray[np.float64] = np.round(
        2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(chord, 1.0))), 1
    )
    return km
