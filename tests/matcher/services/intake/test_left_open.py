from pathlib import Path

import pytest
from support.importing import write

from matcher.i18n import Catalogue
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake import left_open as module
from matcher.services.intake.importing import ImportOptions, ImportReport
from matcher.services.intake.left_open import LeftOpen

_LIST = (
    "id,name,postcode,country,city,formats,unsorted,published\n"
    "p-1,Ana Vidal,97201,US,Portland,,,\n"
    "p-2,Ana Vidal,97201,US,Portland,,asks for a call,\n"
    "p-3,Ben Ode,,,,video;phone,,\n"  # where somebody is who is met from afar does not matter
    "p-4,Cleo Mbeki,,,,in_person;video,,\n"
    "p-5,Dov Hirsch,,,,,,\n"
    "p-6,Eva Lund,,,,in_person:no;video,,\n"
    "p-7,Finn Roe,,,,,left,no\n"  # whom clients do not see
)


def _imported(folder: Path, text: str, *, is_trial: bool = False) -> ImportReport:
    service = DirectoryService(str(folder / "directory.sqlite"))
    try:
        return service.import_files([write(folder, text)], ImportOptions(dry_run=is_trial))
    finally:
        service.close()


@pytest.mark.parametrize("is_trial", [True, False])
def test_import_when_things_are_left_open_then_they_are_counted(
    tmp_path: Path, is_trial: bool
) -> None:
    report = _imported(tmp_path, _LIST, is_trial=is_trial)

    assert report.left_open == LeftOpen(pairs=1, without_distance=2, kept_as_text=1)
    assert report.to_json(Catalogue().render)["left_open"] == {
        "pairs": 1,
        "without_distance": 2,
        "kept_as_text": 1,
    }


def test_import_when_it_changes_nothing_then_nothing_is_looked_at(tmp_path: Path) -> None:
    _imported(tmp_path, _LIST)

    again = _imported(tmp_path, _LIST)

    assert again.left_open is None
    assert again.to_json(Catalogue().render)["left_open"] is None


def test_import_when_the_directory_is_too_large_then_nobody_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_LOOKED_AT", 6)

    assert _imported(tmp_path, _LIST).left_open is None


def test_lines_when_something_is_left_then_only_that_is_said() -> None:
    assert LeftOpen().lines(Catalogue(), is_trial=False) == []
    told, line = LeftOpen(without_distance=2).lines(Catalogue(), is_trial=False)
    assert told == "This is left to do in the whole directory:"
    assert line.startswith("No distance is known for 2 people. ")


def test_lines_when_nothing_is_brought_in_yet_then_what_would_be_left_is_said() -> None:
    told, *_ = LeftOpen(pairs=1).lines(Catalogue(), is_trial=True)

    assert told == "Once this file is in, this is left to do in the whole directory:"
