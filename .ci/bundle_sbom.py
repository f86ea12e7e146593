"""The list of what is inside for other programs: CycloneDX, made of the one that people read."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from cyclonedx.spdx import is_expression, is_supported_id
from packaging.version import Version

from matcher.release.manifest import SBOM
from matcher.services.documents.packages import FOLDER, Package, kept_packages

ROOT = Path(__file__).resolve().parents[1]


def write_sbom(bundle: Path, inside: str) -> None:
    """Write a component for each package, with its libraries and the hashes it was installed by.

    Parameters
    ----------
    inside
        The folder of the bundle that what is said of libraries begins at. It has the list that
        people read, and the program itself is the first in that.
    """
    own, *parts = kept_packages(bundle / inside / FOLDER)
    locked = _locked()
    sbom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(own, bundle / inside) | {"type": "application"}},
        "components": [
            _component(part, bundle / inside)
            | locked.get((part.name, _comparable(part.version)), {})
            for part in parts
        ],
        "dependencies": [{"ref": own.purl, "dependsOn": sorted(part.purl for part in parts)}],
    }
    (bundle / SBOM).parent.mkdir(exist_ok=True)
    (bundle / SBOM).write_text(json.dumps(sbom, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _component(package: Package, inside: Path) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
    }
    if package.licence:
        component["licenses"] = [_licence(package.licence)]
    if package.libraries:
        component["components"] = [_file(name, inside) for name in package.libraries]
    return component


def _licence(said: str) -> dict[str, Any]:
    if is_supported_id(said):
        return {"license": {"id": said}}
    return {"expression": said} if is_expression(said) else {"license": {"name": said}}


def _file(name: str, inside: Path) -> dict[str, Any]:
    with (inside / name).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    place = f"{inside.name}/{name}"
    return {
        "type": "file",
        "bom-ref": place,
        "name": place,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def _locked() -> dict[tuple[str, str], dict[str, Any]]:
    """Return where each locked package can be had, with the hashes of its files."""
    command = [
        *(sys.executable, "-m", "cyclonedx_py", "requirements", "requirements/dev.txt"),
        *("--of", "JSON", "--output-reproducible", "--output-file", "-"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {
        (part["name"], _comparable(part["version"])): {
            "externalReferences": part["externalReferences"]
        }
        for part in json.loads(done.stdout)["components"]
    }


def _comparable(version: str) -> str:
    """Return a version as the lock writes it: 1.006 is 1.6 there; Debian's stay as they are."""
    try:
        return str(Version(version))
    except ValueError:
        return version
