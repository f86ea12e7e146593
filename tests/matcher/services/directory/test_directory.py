from datetime import date

from support.builders import make_profile

from matcher.directory.profile_json import revision_of
from matcher.errors import Message
from matcher.services.directory.directory import ProfileSummary, no_profile
from matcher.services.directory.sample_directory import SampleDirectory

_ANA = make_profile("p-1", name="Ana Vidal", city="Aue", phone="+1 503 555 0101")
_CY = make_profile("p-2", confirmed_on=date(2026, 10, 2), accepting="no", published=False)


def test_list_profiles_when_asked_then_each_is_given_in_short() -> None:
    assert SampleDirectory([_CY, _ANA]).list_profiles() == [
        ProfileSummary("p-1", "Ana Vidal", "Aue", "", None, None, published=True),
        ProfileSummary("p-2", "p-2", "", "no", *[date(2026, 10, 2)] * 2, published=False),
    ]


def test_snapshot_when_asked_for_then_it_is_made_once_and_tells_the_revision() -> None:
    directory = SampleDirectory([_CY, _ANA])

    assert list(directory.snapshot.ids) == ["p-1"]
    assert directory.snapshot is directory.snapshot
    assert directory.revision == directory.snapshot.revision == revision_of([_ANA])


def test_validate_when_asked_then_findings_name_the_profile() -> None:
    found = [*SampleDirectory([_CY]).validate(date(2026, 11, 21))]

    assert {finding.profile_id for finding in found} == {"p-2"}
    assert Message("finding.profile.no_name") in [one.finding.message for one in found]


def test_no_profile_when_nobody_has_the_id_then_it_is_named() -> None:
    assert no_profile("p-9").messages == (Message("error.store.no_profile", id="p-9"),)
