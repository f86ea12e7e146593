"""Whoever asks for the directory gets the same one, opened once."""

from pathlib import Path

from matcher.questionnaire.response import ResponseSet
from matcher.services.directory.directory import Directory
from matcher.services.directory.sample_directory import SampleDirectory
from ui.controllers.directory_source import DirectorySource, open_own, open_sample


def test_source_when_asked_twice_then_it_opens_once() -> None:
    opened: list[Directory] = []

    def opener() -> Directory:
        opened.append(open_sample())
        return opened[0]

    source = DirectorySource(opener)

    assert source.open() is source.open() is opened[0]
    assert len(opened) == 1


def test_source_when_renewed_then_the_next_to_ask_opens_it_anew() -> None:
    opened: list[Directory] = []

    def opener() -> Directory:
        opened.append(open_sample())
        return opened[-1]

    source = DirectorySource(opener)
    first = source.open()

    source.renew()

    assert source.open() is opened[1] is not first


def test_source_when_asked_for_a_match_then_everybody_is_counted() -> None:
    source = DirectorySource(open_sample)

    match = source.match(ResponseSet("preferences/1"))

    assert sum(match.counts.values()) == source.open().snapshot.size


def test_own_directory_when_there_is_none_then_the_invented_one_stands_in(
    data_dir: Path,
) -> None:
    assert isinstance(open_own(), SampleDirectory)
    assert not data_dir.exists()


def test_own_directory_when_one_was_named_then_nothing_stands_in(tmp_path: Path) -> None:
    assert not isinstance(open_own(str(tmp_path / "none.sqlite")), SampleDirectory)
