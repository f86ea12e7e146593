from pathlib import Path

import pytest
from support.personal import OTHER, PASSPHRASE, QUICK, FakeKeyring, NoKeyring, key_of

from matcher.errors import PersonalError, SecretError
from matcher.services.personal.folder import PersonalFolder
from matcher.services.personal.key_safe import KeySafe, write_new


@pytest.fixture
def folder(tmp_path: Path) -> PersonalFolder:
    return PersonalFolder(tmp_path)


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def safe(folder: PersonalFolder, keyring: FakeKeyring) -> KeySafe:
    return KeySafe(folder, QUICK, keyring)


def _drawn(safe: KeySafe, folder: PersonalFolder) -> tuple[bytes, str]:
    key, data, code = safe.draw(PASSPHRASE)
    folder.path.mkdir()
    write_new(folder.key_path, data)
    return key, code


def test_key_when_drawn_then_passphrase_and_code_give_it_out(
    safe: KeySafe, folder: PersonalFolder
) -> None:
    key, code = _drawn(safe, folder)

    assert safe.open(PASSPHRASE) == key
    assert safe.open_with_code(code) == key
    assert safe.open_remembered() is None
    assert safe.remembered_as == ""
    assert key not in folder.read_key()
    assert key_of(safe.open, OTHER) == "wrong_passphrase"


def test_key_when_the_passphrase_is_easy_to_guess_then_none_is_drawn(safe: KeySafe) -> None:
    for passphrase in ("", "short", "Password Password 1984"):
        with pytest.raises(SecretError):
            safe.draw(passphrase)


def test_key_when_its_secrets_are_changed_then_the_old_ones_give_out_nothing(
    safe: KeySafe, folder: PersonalFolder
) -> None:
    key, code = _drawn(safe, folder)
    safe.change_passphrase(key, OTHER)
    new_code = safe.renew_code(key)

    assert safe.open(OTHER) == safe.open_with_code(new_code) == key
    assert key_of(safe.open, PASSPHRASE) == "wrong_passphrase"
    assert key_of(safe.open_with_code, code) == "wrong_code"


def test_key_when_remembered_then_the_computer_gives_it_out_until_it_forgets(
    safe: KeySafe, folder: PersonalFolder, keyring: FakeKeyring
) -> None:
    key, _ = _drawn(safe, folder)
    safe.remember(key)
    (secret,) = keyring.kept.values()

    assert safe.open_remembered() == key
    assert safe.remembered_as in keyring.kept
    assert key != secret

    safe.forget()
    assert keyring.kept == {}
    assert safe.open_remembered() is None
    assert safe.open(PASSPHRASE) == key


@pytest.mark.parametrize("secret", [None, b"something else"])
def test_key_when_the_computer_lost_what_opens_it_then_the_passphrase_is_asked_for(
    safe: KeySafe, folder: PersonalFolder, keyring: FakeKeyring, secret: bytes | None
) -> None:
    key, _ = _drawn(safe, folder)
    safe.remember(key)
    keyring.kept = {} if secret is None else {safe.remembered_as: secret}

    assert safe.open_remembered() is None
    assert safe.open(PASSPHRASE) == key


def test_key_when_there_is_no_place_for_passwords_then_nothing_changes(
    folder: PersonalFolder,
) -> None:
    safe = KeySafe(folder, QUICK, NoKeyring())
    key, _ = _drawn(safe, folder)
    before = folder.read_key()

    assert key_of(safe.remember, key) == "no_keyring"
    assert folder.read_key() == before


def test_key_when_destroyed_then_nothing_gives_it_out_and_the_computer_forgets(
    safe: KeySafe, folder: PersonalFolder, keyring: FakeKeyring
) -> None:
    key, code = _drawn(safe, folder)
    safe.remember(key)
    safe.destroy()

    assert folder.key_path.read_bytes() == bytes(8192)
    assert keyring.kept == {}
    with pytest.raises(PersonalError):
        safe.open_with_code(code)


def test_key_when_its_file_is_damaged_then_it_can_be_destroyed(
    safe: KeySafe, folder: PersonalFolder
) -> None:
    folder.path.mkdir()
    folder.key_path.write_bytes(b"nonsense")
    safe.destroy()

    assert folder.key_path.read_bytes() == bytes(8)
