"""What the keeper of a directory should look at: profile by profile, nothing is changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from matcher.directory.area_list import NO_AREAS, AreaList
from matcher.directory.field import FIELDS
from matcher.directory.profile import Profile
from matcher.directory.validation import Finding, Severity
from matcher.errors import Message

_WAYS_TO_REACH = ("contact_by", "phone", "email", "website")


@dataclass(frozen=True, slots=True)
class ProfileFinding:
    """A finding and the profile it is about."""

    profile_id: str
    finding: Finding


def check_profiles(
    profiles: Iterable[Profile], today: date, limit_days: int, areas: AreaList = NO_AREAS
) -> Iterator[ProfileFinding]:
    """Look through profiles.

    Parameters
    ----------
    profiles
        In any order.
    today
        Dates are compared with this day.
    limit_days
        Age in days up to which a fact that ages still counts.
    areas
        The clinic's own.

    Yields
    ------
    ProfileFinding
        Profile by profile, in their order; a name that comes again is told of the later profile.
    """
    ids_by_name: dict[str, str] = {}
    for profile in profiles:
        for check in _CHECKS:
            for finding in check(profile):
                yield ProfileFinding(profile.id, finding)
        for finding in _place(profile, areas):
            yield ProfileFinding(profile.id, finding)
        for finding in _dates(profile, today, today - timedelta(days=limit_days)):
            yield ProfileFinding(profile.id, finding)
        name = " ".join(profile.text("name").casefold().split())
        other = ids_by_name.setdefault(name, profile.id)
        if name and other != profile.id:
            message = Message("finding.profile.same_name", other=other)
            yield ProfileFinding(profile.id, Finding(Severity.WARNING, message, "name"))


def _name(profile: Profile) -> Iterator[Finding]:
    if not profile.text("name"):
        yield Finding(Severity.WARNING, Message("finding.profile.no_name"), "name")


def _ways_to_reach(profile: Profile) -> Iterator[Finding]:
    if not any(profile.value(field) for field in _WAYS_TO_REACH):
        yield Finding(Severity.WARNING, Message("finding.profile.no_contact"), "contact_by")


def _texts(profile: Profile) -> Iterator[Finding]:
    """Name texts that an older version took in as they stood."""
    from matcher.importers.checked_text import CHECKED, LICENSED_AREAS, area_of, checked_text
    from matcher.importers.row_builder import shortened

    said = [(field, text) for field in CHECKED if (text := profile.text(field))]
    odd = [(field, text) for field, text in said if checked_text(field, text) != text]
    areas = (token.partition(":")[0] for token in profile.tokens(LICENSED_AREAS))
    odd += [(LICENSED_AREAS, area) for area in areas if area_of(area) != area]
    for field, text in sorted(odd):
        message = Message("finding.profile.odd_text", text=shortened(text), field=field)
        yield Finding(Severity.WARNING, message, field)


def _fee(profile: Profile) -> Iterator[Finding]:
    low, high = profile.value("fee_min"), profile.value("fee_max")
    if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
        message = Message("finding.profile.fee_order", low=low, high=high)
        yield Finding(Severity.ERROR, message, "fee_min")
    if (low is not None or high is not None) and not profile.text("currency"):
        yield Finding(Severity.WARNING, Message("finding.profile.no_currency"), "currency")


def _place(profile: Profile, areas: AreaList) -> Iterator[Finding]:
    from matcher.directory.placing import misplaced, place_of  # numpy comes with it

    area, postcode, country = (profile.text(name) for name in ("area", "postcode", "country"))
    if (why := misplaced(profile, areas)) is not None:
        message = Message(f"finding.position.{why}", area=area)
        yield Finding(Severity.WARNING, message, "latitude")
    if area and areas.areas and areas.find(area) is None:
        message = Message("finding.profile.unknown_area", area=area)
        yield Finding(Severity.WARNING, message, "area")
    if postcode and place_of(profile, areas) is None:
        if country:
            message = Message("finding.profile.unknown_postcode", postcode=postcode)
            yield Finding(Severity.NOTE, message, "postcode")
        else:
            yield Finding(Severity.WARNING, Message("finding.profile.no_country"), "country")


def _supervision(profile: Profile) -> Iterator[Finding]:
    if profile.text("qualification") in {"supervised", "student"} and not profile.text(
        "supervisor"
    ):
        yield Finding(Severity.WARNING, Message("finding.profile.no_supervisor"), "supervisor")


_CHECKS: tuple[Callable[[Profile], Iterator[Finding]], ...] = (
    _name,
    _texts,
    _ways_to_reach,
    _fee,
    _supervision,
)


def _dates(profile: Profile, today: date, oldest: date) -> Iterator[Finding]:
    for field, fact in profile.facts.items():
        day = fact.confirmed_on
        if day is not None and day > today:
            yield Finding(Severity.WARNING, Message("finding.profile.future", date=day), field)
        elif day is not None and day < oldest and FIELDS[field].ages:
            yield Finding(Severity.NOTE, Message("finding.profile.stale", date=day), field)
    checked, opening = profile.value("register_checked_on"), profile.value("next_opening")
    if isinstance(checked, date) and checked > today:
        message = Message("finding.profile.future", date=checked)
        yield Finding(Severity.WARNING, message, "register_checked_on")
    if isinstance(opening, date) and opening < today:
        message = Message("finding.profile.opening_past", date=opening)
        yield Finding(Severity.NOTE, message, "next_opening")
