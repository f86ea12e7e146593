"""A directory in memory for tests of matching: profiles, and answers to hold against them."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from matcher.directory.profile import Profile
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import build_snapshot
from matcher.questionnaire.response import Response, ResponseSet, WeightWishes

TODAY = date(2026, 11, 21)


class MemoryDirectory:
    """Profiles without a database."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._profiles = {profile.id: profile for profile in profiles}
        self.snapshot: Snapshot = build_snapshot(self._profiles.values())
        self.as_of: date | None = None
        self.is_sample = False
        self.limit_days = 180

    def profile(self, profile_id: str) -> Profile:
        return self._profiles[profile_id]

    def id_now(self, profile_id: str) -> str:
        return profile_id


def make_answers(
    responses: Mapping[str, Response] | None = None,
    *,
    weights: WeightWishes | None = None,
    language: str = "en",
    **values: object,
) -> ResponseSet:
    """Make answers given on 21 November 2026: whole responses, or plain values by item."""
    given = dict(responses or {})
    given |= {item: Response(value) for item, value in values.items()}  # type: ignore[arg-type]
    return ResponseSet(
        "preferences/1",
        language=language,
        today=TODAY,
        responses=MappingProxyType(given),
        weights=weights or WeightWishes(),
    )
