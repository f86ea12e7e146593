from pathlib import Path

from filelock import FileLock

from matcher.kiosk_lock import LOCK, kiosk_runs_in


def test_kiosk_when_it_holds_its_folder_then_it_runs_there_and_only_as_long(tmp_path: Path) -> None:
    assert not kiosk_runs_in(tmp_path)
    assert [*tmp_path.iterdir()] == []

    with FileLock(tmp_path / LOCK):
        assert kiosk_runs_in(tmp_path)

    # Whether or not the file stays.
    (tmp_path / LOCK).touch()
    assert not kiosk_runs_in(tmp_path)
