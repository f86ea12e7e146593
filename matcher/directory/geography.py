"""Where things are, offline: postcodes to places, and the distance between two places."""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0

Coordinates = tuple[float, float]
"""Latitude and longitude in degrees."""


@cache
def _united_states() -> dict[str, Coordinates]:
    import zipcodes

    places = {
        str(entry["zip_code"]): (float(entry["lat"]), float(entry["long"]))
        for entry in zipcodes.list_all()  # type: ignore[no-untyped-call]
    }
    return {code: place for code, place in places.items() if place != (0.0, 0.0)}


def locate_postcode(postcode: str, country: str) -> Coordinates | None:
    """Return the middle of a postcode area, or ``None`` when the shipped table lacks it.

    Parameters
    ----------
    postcode
        For the United States five digits, or nine with or without a hyphen.
    country
        ISO 3166 code. Without one nothing is guessed: other countries have postcodes like these.
    """
    if country.upper() not in {"US", "USA"}:
        return None
    return _united_states().get(postcode.strip()[:5])


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
