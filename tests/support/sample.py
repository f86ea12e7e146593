"""The invented people who ship with the program, one by one."""

from matcher.directory.profile import Profile
from matcher.services.directory.sample_directory import sample_directory


def sample_people() -> list[Profile]:
    """Return everybody of the sample directory, in order of id."""
    directory = sample_directory()
    return [directory.profile(profile_id) for profile_id in directory.snapshot.ids]
