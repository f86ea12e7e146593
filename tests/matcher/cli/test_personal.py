"""``rapport personal``."""

from pathlib import Path

import pytest
from support.commands import Rapport, call
from support.personal import PASSPHRASE, own_answers, quick_personal


def _keep_something(data_dir: Path) -> None:
    service = quick_personal(data_dir)
    service.create(PASSPHRASE)
    service.documents.save_answers(own_answers())
    service.close()


@pytest.mark.parametrize("words", [[], ["--where"]])
def test_personal_when_asked_where_then_it_says_so_and_makes_nothing(
    rapport: Rapport, data_dir: Path, words: list[str]
) -> None:
    nothing = rapport("personal", *words)
    assert not data_dir.exists()
    _keep_something(data_dir)
    something = rapport("personal", *words)

    assert nothing.code == something.code == 0
    folder = data_dir / "personal"
    assert nothing.out == f"Nothing is saved on this computer. It would be in {folder}.\n"
    assert something.out == f"What you saved is in {folder}. It is encrypted.\n"


def test_personal_when_cleared_then_nothing_is_left(rapport: Rapport, data_dir: Path) -> None:
    _keep_something(data_dir)
    done = rapport("personal", "--clear", "--yes")

    assert (done.code, done.out) == (0, "Everything you saved on this computer is cleared.\n")
    assert [*data_dir.iterdir()] == []


@pytest.mark.parametrize("words", [[], ["--yes"], ["--where"]])
def test_personal_when_nothing_is_kept_then_nothing_is_called_cleared_or_asked(
    rapport: Rapport, data_dir: Path, words: list[str]
) -> None:
    (data_dir / "personal.0.cleared").mkdir(parents=True)
    done = rapport("personal", "--clear", *words)

    folder = data_dir / "personal"
    assert done.code == 0
    assert done.out == f"Nothing is saved on this computer. It would be in {folder}.\n"
    assert [*data_dir.iterdir()] == []


@pytest.mark.parametrize("words", [[], ["--where"], ["--clear", "--yes"]])
def test_personal_when_its_folder_leads_to_a_disk_that_is_not_there_then_it_says_that(
    rapport: Rapport, data_dir: Path, tmp_path: Path, words: list[str]
) -> None:
    data_dir.mkdir()
    folder = data_dir / "personal"
    folder.symlink_to(tmp_path / "disk")

    done = rapport("personal", *words)

    assert (done.code, done.out) == (1, "")
    assert str(folder) in done.err
    assert "connect that disk" in done.err
    assert folder.is_symlink()


@pytest.mark.parametrize(("typed", "code", "left"), [("y\n", 0, 0), ("n\n", 1, 2), ("", 130, 2)])
def test_personal_when_not_told_to_then_it_asks_before_it_clears(
    data_dir: Path, typed: str, code: int, left: int
) -> None:
    _keep_something(data_dir)
    done = call("personal", "--clear", input_=typed)

    assert done.code == code
    assert "Nobody can bring it back." in done.out
    assert len([*data_dir.iterdir()]) == left


def test_personal_when_open_in_a_window_then_it_is_not_cleared(
    rapport: Rapport, data_dir: Path
) -> None:
    _keep_something(data_dir)
    service = quick_personal(data_dir)
    service.open(PASSPHRASE)
    done = rapport("personal", "--clear", "--yes")

    assert done.code == 1
    assert "Close that window" in done.err
    assert service.documents.answers() is not None
    service.close()
