import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from support.bundles import PUBLIC_KEY, make_bundle

from matcher.errors import Message
from matcher.release.manifest import MANIFEST, SIGNATURE, write_manifest
from matcher.release.verifying import fingerprint, verify

Damage = Callable[[Path], object]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return make_bundle(tmp_path)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _replace_link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


def _make_copy(link: Path) -> None:
    link.unlink()
    link.write_text("part")


def test_bundle_when_it_is_as_it_was_made_then_nothing_is_found(bundle: Path) -> None:
    verdict = verify(bundle, PUBLIC_KEY)

    assert (verdict.version, verdict.entries, verdict.faults) == ("1.2.3", 4, ())


@pytest.mark.parametrize(
    ("damage", "fault", "file"),
    [
        pytest.param(lambda b: _flip(b / "Rapport"), "changed", "Rapport", id="a bit"),
        pytest.param(
            lambda b: (b / "Rapport").write_text("PROGRAM"), "changed", "Rapport", id="same size"
        ),
        pytest.param(lambda b: (b / "Rapport").write_text(""), "changed", "Rapport", id="emptied"),
        pytest.param(
            lambda b: (b / "Rapport").write_text("program."), "changed", "Rapport", id="longer"
        ),
        pytest.param(
            lambda b: (b / "_internal/part.so").unlink(), "missing", "_internal/part.so", id="gone"
        ),
        pytest.param(
            lambda b: (b / "_internal/link.so").unlink(), "missing", "_internal/link.so", id="link"
        ),
        pytest.param(
            lambda b: (b / "_internal/evil.py").write_text(""),
            "added",
            "_internal/evil.py",
            id="an empty file more",
        ),
        pytest.param(
            lambda b: (b / ".hidden").write_text("x"), "added", ".hidden", id="a hidden file more"
        ),
        pytest.param(
            lambda b: (b / "release/more.json").write_text("x"),
            "added",
            "release/more.json",
            id="beside the list",
        ),
        pytest.param(
            lambda b: (b / "more").symlink_to("/etc"), "added", "more", id="a folder by a link"
        ),
        pytest.param(
            lambda b: _replace_link(b / "_internal/link.so", "../Rapport"),
            "changed",
            "_internal/link.so",
            id="a link elsewhere",
        ),
        pytest.param(
            lambda b: _make_copy(b / "_internal/link.so"),
            "changed",
            "_internal/link.so",
            id="a link that became a file",
        ),
        pytest.param(
            lambda b: _replace_link(b / "Rapport", "/bin/true"),
            "changed",
            "Rapport",
            id="a file that became a link",
        ),
    ],
)
def test_bundle_when_one_thing_is_not_as_it_was_made_then_that_is_found_and_nothing_else(
    damage: Damage, fault: str, file: str, bundle: Path
) -> None:
    damage(bundle)

    assert verify(bundle, PUBLIC_KEY).faults == (Message(f"verify.{fault}", file=file),)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_bundle_when_a_file_became_a_pipe_then_it_is_found_and_not_waited_for(bundle: Path) -> None:
    (bundle / "Rapport").unlink()
    os.mkfifo(bundle / "Rapport")

    assert verify(bundle, PUBLIC_KEY).faults == (Message("verify.changed", file="Rapport"),)


def test_bundle_when_a_file_became_a_folder_then_both_are_found(bundle: Path) -> None:
    (bundle / "Rapport").unlink()
    (bundle / "Rapport").mkdir()
    (bundle / "Rapport" / "inner").write_text("x")

    faults = verify(bundle, PUBLIC_KEY).faults

    assert [fault.key for fault in faults] == ["verify.missing", "verify.added"]


def test_bundle_when_renamed_or_copied_then_it_still_holds(bundle: Path, tmp_path: Path) -> None:
    shutil.copytree(bundle, tmp_path / "Elsewhere", symlinks=True)

    assert verify(tmp_path / "Elsewhere", PUBLIC_KEY).faults == ()


@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE])
def test_list_when_it_or_its_signature_is_missing_then_nothing_else_is_said(
    name: str, bundle: Path
) -> None:
    (bundle / name).unlink()

    assert verify(bundle, PUBLIC_KEY).faults == (Message("verify.no_list", file=name),)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda b: _flip(b / MANIFEST), id="list"),
        pytest.param(lambda b: (b / MANIFEST).write_bytes(b"\xff{"), id="no list at all"),
        pytest.param(lambda b: _flip(b / SIGNATURE), id="signature"),
        pytest.param(lambda b: (b / SIGNATURE).write_bytes(b"\xff"), id="no signature at all"),
        pytest.param(lambda b: (b / SIGNATURE).write_text(""), id="empty signature"),
        pytest.param(
            lambda b: write_manifest(b, "1.2.3", Ed25519PrivateKey.generate()), id="another key"
        ),
    ],
)
def test_list_when_not_signed_with_the_key_then_nothing_in_it_is_believed(
    damage: Damage, bundle: Path
) -> None:
    damage(bundle)

    verdict = verify(bundle, PUBLIC_KEY)

    assert (verdict.version, verdict.faults) == ("", (Message("verify.not_signed"),))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="ANOTHER SYSTEM KNOWS NO PIPE IN A FOLDER")
@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE])
def test_list_when_it_became_a_pipe_then_it_is_not_waited_for(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    os.mkfifo(bundle / name)

    assert verify(bundle, PUBLIC_KEY).faults == (Message("verify.no_list", file=name),)


def test_fingerprint_when_read_aloud_then_it_is_in_groups_of_four() -> None:
    groups = fingerprint(PUBLIC_KEY).split()

    assert len(groups) == 16
    assert {len(group) for group in groups} == {4}
