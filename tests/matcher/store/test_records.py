from contextlib import closing
from datetime import date
from pathlib import Path

from support.builders import make_statement
from support.directory_files import several_voices, stored

from matcher.directory.profile import Source
from matcher.directory.record import Withdrawal
from matcher.services.directory.stored_directory import DirectoryService


def test_records_when_given_then_their_profiles_are_those_of_the_directory(tmp_path: Path) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        records = [*directory.records()]

        assert [record.profile for record in records] == [*directory.profiles()]


def test_records_when_given_then_they_tell_what_was_withdrawn_and_since_when_shown(
    tmp_path: Path,
) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        first, second = directory.records()

    assert first.withdrawn == (Withdrawal("fee_max", Source.CLINIC, date(2026, 9, 1)),)
    assert first.published_on == date(2026, 9, 1)
    assert (second.withdrawn, second.published_on) == ((), None)
    assert not second.profile.published


def test_records_when_a_profile_states_nothing_any_more_then_it_is_still_there(
    tmp_path: Path,
) -> None:
    day = date(2026, 1, 1)
    taken_back = make_statement("p-1", confirmed_on=day, city="", name="")
    with closing(stored(tmp_path / "d", [taken_back, make_statement("p-2")])) as directory:
        first, second = directory.records()

    assert (first.profile.id, dict(first.profile.facts)) == ("p-1", {})
    assert [each.field for each in first.withdrawn] == ["name", "city"]
    assert (second.profile.id, second.withdrawn) == ("p-2", ())


def test_records_when_the_directory_is_empty_then_there_are_none(tmp_path: Path) -> None:
    with closing(stored(tmp_path / "d", [])) as directory:
        assert [*directory.records()] == []
        assert isinstance(directory, DirectoryService)
