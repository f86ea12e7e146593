import sys
from importlib.metadata import distributions
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, kwallet, null
from support.personal import bytes_below

from matcher.services.personal.keyring import ALLOWED, SERVICE, ComputerKeyring, is_allowed

_PLAIN = """
import pathlib, keyring.backend
class PlaintextKeyring(keyring.backend.KeyringBackend):
    priority = 9
    def get_password(self, service, username):
        return pathlib.Path(PLACE).read_text()
    def set_password(self, service, username, password):
        pathlib.Path(PLACE).write_text(password)
    def delete_password(self, service, username):
        pathlib.Path(PLACE).unlink()
"""


class _Service:
    """A service of the system that keeps passwords, as the library shows it."""

    viable = True
    kept: dict[tuple[str, str], str] = {}  # noqa: RUF012 - one service for the whole system
    broken = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise RuntimeError("the desktop is gone")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise RuntimeError("the desktop is gone")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> type[_Service]:
    """Put a service in the place of the desktop's."""
    monkeypatch.setattr(sys, "platform", "linux")
    fake = type("Keyring", (_Service,), {"kept": {}, "__module__": SecretService.__name__})
    fake.__qualname__ = "Keyring"
    monkeypatch.setattr(SecretService, "Keyring", fake)
    return fake


@pytest.fixture
def no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the desktop's services."""
    monkeypatch.setattr(sys, "platform", "linux")
    for module, name in ((SecretService, "Keyring"), (kwallet, "DBusKeyring")):
        monkeypatch.setattr(getattr(module, name), "viable", False)


@pytest.mark.usefixtures("service")
def test_secret_when_kept_then_it_is_there_until_it_is_forgotten() -> None:
    ours = ComputerKeyring()

    assert ours.is_there
    assert ours.get("5eed") is None
    assert ours.keep("5eed", b"\x00secret\xff")
    assert ours.get("5eed") == b"\x00secret\xff"
    assert ours.get("other") is None
    assert ours.forget("5eed")
    assert ours.forget("5eed")
    assert ours.get("5eed") is None


def test_service_when_it_fails_or_holds_nonsense_then_nothing_is_kept(
    service: type[_Service],
) -> None:
    ours = ComputerKeyring()
    service.kept[SERVICE, "5eed"] = "no base64 ☃"

    assert ours.get("5eed") is None

    service.broken = True

    assert not ours.keep("5eed", b"secret")
    assert ours.get("5eed") is None
    assert not ours.forget("5eed")


@pytest.mark.usefixtures("no_service")
def test_keyring_when_another_package_writes_plain_files_then_it_is_refused(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named in every way the library listens to: installed, variable, file, and set by a call."""
    place = tmp_path / "stored"
    package = tmp_path / "packages" / "keyrings" / "alt"
    package.mkdir(parents=True)
    (package / "file.py").write_text(f"PLACE = {str(place)!r}\n{_PLAIN}")
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    plain = __import__("keyrings.alt.file", fromlist=["file"]).PlaintextKeyring
    config = home / ".config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text(
        "[backend]\ndefault-keyring=keyrings.alt.file.PlaintextKeyring\n"
    )
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings.alt.file.PlaintextKeyring")
    before = keyring.get_keyring()
    assert isinstance(before, plain)
    homes = bytes_below(home)
    ours = ComputerKeyring()
    try:
        assert not ours.is_there
        assert not ours.keep("5eed", b"secret")
        assert ours.get("5eed") is None
        assert not ours.forget("5eed")
        assert not place.exists()
        assert bytes_below(home) == homes
    finally:
        (config / "keyringrc.cfg").unlink()
        keyring.core._keyring_backend = None
        KeyringBackend._classes.discard(plain)
        for name in [name for name in sys.modules if name.startswith("keyrings")]:
            del sys.modules[name]


def test_kinds_when_they_are_not_of_the_system_then_they_are_not_allowed() -> None:
    made_of_one = type("Keyring", (SecretService.Keyring,), {"__module__": "elsewhere"})

    assert is_allowed(SecretService.Keyring)
    assert len(ALLOWED) == 4
    for kind in (fail.Keyring, null.Keyring, chainer.ChainerBackend, made_of_one):
        assert not is_allowed(kind)


def test_libraries_when_installed_then_none_that_writes_plain_files_is_among_them() -> None:
    names = {each.metadata["Name"].lower().replace("_", ".") for each in distributions()}

    assert "keyring" in names
    assert not {name for name in names if name.startswith("keyrings")}
