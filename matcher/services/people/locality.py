"""Where the people of a directory are, what they ask for and who pays: how questions are put."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.directory.area_list import NO_AREAS, AreaList
from matcher.directory.profile import Profile, split_token
from matcher.region import Region, load_region, region_of_country


@dataclass(frozen=True, slots=True)
class Locality:
    """What is usual in one directory.

    Attributes
    ----------
    areas
        Names to choose from: of the clinic's own list, then those that only profiles state.
    listed
        The clinic's own list.
    licence_areas
        ISO 3166-2 areas that somebody is licensed for.
    country, currency
        Of more than half of those who state one; ``""`` when there is none.
    other_currencies
        Whether some fees are in another currency: they cannot be compared.
    payers
        Codes of the payers that somebody names.
    """

    areas: tuple[str, ...] = ()
    licence_areas: tuple[str, ...] = ()
    country: str = ""
    currency: str = ""
    other_currencies: bool = False
    payers: frozenset[str] = frozenset()
    listed: AreaList = NO_AREAS

    def region(self, region: str) -> Region:
        """Return the region that postcodes here are of: the directory's, else the one given."""
        return load_region(region_of_country(self.country) or region)


def locality_of(profiles: Iterable[Profile], areas: AreaList = NO_AREAS) -> Locality:
    """Return what is usual among those whom clients see, and on the clinic's own list."""
    seen = [profile for profile in profiles if profile.published]
    stated = {profile.text("area") for profile in seen} - {""}
    unlisted = {area for area in stated if areas.find(area) is None}
    licensed = {code for profile in seen for code in profile.tokens("licensed_areas")}
    priced = [profile for profile in seen if {"fee_min", "fee_max"} & profile.facts.keys()]
    currencies = _counted(profile.text("currency") for profile in priced)
    currency = _usual(currencies)
    return Locality(
        areas=(*areas.names, *sorted(unlisted)),
        licence_areas=tuple(sorted(code for code in licensed if "-" in code)),
        country=_usual(_counted(profile.text("country") for profile in seen)),
        currency=currency,
        other_currencies=len(currencies) > 1,
        payers=frozenset(
            split_token(token)[0] for profile in seen for token in profile.tokens("payers")
        ),
        listed=areas,
    )


def _counted(codes: Iterable[str]) -> Counter[str]:
    return Counter(code.upper() for code in codes if code)


def _usual(counted: Counter[str]) -> str:
    """Return what more than half have, or ``""``."""
    for code, number in counted.most_common(1):
        if 2 * number > counted.total():
            return code
    return ""
