import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from support.bundles import KEY, make_bundle

from matcher.release.manifest import FORMAT, MANIFEST, SBOM, SIGNATURE, entry_at, write_manifest


def test_manifest_when_written_then_it_lists_each_file_and_link_with_what_is_in_it(
    tmp_path: Path,
) -> None:
    folder = make_bundle(tmp_path)

    manifest = json.loads((folder / MANIFEST).read_bytes())

    assert (manifest["format"], manifest["version"], manifest["sbom"]) == (FORMAT, "1.2.3", SBOM)
    by_path = {entry["path"]: entry for entry in manifest["files"]}
    assert {*by_path} == {"Rapport", "_internal/part.so", "_internal/link.so", SBOM}
    assert by_path["_internal/part.so"]["size"] == 4
    assert by_path["_internal/link.so"] == {"path": "_internal/link.so", "link": "part.so"}


def test_manifest_when_written_twice_then_the_bytes_are_the_same(tmp_path: Path) -> None:
    folder = make_bundle(tmp_path)
    before = [(folder / name).read_bytes() for name in (MANIFEST, SIGNATURE)]

    write_manifest(folder, "1.2.3", KEY)

    assert [(folder / name).read_bytes() for name in (MANIFEST, SIGNATURE)] == before


def test_manifest_when_it_is_of_an_app_then_all_but_what_apple_seals_is_in_it(
    tmp_path: Path,
) -> None:
    contents = tmp_path / "Rapport.app" / "Contents"
    for name in ("CodeResources", "MacOS/Rapport", "MacOS/other", "_CodeSignature/CodeResources"):
        (contents / name).parent.mkdir(parents=True, exist_ok=True)
        (contents / name).write_text(name)

    assert write_manifest(contents, "1.2.3", KEY) == 1
    (entry,) = json.loads((contents / MANIFEST).read_bytes())["files"]
    assert entry["path"] == "MacOS/other"


def test_signature_when_made_with_another_key_then_it_differs(tmp_path: Path) -> None:
    folder = make_bundle(tmp_path)
    before = (folder / SIGNATURE).read_text()

    write_manifest(folder, "1.2.3", Ed25519PrivateKey.generate())

    assert (folder / SIGNATURE).read_text() != before


def test_entry_when_there_is_no_file_then_it_is_an_error_and_nothing_is_waited_for(
    tmp_path: Path,
) -> None:
    (tmp_path / "folder").mkdir()

    for path in ("folder", "nothing"):
        with pytest.raises(FileNotFoundError):
            entry_at(tmp_path, path)
