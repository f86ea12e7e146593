"""What a sitting has to know of a directory besides its profiles, as JSON values and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from matcher.directory.area_list import Area, AreaList
from matcher.directory.json_values import read_list, read_text, read_texts
from matcher.services.people.locality import Locality

_FAULTS = (LookupError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class AboutDirectory:
    """What a sitting has to know of a directory besides its profiles.

    Attributes
    ----------
    stamp
        Of which state the files are.
    rules
        How profiles were read: program, fields and vocabularies.
    limit_days
        Age in days up to which a dated fact counts.
    as_of
        The day by which ages are counted; ``None`` for the day it is.
    is_sample
        Whether its people are invented.
    locality
        What is usual in it.
    """

    stamp: str
    rules: str
    limit_days: int
    as_of: date | None
    is_sample: bool
    locality: Locality

    def to_json(self) -> Mapping[str, Any]:
        """Return it as JSON values."""
        locality = self.locality
        return {
            "stamp": self.stamp,
            "rules": self.rules,
            "limit_days": self.limit_days,
            "as_of": self.as_of and self.as_of.isoformat(),
            "is_sample": self.is_sample,
            "locality": {
                "areas": [*locality.areas],
                "licence_areas": [*locality.licence_areas],
                "country": locality.country,
                "currency": locality.currency,
                "other_currencies": locality.other_currencies,
                "payers": sorted(locality.payers),
            },
            "listed": [
                [a.name, a.latitude, a.longitude, [*a.aliases], a.country, [*a.postcodes]]
                for a in locality.listed.areas
            ],
        }

    @classmethod
    def from_json(cls, about: Mapping[str, Any]) -> Self | None:
        """Return it of what `to_json` made; ``None`` of anything else."""
        try:
            return cls._read(about)
        except _FAULTS:
            return None

    @classmethod
    def _read(cls, about: Mapping[str, Any]) -> Self:
        as_of = about["as_of"]
        return cls(
            stamp=read_text(about["stamp"]),
            rules=read_text(about["rules"]),
            limit_days=int(about["limit_days"]),
            as_of=None if as_of is None else date.fromisoformat(as_of),
            is_sample=bool(about["is_sample"]),
            locality=_locality(about["locality"], about["listed"]),
        )


def _locality(usual: Mapping[str, Any], listed: object) -> Locality:
    return Locality(
        areas=read_texts(usual["areas"]),
        licence_areas=read_texts(usual["licence_areas"]),
        country=read_text(usual["country"]),
        currency=read_text(usual["currency"]),
        other_currencies=bool(usual["other_currencies"]),
        payers=frozenset(read_texts(usual["payers"])),
        listed=AreaList(tuple(map(_area, read_list(listed)))),
    )


def _area(written: list[Any]) -> Area:
    name, latitude, longitude, aliases, country, postcodes = written
    return Area(
        read_text(name),
        float(latitude),
        float(longitude),
        read_texts(aliases),
        read_text(country),
        read_texts(postcodes),
    )
