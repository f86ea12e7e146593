"""What makes a bundle, with the freezing itself left out: keys, the stamp, the environment."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from support.bundles import KEY, PUBLIC_KEY
from support.source import ROOT

from matcher.release.manifest import MANIFEST, SBOM
from matcher.release.verifying import fingerprint, verify


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the command, which freezes a file of one word and notes what it was told."""
    spec = spec_from_file_location("bundle_command", ROOT / ".ci" / "bundle.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    module.told = []  # type: ignore[attr-defined]

    def freeze(out: Path, work: Path, environment: dict[str, str]) -> None:
        module.told.append(environment)  # type: ignore[attr-defined]
        for file in ("Rapport/Rapport", "Rapport.app/Contents/MacOS/Rapport"):
            (out / file).parent.mkdir(parents=True, exist_ok=True)
            (out / file).write_text("program")
        work.mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(module, "_freeze", freeze)
    monkeypatch.setattr(module, "contents_faults", lambda bundle: iter(()))
    monkeypatch.setattr(module, "write_sbom", _write_nothing)
    words = ["bundle", "--out", str(tmp_path / "out"), "--work", str(tmp_path / "work")]
    monkeypatch.setattr(sys, "argv", words)
    monkeypatch.delenv("RAPPORT_SIGNING_KEY", raising=False)
    return module


def _write_nothing(bundle: Path, inside: str) -> None:
    (bundle / SBOM).parent.mkdir(exist_ok=True)
    (bundle / SBOM).write_text(inside)


def _write_key(path: Path, key: object, monkeypatch: pytest.MonkeyPatch) -> None:
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())  # type: ignore[attr-defined]
    path.write_bytes(pem)
    monkeypatch.setenv("RAPPORT_SIGNING_KEY", str(path))


def test_bundle_when_a_key_is_named_then_it_is_signed_with_that_one(
    command: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write_key(tmp_path / "key.pem", KEY, monkeypatch)

    assert command.main() == 0

    assert verify(tmp_path / "out" / "Rapport", PUBLIC_KEY).faults == ()
    assert fingerprint(PUBLIC_KEY) in capsys.readouterr().out
    assert command.told[0]["RAPPORT_PUBLIC_KEY"] == PUBLIC_KEY.hex()
    assert command.told[0]["RAPPORT_KEY_OF_ONE_BUILD"] == "False"


def test_bundle_when_no_key_is_named_then_each_has_its_own_and_it_is_said(
    command: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command.main()
    (tmp_path / "work" / "bundle-made-from").unlink()
    command.main()

    first, second = command.told
    assert first["RAPPORT_PUBLIC_KEY"] != second["RAPPORT_PUBLIC_KEY"]
    assert first["RAPPORT_KEY_OF_ONE_BUILD"] == "True"
    assert "this build alone" in capsys.readouterr().out
    public = bytes.fromhex(second["RAPPORT_PUBLIC_KEY"])
    assert verify(tmp_path / "out" / "Rapport", public).faults == ()


def test_bundle_when_nothing_changed_then_it_is_not_made_again_and_with_another_key_it_is(
    command: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command.main()
    command.main()
    assert len(command.told) == 1

    _write_key(tmp_path / "key.pem", KEY, monkeypatch)
    command.main()
    assert len(command.told) == 2


@pytest.mark.parametrize("file", ["Rapport", "release/manifest.json"])
def test_bundle_when_it_was_damaged_then_it_is_made_again(
    file: str, command: ModuleType, tmp_path: Path
) -> None:
    command.main()
    (tmp_path / "out" / "Rapport" / file).unlink()
    command.main()

    assert len(command.told) == 2


def test_bundle_when_it_holds_what_it_may_not_then_it_fails_each_time_and_says_what(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "contents_faults", lambda bundle: iter(["evil.so is strange"]))

    assert [command.main(), command.main()] == [1, 1]

    assert capsys.readouterr().out.count("evil.so is strange") == 2
    assert len(command.told) == 1


def test_bundle_when_what_goes_in_changed_then_it_is_made_again(
    command: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command.main()
    monkeypatch.setattr(command, "_sources", lambda: iter([ROOT / "LICENSE"]))
    command.main()

    assert len(command.told) == 2


def test_bundle_when_the_builder_has_an_environment_then_nothing_of_it_comes_in(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONPATH", "LD_PRELOAD", "QT_PLUGIN_PATH", "PYTHONHASHSEED"):
        monkeypatch.setenv(name, "7")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    command.main()

    (told,) = command.told
    assert told.keys() & {"PYTHONPATH", "LD_PRELOAD", "QT_PLUGIN_PATH"} == set()
    assert (told["PYTHONHASHSEED"], told["SOURCE_DATE_EPOCH"]) == ("0", "1700000000")


def test_key_when_it_is_of_another_kind_then_no_bundle_is_made(
    command: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write_key(tmp_path / "key.pem", generate_private_key(SECP256R1()), monkeypatch)

    with pytest.raises(SystemExit, match="no Ed25519 key"):
        command.main()

    assert command.told == []


@pytest.mark.parametrize("identity", ["", "Developer ID Application: NAME"])
def test_bundle_when_made_for_macos_then_the_app_has_its_lists_before_it_is_sealed(
    identity: str, command: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = tmp_path / "out" / "Rapport.app" / "Contents"
    sealed: list[list[str]] = []

    def run(words: list[str], **_more: object) -> CompletedProcess[str]:
        if words[0] == "codesign":
            assert (contents / MANIFEST).is_file()
            # What `codesign` itself writes.
            (contents / "MacOS" / "Rapport").write_text("program with a seal")
            (contents / "_CodeSignature").mkdir()
            (contents / "_CodeSignature" / "CodeResources").write_text("seal")
            sealed.append(words)
        return CompletedProcess(words, 0, "1700000000", "")

    monkeypatch.setattr(command.subprocess, "run", run)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("RAPPORT_APPLE_IDENTITY", identity)
    monkeypatch.setenv("RAPPORT_APPLE_ENTITLEMENTS", "asked.plist")
    _write_key(tmp_path / "key.pem", KEY, monkeypatch)

    assert command.main() == 0

    assert verify(contents, PUBLIC_KEY).faults == ()
    ((*words, app),) = sealed
    assert app == str(contents.parent)
    assert words[:4] == ["codesign", "--force", "--sign", identity or "-"]
    assert words[-2:] == ["--entitlements", "asked.plist"]
    assert ("runtime" in words) is bool(identity)
