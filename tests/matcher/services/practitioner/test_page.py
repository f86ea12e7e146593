from datetime import date

import pytest
from support.builders import make_profile
from support.directories import TODAY
from support.practitioners import days_ago, page_of, sample_page

from matcher.i18n import Catalogue
from matcher.services.people.profile_facts import SECTIONS
from matcher.services.practitioner.words import PractitionerWords

_WORDS = Catalogue("en")


def test_page_when_made_then_it_has_the_sections_of_the_client_s_page() -> None:
    sections = [*sample_page("p-001").sections(_WORDS)]

    assert [name for name, _ in sections] == [name for name, _ in SECTIONS]
    assert sum(len(facts) for _, facts in sections) > 40


def test_page_when_not_published_then_it_is_seen_as_it_would_be() -> None:
    page = page_of(make_profile("p-7", name="Ana Vidal", published=False))

    assert not page.profile.published
    assert page.result.name == "Ana Vidal"
    assert page.result.contributions == page.result.requirements == ()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Said (fresh: 0 days old)"),
        (1, "Said (fresh: 1 day old)"),
        (60, "Said (fresh: 60 days old)"),
        (61, "Said (getting old: 61 days)"),
        (181, "Said (old: 181 days)"),
        (-3, "Said (fresh: 0 days old)"),
    ],
)
def test_aged_when_dated_then_says_how_old(days: int, said: str) -> None:
    profile = make_profile(confirmed_on=days_ago(days), city="Aue")

    assert page_of(profile).aged("Said", profile.facts["city"], _WORDS) == said


def test_aged_when_not_dated_then_adds_nothing() -> None:
    profile = make_profile(city="Aue")

    assert page_of(profile).aged("Said", profile.facts["city"], _WORDS) == "Said"


@pytest.mark.parametrize(
    ("cells", "can"), [({}, False), ({"phone": "555-0100"}, True), ({"contact_by": "form"}, True)]
)
def test_page_when_it_names_a_way_then_somebody_can_be_reached(
    cells: dict[str, str], can: bool
) -> None:
    assert page_of(make_profile(**cells)).can_be_reached is can


def test_page_when_made_then_it_is_of_its_day() -> None:
    page = page_of(make_profile(), today=date(2027, 1, 1))

    assert page.match.evaluation.facts.today == page.today
    assert page.wording(_WORDS).today != TODAY


@pytest.mark.parametrize(
    ("issues", "fields"),
    [
        ("worry;sleep:some", {"issues"}),
        ("worry:regular;sleep:no", set()),
        ("", set()),
    ],
)
def test_page_when_an_area_has_no_level_of_experience_then_both_forms_have_a_place_for_it(
    issues: str, fields: set[str]
) -> None:
    page = page_of(make_profile(name="Ana Vidal", issues=issues))
    words = PractitionerWords(page, _WORDS)

    assert page.lacking_levels == fields
    for document in (words.document(), words.document(is_full=True)):
        assert ("your experience with each" in str(document)) is bool(fields)
