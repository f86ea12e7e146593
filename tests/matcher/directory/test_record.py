from datetime import date

from support.builders import make_profile

from matcher.directory.profile import Fact, Source
from matcher.directory.record import ProfileRecord, by_voice, plain_records


def test_profiles_when_nothing_more_is_kept_then_records_hold_them_alone() -> None:
    profile = make_profile(city="Aue")

    assert [*plain_records([profile])] == [ProfileRecord(profile, (), None)]


def test_facts_when_put_together_then_by_source_and_day_the_newest_first() -> None:
    old, new = date(2025, 1, 1), date(2026, 1, 1)
    facts = [
        ("name", Fact("A", Source.REGISTER, None)),
        ("city", Fact("B", Source.CLINIC, new)),
        ("title", Fact("C", Source.THERAPIST, old)),
        ("area", Fact("D", Source.CLINIC, new)),
        ("phone", Fact("E", Source.THERAPIST, new)),
    ]

    found = {voice: [*said] for voice, said in by_voice(facts).items()}

    assert [*found.items()] == [
        ((Source.THERAPIST, new), ["phone"]),
        ((Source.CLINIC, new), ["city", "area"]),
        ((Source.THERAPIST, old), ["title"]),
        ((Source.REGISTER, None), ["name"]),
    ]
