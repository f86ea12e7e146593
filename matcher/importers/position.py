"""Whether a position on the map agrees with the postcode beside it."""

from decimal import Decimal

import numpy as np

from matcher.directory.geography import distance_km, locate_postcode
from matcher.errors import Message
from matcher.importers.row_builder import RowBuilder
from matcher.region import Distance

FARTHEST_KM = 80
"""No ZIP code area reaches farther from its middle where people live."""


def check_position(builder: RowBuilder) -> None:
    """Leave out a position that is half, at 0° 0°, or far from the postcode, with a finding.

    Where an address cannot be found, programs put down the middle of the country or the zero
    point of the map: a therapist would seem to work a thousand kilometres away.
    """
    latitude, longitude = (builder.values.get(name) for name in ("latitude", "longitude"))
    if latitude is None and longitude is None:
        return
    if not (isinstance(latitude, Decimal) and isinstance(longitude, Decimal)):
        reason = Message("finding.position.half")
    elif latitude == longitude == 0:
        reason = Message("finding.position.zero")
    elif (km := _km_from_postcode(latitude, longitude, builder)) > FARTHEST_KM:
        reason = Message("finding.position.far", distance=Distance(Decimal(km)))
    else:
        return
    builder.warn(reason, "latitude")
    builder.values["latitude"] = builder.values["longitude"] = None


def _km_from_postcode(latitude: Decimal, longitude: Decimal, builder: RowBuilder) -> int:
    """Return the distance to the middle of the postcode's area, 0 when that is not known."""
    postcode, country = (builder.values.get(name) for name in ("postcode", "country"))
    if not isinstance(postcode, str) or country != "US":
        return 0
    middle = locate_postcode(postcode, "US")
    if middle is None:
        return 0
    km = distance_km(np.array([float(latitude)]), np.array([float(longitude)]), middle)
    return int(km[0])
