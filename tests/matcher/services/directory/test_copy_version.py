import os
from pathlib import Path

import pytest

from matcher.services.directory.copy_version import VERSIONS, keep_version, last_version


def test_count_when_nothing_was_noted_then_it_is_none(tmp_path: Path) -> None:
    assert last_version(tmp_path / "nowhere", "kiosk") == 0


def test_count_when_noted_then_it_is_of_that_directory_alone(tmp_path: Path) -> None:
    keep_version(tmp_path, "kiosk", 7)
    keep_version(tmp_path, "sample", 2)
    keep_version(tmp_path, "kiosk", 8)

    assert [last_version(tmp_path, of) for of in ("kiosk", "sample", "other")] == [8, 2, 0]
    assert {path.name for path in tmp_path.iterdir()} == {VERSIONS}
    if os.name == "posix":
        assert (tmp_path / VERSIONS).stat().st_mode & 0o777 == 0o600


def test_count_when_it_is_noted_already_then_nothing_is_written(tmp_path: Path) -> None:
    keep_version(tmp_path, "kiosk", 7)
    before = (tmp_path / VERSIONS).stat().st_ino

    keep_version(tmp_path, "kiosk", 7)

    assert (tmp_path / VERSIONS).stat().st_ino == before


@pytest.mark.parametrize(
    "said",
    [b"", b"\xff", b"[7]", b"[" * 9999, b'{"kiosk":"7"}', b'{"kiosk":-7}', b'{"kiosk":true}'],
)
def test_count_when_what_was_noted_is_damaged_then_it_is_none_and_can_be_noted_anew(
    tmp_path: Path, said: bytes
) -> None:
    (tmp_path / VERSIONS).write_bytes(said)
    assert last_version(tmp_path, "kiosk") == 0

    keep_version(tmp_path, "kiosk", 9)

    assert last_version(tmp_path, "kiosk") == 9
