import pytest
from support.builders import make_profile
from support.directories import TODAY

from matcher.errors import StoreError
from matcher.services.people.one_profile import OneProfile


def test_directory_when_of_one_then_it_is_shown_whether_published_or_not() -> None:
    directory = OneProfile(make_profile("p-7", published=False), TODAY, 90)

    assert [*directory.snapshot.ids] == ["p-7"]
    assert directory.profile("p-7").published
    assert (directory.as_of, directory.limit_days) == (TODAY, 90)


def test_directory_when_asked_for_another_then_says_that_there_is_none() -> None:
    with pytest.raises(StoreError):
        OneProfile(make_profile("p-7"), TODAY, 90).profile("p-8")
