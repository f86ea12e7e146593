import logging
import os
from pathlib import Path

import pytest
from support.catalogues import LANGUAGES

from matcher.directory.copy_file import public_part
from matcher.errors import SnapshotError
from matcher.i18n import Catalogue
from matcher.services.directory.copy_key import CREDENTIAL, KEY, own_key, public_key_apart

_HANDED = bytes(range(32))


@pytest.fixture
def handed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file by which systemd hands over a key."""
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "handed"))
    (tmp_path / "handed").mkdir()
    (tmp_path / "handed" / CREDENTIAL).write_bytes(_HANDED)
    return tmp_path / "handed" / CREDENTIAL


def test_key_when_first_needed_then_one_is_made_that_lasts_for_its_owner_alone(
    data_dir: Path,
) -> None:
    key = own_key(data_dir)

    assert own_key(data_dir) == key
    assert (len(key), (data_dir / KEY).read_bytes()) == (32, key)
    assert {path.name for path in data_dir.iterdir()} == {KEY}
    assert own_key(data_dir / "other") != key
    if os.name == "posix":
        assert (data_dir / KEY).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("said", [b"", b"k" * 31, b"k" * 33])
def test_key_when_its_file_is_damaged_then_a_new_one_is_made(data_dir: Path, said: bytes) -> None:
    data_dir.mkdir()
    (data_dir / KEY).write_bytes(said)

    assert len(own_key(data_dir)) == 32


def test_key_when_systemd_hands_one_over_then_none_comes_into_the_data_folder(
    data_dir: Path, handed: Path
) -> None:
    assert own_key(data_dir) == _HANDED
    assert public_key_apart(data_dir) == public_part(_HANDED)
    assert not data_dir.exists()

    handed.unlink()
    assert own_key(data_dir) != _HANDED


def test_key_when_what_systemd_hands_over_is_none_then_said_so_and_no_other_is_taken(
    data_dir: Path, handed: Path
) -> None:
    handed.write_bytes(b"too short")

    with pytest.raises(SnapshotError) as caught:
        own_key(data_dir)

    for language in LANGUAGES:
        assert str(handed) in Catalogue(language).render(caught.value.messages[0])
    assert public_key_apart(data_dir) == b""
    assert not data_dir.exists()


def test_key_when_it_cannot_be_read_then_said_so(data_dir: Path) -> None:
    (data_dir / KEY).mkdir(parents=True)

    with pytest.raises(SnapshotError) as caught:
        own_key(data_dir)

    assert caught.value.messages[0].key == "error.snapshot.unreadable"
    assert public_key_apart(data_dir) == b""


def test_public_part_when_there_is_no_key_then_it_is_none_and_no_key_is_made(
    data_dir: Path,
) -> None:
    assert public_key_apart(data_dir) == b""
    assert not data_dir.exists()


def test_public_part_when_asked_for_then_the_key_is_not_read_here(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    key, here, read = own_key(data_dir), os.getpid(), Path.open

    def refuse_here(path: Path, *args: str) -> object:
        assert path.name != KEY or os.getpid() != here
        return read(path, *args)

    monkeypatch.setattr(Path, "open", refuse_here)

    assert public_key_apart(data_dir) == public_part(key)
    assert key.hex() not in caplog.text
    assert repr(key) not in caplog.text
