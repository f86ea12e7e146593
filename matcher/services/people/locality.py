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


class GrowingLocality:
    """What is usual, in the making: profiles come one at a time and none of them is kept."""

    def __init__(self) -> None:
        self._areas: set[str] = set()
        self._licence_areas: set[str] = set()
        self._payers: set[str] = set()
        self._countries: Counter[str] = Counter()
        self._currencies: Counter[str] = Counter()

    def add(self, profile: Profile) -> None:
        """Take in one profile, or leave it out when clients do not see it."""
        if not profile.published:
            return
        self._areas.add(profile.text("area"))
        self._licence_areas.update(code for code in profile.tokens("licensed_areas") if "-" in code)
        self._payers.update(split_token(token)[0] for token in profile.tokens("payers"))
        self._countries[profile.text("country").upper()] += 1
        if {"fee_min", "fee_max"} & profile.facts.keys():
            self._currencies[profile.text("currency").upper()] += 1

    def built(self, areas: AreaList = NO_AREAS) -> Locality:
        """Return what is usual among all so far, and on the clinic's own list."""
        del self._countries[""], self._currencies[""]  # nothing stated is nothing usual
        unlisted = {area for area in self._areas if area and areas.find(area) is None}
        return Locality(
            areas=(*areas.names, *sorted(unlisted)),
            licence_areas=tuple(sorted(self._licence_areas)),
            country=_usual(self._countries),
            currency=_usual(self._currencies),
            other_currencies=len(self._currencies) > 1,
            payers=frozenset(self._payers),
            listed=areas,
        )


def locality_of(profiles: Iterable[Profile], areas: AreaList = NO_AREAS) -> Locality:
    """Return what is usual among those whom clients see, and on the clinic's own list."""
    growing = GrowingLocality()
    for profile in profiles:
        growing.add(profile)
    return growing.built(areas)


def _usual(counted: Counter[str]) -> str:
    """Return what more than half have, or ``""``."""
    for code, number in counted.most_common(1):
        if 2 * number > counted.total():
            return code
    return ""
