"""The list of all files of a bundle, ``rapport-release/1``, and its signature."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = "rapport-release/1"
MANIFEST = "release/manifest.json"
SIGNATURE = "release/manifest.sig"
SBOM = "release/sbom.cdx.json"
"""What is inside, package by package, in the form of CycloneDX."""

_LISTS = frozenset({MANIFEST, SIGNATURE})
"""What cannot be in the list: itself, and what is made of it."""

_SEALED_BY_APPLE = frozenset({"CodeResources", "MacOS/Rapport", "_CodeSignature/CodeResources"})
"""Of an app for macOS: its seal, and the program that the seal is in. The list is under that seal,
so they cannot be in the list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at one place of a bundle.

    Attributes
    ----------
    path
        From the bundle's folder, with slashes.
    sha256, size
        Of a file; ``""`` and 0 of a link.
    link
        Where a link leads; ``""`` for a file.
    """

    path: str
    sha256: str = ""
    size: int = 0
    link: str = ""


def entry_at(folder: Path, path: str) -> Entry:
    """Return what stands at a place.

    Raises
    ------
    OSError
        When there is nothing, nothing that can be read, or neither a file nor a link.
    """
    place = folder / path
    if place.is_symlink():
        return Entry(path, link=place.readlink().as_posix())
    if not place.is_file():  # reading a pipe would never end
        raise FileNotFoundError(path)
    with place.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Entry(path, digest, file.tell())


def places_in(folder: Path) -> Iterator[str]:
    """Give all places of a bundle but the list's own; folders only where they are links.

    Raises
    ------
    OSError
        When a folder cannot be looked through.
    """

    def fail(error: OSError) -> None:
        raise error

    is_app = folder.name == "Contents" and folder.parent.suffix == ".app"
    left_out = _LISTS | _SEALED_BY_APPLE if is_app else _LISTS
    for parent, folders, files in os.walk(folder, onerror=fail):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*files, *links):
            place = (Path(parent) / name).relative_to(folder).as_posix()
            if place not in left_out:
                yield place


def write_manifest(folder: Path, version: str, key: Ed25519PrivateKey) -> int:
    """List everything in a bundle and sign the list.

    Equal bundles and keys give equal bytes.

    Returns
    -------
    int
        How many entries the list has.

    Raises
    ------
    OSError
        When something cannot be read or written.
    """
    entries = [_written(entry_at(folder, path)) for path in sorted(places_in(folder))]
    manifest = {"format": FORMAT, "version": version, "sbom": SBOM, "files": entries}
    data = (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode()
    (folder / MANIFEST).parent.mkdir(exist_ok=True)
    (folder / MANIFEST).write_bytes(data)
    (folder / SIGNATURE).write_text(key.sign(data).hex() + "\n", encoding="ascii")
    return len(entries)


def _written(entry: Entry) -> dict[str, Any]:
    if entry.link:
        return {"path": entry.path, "link": entry.link}
    return {name: value for name, value in asdict(entry).items() if name != "link"}
