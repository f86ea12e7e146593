"""A practitioner's page for tests: of a profile made of cells, or of somebody invented."""

from datetime import date, timedelta

from support.directories import TODAY

from matcher.directory.fact_age import AgeLimits
from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.practitioner.page import PractitionerPage, practitioner_page


def days_ago(days: int) -> date:
    """Return the day so many days before `TODAY`."""
    return TODAY - timedelta(days)


def page_of(profile: Profile, language: str = "en", today: date = TODAY) -> PractitionerPage:
    """Return the page of a profile."""
    return practitioner_page(profile, today, AgeLimits(), Catalogue(language))


def sample_page(profile_id: str, language: str = "en", *, later: int = 0) -> PractitionerPage:
    """Return the page of somebody of the sample directory, so many days later."""
    directory = sample_directory()
    assert directory.as_of is not None
    day = directory.as_of + timedelta(later)
    return page_of(directory.profile(profile_id), language, day)
