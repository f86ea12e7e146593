"""The list of areas in the program's folder, and what it does to a directory."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from support.importing import write

from matcher.bootstrap import Places, build_services
from matcher.directory.area_list import AreaList
from matcher.errors import ImportFileError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.area_book import AreaBook

_LIST = "name,latitude,longitude\nMitte,52.52,13.4\nSpandau,52.53,13.2\n"
_PEOPLE = "id,name,area,formats\np-1,Ana,Mitte,in_person\np-2,Ben,Atlantis,in_person\n"


def _take(book: AreaBook, path: Path) -> AreaList:
    """Take a list where there is no directory yet."""
    directory = DirectoryService(str(book.folder / "directory.sqlite"))
    taken = book.take(path, directory)
    assert not directory.exists
    assert directory.areas == taken
    return taken


def test_book_when_nothing_is_kept_then_it_is_empty(tmp_path: Path) -> None:
    assert AreaBook(tmp_path / "data").read().areas == ()
    assert not (tmp_path / "data").exists()


def test_book_when_a_list_is_taken_then_it_is_kept_and_the_one_before_too(tmp_path: Path) -> None:
    book = AreaBook(tmp_path / "data")

    first = _take(book, write(tmp_path, _LIST))
    content = book.path.read_bytes()
    second = _take(book, write(tmp_path, _LIST.replace("Spandau", "Tegel")))

    assert first.names == ("Mitte", "Spandau")
    assert book.read() == second
    assert (book.folder / "areas-before.toml").read_bytes() == content
    assert book.before == book.folder / "areas-before.toml"


def test_stamp_when_a_list_is_taken_then_it_is_another(tmp_path: Path) -> None:
    book = AreaBook(tmp_path / "data")
    stamps = [book.stamp]
    for text in (_LIST, _LIST.replace("Spandau", "Tegel")):
        _take(book, write(tmp_path, text))
        stamps.append(book.stamp)

    assert stamps[0] == ""
    assert len({*stamps}) == 3


def test_book_when_a_list_is_wrong_then_the_one_before_holds(tmp_path: Path) -> None:
    book = AreaBook(tmp_path / "data")
    kept = _take(book, write(tmp_path, _LIST))

    with pytest.raises(ImportFileError):
        _take(book, write(tmp_path, _LIST.replace("52.52", "152.52")))

    assert book.read() == kept


def test_directory_when_the_list_changes_then_places_and_revision_do(tmp_path: Path) -> None:
    places = Places(tmp_path / "data")
    with closing(build_services(places)) as services:
        services.directory.import_files([write(tmp_path, _PEOPLE)])
        unplaced = services.directory.snapshot
        services.areas.take(write(tmp_path, _LIST, "areas.csv"), services.directory)
    with closing(build_services(places)) as services:
        placed = services.directory.snapshot
    with closing(build_services(places)) as services:
        kept = services.directory.snapshot

    assert np.isnan(unplaced.latitude).tolist() == [True, True]
    assert np.isnan(placed.latitude).tolist() == [False, True]
    assert unplaced.revision != placed.revision == kept.revision
    assert kept.areas == placed.areas != unplaced.areas


def test_directory_when_the_kept_list_is_broken_then_a_sentence_says_so(tmp_path: Path) -> None:
    places = Places(tmp_path / "data")
    with closing(build_services(places)) as services:
        services.directory.import_files([write(tmp_path, _PEOPLE)])
    services.areas.path.write_text("[[area]]\n")
    with closing(build_services(places)) as services, pytest.raises(ImportFileError) as caught:
        services.directory.snapshot  # noqa: B018 - built when asked for

    assert {message.key for message in caught.value.messages} == {
        "area.fault.name",
        "area.fault.missing",
    }


class _Ended(BaseException):
    """The program was ended."""


def _end(*_: object, **__: object) -> None:
    raise _Ended


@pytest.mark.parametrize(
    ("where", "is_taken"),
    [
        pytest.param("matcher.store.unit_of_work.UnitOfWork.commit", False, id="before it lasts"),
        pytest.param("matcher.services.intake.area_book.AreaBook._keep", True, id="after it lasts"),
    ],
)
def test_book_when_the_program_is_ended_then_the_list_and_the_trail_say_the_same(
    where: str, is_taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = Places(tmp_path / "data")
    with closing(build_services(places)) as services:
        services.directory.import_files([write(tmp_path, _PEOPLE)])
        services.areas.take(write(tmp_path, _LIST, "areas.csv"), services.directory)
        other = write(tmp_path, _LIST.replace("Mitte", "Atlantis"), "other.csv")
        monkeypatch.setattr(where, _end)
        with pytest.raises(_Ended):
            services.areas.take(other, services.directory)
        monkeypatch.undo()
    with closing(build_services(places)) as services:
        placed = services.directory.snapshot
        names = services.areas.read().names
        details = [act.deed.detail for act in services.history.acts(2)]
        services.areas.take(write(tmp_path, _LIST, "areas.csv"), services.directory)

    assert (details[0] == "other.csv") is is_taken
    assert (names[0] == "Atlantis") is is_taken
    assert np.isnan(placed.latitude).tolist() == [is_taken, not is_taken]
    assert not [*services.areas.folder.glob("areas-ready*")]
    assert services.areas.read().names == ("Mitte", "Spandau")
